import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import type { LabState } from './state.ts';

/** What a slider changes: the selected run, or all of them. */
export type Scope = 'all' | 'one';

export type Change = (spec: RunSpecInput) => RunSpecInput;

/** With the specs changed of the selected run, or of all. */
export function withEach(state: LabState, scope: Scope, change: Change): LabState {
	return {
		...state,
		runs: state.runs.map((run) =>
			scope === 'all' || run.key === state.selected ? { ...run, spec: change(run.spec) } : run,
		),
	};
}

/** With another λ. */
export const withLambda = (spec: RunSpecInput, lambda: number): RunSpecInput => ({
	...spec,
	penalty: { ...partOf(spec.penalty), lambda },
});

/**
 * Whether a run says how strong its penalty is, be it 0: one that does not is what the others are compared with, and stays
 * so when λ changes for all; one whose λ was moved to 0 is moved on.
 */
export const hasPenalty = ({ penalty }: RunSpecInput): boolean => partOf(penalty)?.lambda !== undefined;

/** With so many rows to train on, where they are drawn and not a reader's own. */
export function withRows(spec: RunSpecInput, m: number): RunSpecInput {
	return hasRows(spec) ? ({ ...spec, data: { ...spec.data, m } } as RunSpecInput) : spec; // every kind but `inline` has an m
}

/** Whether the number of rows is a field of the data. */
export const hasRows = ({ data }: RunSpecInput): boolean => partOf(data)?.kind !== 'inline';

/** A link may hold anything where an object belongs. */
function partOf<Part>(part: Part): Part | undefined {
	return typeof part === 'object' && part !== null ? part : undefined;
}
