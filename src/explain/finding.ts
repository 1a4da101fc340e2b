import type { Text } from '../language.ts';
import { formatForCode } from '../numberFormat.ts';
import type { Derived } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';

/** Everything that can be found in a spec; stable, for programs. */
export const FINDING_CODES = [
	'unstable-decay',
	'oscillating-decay',
	'decay-does-nothing',
	'decay-dominates',
	'momentum-amplifies',
	'decoupled-beside-momentum',
	'l2-with-adam',
	'adamw-timescale',
	'l1-without-zeros',
	'biases-differ',
	'scaling-ignores-m',
	'equals-another-spelling',
	'early-stopping-as-lambda',
	'no-held-out',
] as const;

export type FindingCode = (typeof FINDING_CODES)[number];

/** `error`: the run will fail; `warning`: it will not do what one would think; `info`: good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** Something that a spec implies, known before anything trains. */
export interface Finding {
	code: FindingCode;
	severity: Severity;
	message: Text;
	/** The number that the message turns on. */
	value: number;
}

/** Looks at one thing; null when there is nothing to say of it. */
export type Rule = (spec: RunSpec, derived: Derived) => Finding | null;

/** A number as a message shows it: it can be typed into the field that the message is about. */
export const formatTyped = (value: number): string => formatForCode(value, 3);
