import { formatForCode } from '../../src/numberFormat.ts';

/** A reader's own code around the number that the converter answers with: all else of it stays. */
export interface OwnCall {
	library: string;
	before: string;
	after: string;
}

/** Digits of a number in code: all that a person would want to type. */
export const DIGITS = 12;

/** The code with another number in place of its own. */
export const withNumber = ({ before, after }: OwnCall, value: number): string =>
	before + formatForCode(value, DIGITS) + after;
