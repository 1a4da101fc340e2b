import { resolve } from '../../../src/engine/resolve.ts';
import { COEFFICIENT_FORMULA } from '../../../src/penalty.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { type Shape, shapeOf } from '../../pictures/boundary/shapeOf.ts';
import type { Look } from '../../training/lab/messages.ts';
import { type Change, type Moved, movedBetween } from './movedBetween.ts';

/** A run as it was seen. */
export interface Seen {
	of: RunSpec;
	look: Look;
}

/** What a change of a setting has done to a run. */
export interface Effect extends Moved {
	/** What λ is multiplied by, where m has changed it: its formula, and the numbers. */
	coefficient: { formula: string; change: Change } | null;
	/** What the boundary has become; null where it is as before. */
	shape: Shape | null;
	/** The loss that the cards show second. */
	loss: { isHeldOut: boolean; change: Change } | null;
	norm: Change | null;
}

/** What is another between two settings of a run at one epoch, where these differ in what `movedBetween` names; null for all others. */
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

/** How much there is to say of an effect: most of a boundary that has another shape, then by how many times the loss is another. */
export const weightOf = ({ shape, loss }: Effect): number =>
	(shape === null ? 0 : 1e3) + (loss === null ? 0 : Math.abs(Math.log(loss.change[1] / loss.change[0])));

/** Whether all that is penalized has lost its boundary. */
export const areLost = (runs: readonly Seen[]): boolean => {
	const penalized = runs.filter(({ of }) => of.penalty.lambda > 0);
	return penalized.length > 0 && penalized.every(({ look }) => look.epoch > 0 && shapeIn(look) === 'none');
};

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
