import { distance, type Point } from '../../../src/experiments/shared/plane.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { type Bowl, ridgePoint, type Symmetric, times } from '../../pictures/plane/quadratic.ts';

/** What the reader takes hold of: where the data's loss is lowest, λ, the norm, and whether the two inputs are correlated. */
export interface ShrinkState {
	b1: number;
	b2: number;
	lambda: number;
	norm: 'l1' | 'l2';
	inputs: 'apart' | 'together';
}

export const PUBLISHED_SHRINK: ShrinkState = { b1: 1.3, b2: 0.25, lambda: 60, norm: 'l1', inputs: 'apart' };

export const LAMBDA_STOPS = [
	0, 2, 4, 6, 8, 10, 12, 15, 18, 20, 25, 30, 35, 40, 50, 60, 70, 80, 100, 120, 150, 180, 200, 220, 250, 300, 400,
] as const;

/** Examples behind the fifty weights, and behind the two. */
export const EXAMPLES = 200;

/** XᵀX/m of the two inputs: orthonormal, or with a correlation of 0.7. */
const CURVATURE: Record<ShrinkState['inputs'], Symmetric> = { apart: [1, 0, 1], together: [1, 0.7, 1] };

export const bowlOf = ({ b1, b2, inputs }: ShrinkState): Bowl => ({ curvature: CURVATURE[inputs], low: [b1, b2] });

/** b moved towards 0 by an amount, and 0 where that would cross it. */
const soft = (b: number, amount: number): number => Math.sign(b) * Math.max(Math.abs(b) - amount, 0);

/** On an orthonormal design: what becomes of a weight b under λ/m·|w| or λ/2m·w². */
export const penaliseOne = (b: number, { lambda, norm }: Pick<ShrinkState, 'lambda' | 'norm'>): number =>
	norm === 'l1' ? soft(b, lambda / EXAMPLES) : b / (1 + lambda / EXAMPLES);

/** Sweeps over the two weights; each brings them half as near at least, with a correlation of 0.7. */
const SWEEPS = 60;

/**
 * The minimum of ½(w − b)ᵀH(w − b) + t·‖w‖₁ or + (t/2)·‖w‖², where t = λ/m and H has ones on its diagonal: by
 * coordinates under L1 (Friedman, Hastie & Tibshirani 2010), in closed form under L2.
 */
function penaliseTwo(bowl: Bowl, norm: ShrinkState['norm'], t: number): Point {
	if (norm === 'l2') return ridgePoint(bowl, t);
	const [, between] = bowl.curvature;
	const [right1, right2] = times(bowl.curvature, bowl.low);
	let w: Point = bowl.low;
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		const w1 = soft(right1 - between * w[1], t);
		w = [w1, soft(right2 - between * w1, t)];
	}
	return w;
}

/** λ/m from 0 on, as far as the path is drawn. */
const PULLS = [0, ...Array.from({ length: 70 }, (_, i) => 10 ** (-2.3 + (4 * i) / 69))];

/** What there is to draw and to say of two weights. */
export function penalise(state: ShrinkState) {
	const bowl = bowlOf(state);
	const w = penaliseTwo(bowl, state.norm, state.lambda / EXAMPLES);
	const sizes = ([x, y]: Point) => [Math.abs(x), Math.abs(y)] as const;
	const [after, before] = [sizes(w), sizes(bowl.low)];
	return {
		bowl,
		w,
		path: PULLS.map((t) => penaliseTwo(bowl, state.norm, t)),
		/** The radius of the circle, or half the diagonal of the diamond, on whose edge w lies. */
		radius: state.norm === 'l2' ? distance(w, [0, 0]) : after[0] + after[1],
		/** A weight that the penalty has made larger: 0 or 1, or null. */
		grown: ([0, 1] as const).find((j) => after[j] > before[j] + 0.005) ?? null,
	};
}

export type Penalised = ReturnType<typeof penalise>;

/** Rows of two inputs with XᵀX/m = H, each with its opposite, so that the bias has nothing to do. */
export function shrinkSpec(state: ShrinkState): RunSpecInput {
	const { curvature, low } = bowlOf(state);
	const apart = Math.sqrt(1 - curvature[1] ** 2);
	const rows: Point[] = [
		[Math.SQRT2, Math.SQRT2 * curvature[1]],
		[0, Math.SQRT2 * apart],
	];
	const X = rows.flatMap(([x1, x2]) => [
		[x1, x2],
		[-x1, -x2],
	]);
	const isL1 = state.norm === 'l1';
	return {
		data: { kind: 'inline', X, y: X.map(([x1 = 0, x2 = 0]) => x1 * low[0] + x2 * low[1]) },
		network: { hidden: [] },
		loss: 'half-squared-error',
		optimizer: { kind: 'sgd', learningRate: 0.3 },
		// The four rows stand for 200: λ/m is the same.
		penalty: {
			norm: state.norm,
			lambda: (state.lambda * X.length) / EXAMPLES,
			scaling: isL1 ? 'over-m' : 'over-2m',
			application: isL1 ? 'decoupled' : 'loss',
		},
		training: { epochs: 1000, recordEvery: 1000 },
		output: { weights: true },
	};
}
