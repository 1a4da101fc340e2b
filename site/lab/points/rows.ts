import { roundTo } from '../../../src/numberFormat.ts';
import { BOUNDS } from '../../../src/schema/bounds.ts';
import type { RunSpec, RunSpecInput } from '../../../src/schema/runSpec.ts';
import { wholeSpec } from '../form/checkSpec.ts';
import { testOf, trainOf } from '../runs/samples.ts';
import type { Scope } from '../state/changes.ts';
import { copiesOf, uncopied, withCopies } from '../state/copies.ts';
import { type LabState, selectedRun } from '../state/state.ts';

/** A place in the plane. */
export type Point = readonly [x: number, y: number];

/** Examples in the plane, of the classes 0 and 1. */
export interface Rows {
	X: readonly (readonly number[])[];
	y: readonly number[];
}

/** What a reader does to the examples of a run. */
export type Edit =
	| { do: 'move'; index: number; to: Point }
	| { do: 'add'; to: Point; label: 0 | 1 }
	| { do: 'flip' | 'remove' | 'duplicate'; index: number };

/** A network needs two examples at least to have something to tell apart. */
const LEAST = 2;
const DIGITS = 4;
/** Held-out rows go along, all of them: an edit of what is learned from must not change what it is judged by. */
const HELD_OUT_DIGITS = 3;

/** The examples after an edit; the same ones where it is not possible. */
export function edited(rows: Rows, edit: Edit): Rows {
	const { X, y } = rows;
	switch (edit.do) {
		case 'move':
			return { X: X.map((row, i) => (i === edit.index ? edit.to : row)), y };
		case 'add':
			return X.length < BOUNDS.examples ? { X: [...X, edit.to], y: [...y, edit.label] } : rows;
		case 'flip':
			return { X, y: y.map((label, i) => (i === edit.index ? 1 - label : label)) };
		case 'remove':
			if (X.length <= LEAST) return rows;
			return { X: X.filter((_, i) => i !== edit.index), y: y.filter((_, i) => i !== edit.index) };
		case 'duplicate': {
			const [row, label] = [X[edit.index], y[edit.index]];
			return row && label !== undefined && X.length < BOUNDS.examples ? { X: [...X, row], y: [...y, label] } : rows;
		}
	}
}

/** The examples of a run in the plane, as its picture shows them; null where it has no such. */
export function rowsOf(spec: RunSpecInput): Rows | null {
	const whole = wholeSpec(uncopied(spec)); // where it is not valid its form says so
	const train = whole && trainOf(whole.data);
	return train && train.X[0]?.length === 2 && whole.loss === 'binary-cross-entropy' ? train : null;
}

/** Whose points an edit changes: the selected run's, and where all are meant those of all that have the same, so that they stay comparable. */
export function editedRuns(state: LabState, scope: Scope): readonly number[] {
	if (scope === 'one') return [state.selected];
	const before = JSON.stringify(selectedRun(state).spec.data);
	return state.runs.filter(({ spec }) => JSON.stringify(spec.data) === before).map(({ key }) => key);
}

/** With an edit in these runs. */
export function withEdit(state: LabState, edit: Edit, scope: Scope = 'all'): LabState {
	const selected = state.runs.find(({ key }) => key === state.selected);
	const rows = selected && rowsOf(selected.spec);
	if (!selected || !rows) return state;
	const changed = editedRuns(state, scope);
	const after = edited(rows, edit);
	const data = inlineOf(selected.spec, after);
	// Of one class alone the schema does not guess that there are two.
	const stated = lackingClass(after) === null ? {} : ({ loss: 'binary-cross-entropy' } as const);
	return {
		...state,
		runs: state.runs.map((run) =>
			changed.includes(run.key)
				? { ...run, spec: withCopies({ ...run.spec, data, ...stated }, copiesOf(run.spec)) }
				: run,
		),
	};
}

/** The class of which no example is left; null where both have some. */
export const lackingClass = ({ y }: Rows): 0 | 1 | null =>
	([0, 1] as const).find((label) => !y.includes(label)) ?? null;

/** Rows as data of the reader's own, with the held-out ones of the run. */
function inlineOf(spec: RunSpecInput, rows: Rows): RunSpecInput['data'] {
	const whole = wholeSpec(uncopied(spec));
	return { kind: 'inline', ...inDigits(rows, DIGITS), test: whole && heldOutOf(whole.data) };
}

/** The examples of data in the plane as the first edit of them finds them, with those held out; null where they have no plane. */
export function editableRows(data: RunSpec['data']): (Written & { test: Written | null }) | null {
	const train = trainOf(data);
	return train?.X[0]?.length === 2 ? { ...inDigits(train, DIGITS), test: heldOutOf(data) } : null;
}

/** Rows as a spec writes them. */
interface Written {
	X: number[][];
	y: number[];
}

function heldOutOf(data: RunSpec['data']): Written | null {
	const test = testOf(data);
	return test && inDigits(test, HELD_OUT_DIGITS);
}

const inDigits = ({ X, y }: Rows, digits: number): Written => ({ X: short(X, digits), y: [...y] });

const short = (rows: Rows['X'], digits: number) => rows.map((row) => row.map((x) => roundTo(x, digits)));
