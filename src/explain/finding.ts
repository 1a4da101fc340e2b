import type { Text } from '../language.ts';
import { formatForCode } from '../numberFormat.ts';
import type { DataFacts } from '../schema/dimensions.ts';
import type { FindingCode } from '../schema/explanation.ts';
import type { Derived } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import type { Severity } from '../schema/severity.ts';

/** Something that a spec implies, known before anything trains. */
export interface Finding {
	code: FindingCode;
	severity: Severity;
	message: Text;
	/** The number that the message turns on. */
	value: number;
}

/** Looks at one thing; null when there is nothing to say of it. @param facts of the spec's data */
export type Rule = (spec: RunSpec, derived: Derived, facts: DataFacts) => Finding | null;

/** A number as a message shows it: it can be typed into the field that the message is about. */
export const formatTyped = (value: number): string => (value < LARGEST ? formatForCode(value, 3) : '∞');

/** Beyond it three digits round to Infinity. */
const LARGEST = 1.79e308;
