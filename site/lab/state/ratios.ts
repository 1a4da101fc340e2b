import { BOUNDS } from '../../../src/schema/bounds.ts';
import { REAL_DATA } from '../../../src/schema/realData.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { wholeSpec } from '../form/checkSpec.ts';
import { hasPenalty, hasRows, type Scope, withLambda, withRows } from './changes.ts';
import { copiesOf, uncopied } from './copies.ts';
import { type LabState, selectedRun } from './state.ts';

/** A number of a run that a slider moves. */
interface Setting {
	/** What a run has; null where it has none. */
	of: (spec: RunSpecInput) => number | null;
	with: (spec: RunSpecInput, value: number) => RunSpecInput;
	/** The least and the most that a run may have. */
	bounds: (spec: RunSpecInput) => readonly [least: number, most: number];
	/** What a value becomes that was multiplied. */
	round: (value: number) => number;
	/** Whether a run in which it is 0 is moved with the others, where it is 0 in all. */
	isMeant: (spec: RunSpecInput) => boolean;
}

/** Digits of a λ that was multiplied: more than any name or field shows. */
const DIGITS = 6;

export const SETTINGS: Readonly<Record<'lambda' | 'rows', Setting>> = {
	lambda: {
		of: (spec) => numberIn((wholeSpec(spec) ?? spec).penalty, 'lambda'),
		with: withLambda,
		bounds: () => [0, BOUNDS.lambda],
		round: (lambda) => Number(lambda.toPrecision(DIGITS)),
		isMeant: hasPenalty,
	},
	rows: {
		of: (spec) => (hasRows(spec) ? numberIn((wholeSpec(uncopied(spec)) ?? spec).data, 'm') : null),
		with: withRows,
		bounds: (spec) => [
			1,
			REAL_DATA[spec.data?.kind as keyof typeof REAL_DATA]?.rows ?? Math.floor(BOUNDS.examples / copiesOf(spec)),
		],
		round: Math.round,
		isMeant: hasRows,
	},
};

/** The run whose number a slider shows: the selected one; where all runs are moved and that has none, the first that has. */
export function shownRun(state: LabState, setting: Setting, scope: Scope): LabState['runs'][number] {
	const selected = selectedRun(state);
	const hasNone = scope === 'all' && !isPositive(setting.of(selected.spec));
	return (hasNone && state.runs.find(({ spec }) => isPositive(setting.of(spec)))) || selected;
}

/** The least and the most of what the runs have that a slider moves, of what they may have; null where it moves none. */
export function rangeOf(
	state: LabState,
	setting: Setting,
	scope: Scope,
): readonly [least: number, most: number] | null {
	const runs = scope === 'all' ? state.runs : [selectedRun(state)];
	const isAllowed = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most;
	const values = runs.flatMap(({ spec }) => {
		const value = setting.of(spec);
		return value !== null && isAllowed(value, setting.bounds(spec)) ? value : [];
	});
	return values.length > 0 ? [Math.min(...values), Math.max(...values)] : null;
}

/**
 * All runs moved together: each number is multiplied by the factor that brings the shown run's to `to`, or as near as no
 * run leaves its bounds. What is 0 stays so: it is what the others are compared with.
 *
 * @param from the states that the movement starts from, the newest first: the ratios are those of the newest that has any,
 * so that they outlast rounding, and a slider that was at 0
 */
export function withRatios(
	state: LabState,
	setting: Setting,
	to: number,
	from: readonly LabState[] = [state],
): LabState {
	const basis = from.find((one) => one.runs.some(({ spec }) => isPositive(setting.of(spec))));
	const known = new Map(basis?.runs.map(({ key, spec }) => [key, setting.of(spec)]));
	const moved = state.runs.flatMap(({ key, spec }) => {
		const from = known.get(key);
		return isPositive(from) && setting.of(spec) !== null ? [{ key, spec, from }] : [];
	});
	const shown = moved.find(({ key }) => key === state.selected) ?? moved[0];
	if (!shown) return withSame(state, setting, to);
	const [least, most] = (['least', 'most'] as const).map((end, index) => {
		const factors = moved.map(({ spec, from }) => (setting.bounds(spec)[index] ?? 0) / from);
		return end === 'least' ? Math.max(...factors) : Math.min(...factors);
	}) as [number, number]; // of two ends
	const factor = Math.min(most, Math.max(least, to / shown.from));
	const values = new Map(moved.map(({ key, from }) => [key, setting.round(from * factor)]));
	return {
		...state,
		runs: state.runs.map((run) => {
			const value = values.get(run.key);
			return value === undefined ? run : { ...run, spec: setting.with(run.spec, value) };
		}),
	};
}

/** Where no run has ratios to keep all get the same. */
function withSame(state: LabState, setting: Setting, to: number): LabState {
	return {
		...state,
		runs: state.runs.map((run) =>
			run.key === state.selected || setting.isMeant(run.spec) ? { ...run, spec: setting.with(run.spec, to) } : run,
		),
	};
}

const isPositive = (value: number | null | undefined): value is number => typeof value === 'number' && value > 0;

/** A link may hold anything where a number belongs. */
function numberIn(part: unknown, name: string): number | null {
	const value: unknown = Object(part)[name];
	return typeof value === 'number' ? value : null;
}
