import type { RunSpecInput } from '../../../src/schema/runSpec.ts';

/** More would not be told apart by eye. */
export const MOST_RUNS = 6;

/** A run of the Lab: its spec as the reader wrote it, right or wrong. */
interface LabRun {
	/** 1 to 6: its colour, its mark, and how it is called. */
	key: number;
	spec: RunSpecInput;
}

/** Everything that a link holds and that can be undone. */
export interface LabState {
	runs: readonly LabRun[];
	/** The key of the run that the form shows. */
	selected: number;
}

/** Where the page opens, at its runs' end: the first has learned the noise by heart by then. */
export const OPENING_EPOCH = 1000;

const shared = {
	data: { kind: 'moons', m: 30, noise: 0.3, seed: 1, test: { m: 1000, seed: 1001 } },
	network: { hidden: [16, 8], activation: 'tanh' },
	optimizer: { kind: 'adam', learningRate: 0.01 },
	training: { epochs: OPENING_EPOCH, recordEvery: 10 },
} as const;

/** It halves the held-out loss over 2m, where the boundary stays a curve; over 2 it leaves a line, and no more of it from 0.16 on. */
export const OPENING_LAMBDA = 0.12;

/** The question itself: no penalty, λ/2m, and the same λ without the m. The second one is the one to play with. */
export const OPENING: LabState = {
	...ofSpecs([
		{ ...copy(shared) },
		{ ...copy(shared), penalty: { lambda: OPENING_LAMBDA, scaling: 'over-2m' } },
		{ ...copy(shared), penalty: { lambda: OPENING_LAMBDA, scaling: 'half' } },
	]),
	selected: 2,
};

/** A state of these runs, the first one selected; no more of them than the Lab can hold. */
export function ofSpecs(specs: readonly RunSpecInput[]): LabState {
	return { runs: specs.slice(0, MOST_RUNS).map((spec, index) => ({ key: index + 1, spec })), selected: 1 };
}

/** The run that the form shows. */
export function selectedRun({ runs, selected }: LabState): LabRun {
	const run = runs.find(({ key }) => key === selected) ?? runs[0];
	if (!run) throw new RangeError('the Lab has no runs');
	return run;
}

/** With another spec for one run. */
export function withSpec(state: LabState, key: number, spec: RunSpecInput): LabState {
	return { ...state, runs: state.runs.map((run) => (run.key === key ? { key, spec } : run)) };
}

/**
 * With a copy of a run, selected; the same state when there is no room. It has the number after the last one, or the first that
 * is free where there is none after it, and its place by that number.
 */
export function withCopy(state: LabState, of = state.selected): LabState {
	const taken = new Set(state.runs.map(({ key }) => key));
	const free = Array.from({ length: MOST_RUNS }, (_, i) => i + 1).filter((one) => !taken.has(one));
	const key = free.find((one) => one > Math.max(...taken)) ?? free[0];
	if (key === undefined) return state;
	const runs = [...state.runs, { key, spec: copy(selectedRun({ ...state, selected: of }).spec) }];
	return { runs: runs.toSorted((a, b) => a.key - b.key), selected: key };
}

/** Without a run; the last one stays. Where it was the selected one, that before it is. */
export function without(state: LabState, gone = state.selected): LabState {
	if (state.runs.length === 1) return state;
	const index = state.runs.findIndex(({ key }) => key === gone);
	const runs = state.runs.filter(({ key }) => key !== gone);
	return { runs, selected: gone === state.selected ? (runs[Math.max(0, index - 1)]?.key ?? 1) : state.selected };
}

/**
 * With the data that were drawn before a reader edited them, in the selected run and, where all are meant, in all that have the same: those of
 * the newest state in which the run had such; of a run that never had, the opening ones.
 */
export function withDrawnData(state: LabState, before: readonly LabState[], scope: 'all' | 'one' = 'all'): LabState {
	const { key, spec } = selectedRun(state);
	const drawn = before
		.flatMap(({ runs }) => runs.filter((run) => run.key === key))
		.find((run) => Object(run.spec.data).kind !== 'inline');
	const data = drawn ? drawn.spec.data : copy(shared.data);
	const edited = JSON.stringify(spec.data);
	return {
		...state,
		runs: state.runs.map(
			(run) =>
				run.key === key || (scope === 'all' && JSON.stringify(run.spec.data) === edited)
					? { ...run, spec: { ...run.spec, data } as RunSpecInput }
					: run, // undefined: the default
		),
	};
}

function copy<Value>(value: Value): Mutable<Value> {
	return JSON.parse(JSON.stringify(value)) as Mutable<Value>; // plain JSON in, the same shape out
}

type Mutable<Value> = Value extends object ? { -readonly [Key in keyof Value]: Mutable<Value[Key]> } : Value;
