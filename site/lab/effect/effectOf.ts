import { resolve } from '../../../src/engine/resolve.ts';
import { COEFFICIENT_FORMULA } from '../../../src/penalty.ts';
import { dataFacts } from '../../../src/schema/dimensions.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { type Shape, shapeOf } from '../../pictures/boundary/shapeOf.ts';
import type { Look } from '../../training/lab/messages.ts';
import { drawnAs } from '../state/copies.ts';

/** A run as it was seen. */
export interface Seen {
	of: RunSpec;
	look: Look;
}

/** A number before and after. */
type Change = readonly [from: number, to: number];

/** Of two settings, what is another of λ and m. */
export interface Moved {
	lambda: Change | null;
	rows: Change | null;
}

/** What a change of λ or m has done to a run. */
export interface Effect extends Moved {
	/** What λ is multiplied by, where m has changed it: its formula, and the numbers. */
	coefficient: { formula: string; change: Change } | null;
	/** What the boundary has become; null where it is as before. */
	shape: Shape | null;
	/** The loss that the cards show second. */
	loss: { isHeldOut: boolean; change: Change } | null;
	norm: Change | null;
}

/** What is another between two settings of a run at one epoch, where these differ in λ, in m or in both; null for all others. */
export function effectOf(before: Seen, after: Seen): Effect | null {
	const moved = movedBetween(before.of, after.of);
	if (moved === null || before.look.epoch !== after.look.epoch) return null;
	const [was, is] = [before.look.measured, after.look.measured];
	const isHeldOut = is.testLoss !== null;
	const loss = isHeldOut ? change(was.testLoss, is.testLoss) : change(was.objective, is.objective);
	const [shapeBefore, shape] = [shapeIn(before.look), shapeIn(after.look)];
	const strength = moved.rows && change(coefficientOf(before.of), coefficientOf(after.of));
	return {
		...moved,
		coefficient: strength && { formula: COEFFICIENT_FORMULA[after.of.penalty.scaling], change: strength },
		shape: shape === shapeBefore ? null : shape,
		loss: loss && { isHeldOut, change: loss },
		norm: change(was.weightNorm, is.weightNorm),
	};
}

/** Null where something else is another too, or nothing. */
export function movedBetween(before: RunSpec, after: RunSpec): Moved | null {
	if (before === after || withoutBoth(before) !== withoutBoth(after)) return null;
	const lambda = change(before.penalty.lambda, after.penalty.lambda);
	const rows = change(dataFacts(before.data).m, dataFacts(after.data).m);
	return lambda || rows ? { lambda, rows } : null;
}

const coefficientOf = (spec: RunSpec): number => resolve(spec).derived.penaltyCoefficient;

const change = (from: number | null, to: number | null): Change | null =>
	from === null || to === null || from === to ? null : [from, to];

const shapes = new WeakMap<Look, Shape | null>();

function shapeIn(look: Look): Shape | null {
	const known = shapes.get(look);
	if (known !== undefined) return known;
	const { field } = look;
	const shape = field && shapeOf(field.values, Math.sqrt(field.values.length));
	shapes.set(look, shape);
	return shape;
}

const names = new WeakMap<RunSpec, string>();

/** What else a run is; rows that were written out as copies are those that they are copies of. */
function withoutBoth(spec: RunSpec): string {
	const known = names.get(spec);
	if (known !== undefined) return known;
	const data = drawnAs(spec.data)?.once ?? spec.data;
	const name = JSON.stringify({ ...spec, data: { ...data, m: 0 }, penalty: { ...spec.penalty, lambda: 0 } });
	names.set(spec, name);
	return name;
}
