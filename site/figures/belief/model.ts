import { normalEquations } from '../../../src/convex/ridge.ts';
import { linearTeacher } from '../../../src/data/linearTeacher.ts';
import { distance, type Point } from '../../../src/experiments/shared/plane.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { type Bowl, lift, minus, type Symmetric, solve, times } from '../../pictures/plane/quadratic.ts';

/** What the reader takes hold of: the examples, the prior's standard deviation and its kind. */
export interface BeliefState {
	m: number;
	tau: number;
	prior: 'gaussian' | 'laplace';
}

export const PUBLISHED_BELIEF: BeliefState = { m: 6, tau: 0.5, prior: 'gaussian' };

export const BELIEF_STOPS = {
	m: [2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 22, 26, 30, 40, 50, 60, 80, 100, 130, 160, 200],
	tau: [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1, 1.2, 1.5, 2, 3],
} as const;

/** Two weights, noise of standard deviation 1; of the rows that are drawn, m are the first m. */
const MOST = 200;
const { train, teacher } = linearTeacher({
	kind: 'linear-teacher',
	m: MOST,
	noise: 1,
	seed: 70,
	test: null,
	features: 2,
	teacherStandardDeviation: 1,
});

/** The weights behind the data. */
export const TRUTH: Point = [teacher[0] ?? 0, teacher[1] ?? 0];

/** What m examples say: the likelihood is exp(−½(w − MLE)ᵀXᵀX(w − MLE)) up to a factor, for σ = 1. */
export function likelihoodOf(m: number): Bowl {
	const { A, b } = normalEquations(train.X.slice(0, m), train.y.slice(0, m));
	const [[first = 0, mixed = 0] = [], [, second = 0] = []] = A;
	const curvature: Symmetric = [first, mixed, second];
	return { curvature, low: solve(curvature, [b[0] ?? 0, b[1] ?? 0]) };
}

/** λ of Eq 1 that the prior is: σ²/τ² of λ/2 · ‖w‖², or σ²·√2/τ of λ · ‖w‖₁, where τ is the standard deviation of both. */
export const lambdaOf = ({ tau, prior }: Pick<BeliefState, 'tau' | 'prior'>): number =>
	prior === 'gaussian' ? 1 / tau ** 2 : Math.SQRT2 / tau;

/** −log prior, without its constant. */
const surprise = (state: BeliefState, [x, y]: Point): number =>
	state.prior === 'gaussian' ? (lambdaOf(state) / 2) * (x * x + y * y) : lambdaOf(state) * (Math.abs(x) + Math.abs(y));

/** Sweeps over the two weights, each of which leaves at most the squared correlation of the inputs of its error. */
const SWEEPS = 400;

/** The peak of the posterior: the minimum of ½(w − MLE)ᵀA(w − MLE) + (λ/2)‖w‖², or + λ‖w‖₁ by coordinates. */
function mapOf({ curvature, low }: Bowl, state: BeliefState): Point {
	const lambda = lambdaOf(state);
	const right = times(curvature, low);
	if (state.prior === 'gaussian') return solve(lift(curvature, lambda), right);
	const [a, b, c] = curvature;
	const soft = (value: number) => Math.sign(value) * Math.max(Math.abs(value) - lambda, 0);
	let w = low;
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		const w1 = soft(right[0] - b * w[1]) / a;
		w = [w1, soft(right[1] - b * w1) / c];
	}
	return w;
}

/** How far the prior's contour is from 0 along an axis where its density is e^(−drop) of its peak's. */
export const priorReach = (state: BeliefState, drop: number): number =>
	state.prior === 'gaussian' ? Math.sqrt((2 * drop) / lambdaOf(state)) : drop / lambdaOf(state);

/** The stop of τ whose prior reaches nearest to a distance from 0. */
export const tauReaching = (state: BeliefState, drop: number, reach: number): number => {
	const wanted = (reach * state.tau) / priorReach(state, drop);
	const off = (tau: number) => Math.abs(Math.log(tau / Math.max(wanted, 1e-3)));
	return BELIEF_STOPS.tau.reduce<number>((best, tau) => (off(tau) < off(best) ? tau : best), BELIEF_STOPS.tau[0]);
};

/** What there is to draw and to say of a state. */
export function weigh(state: BeliefState) {
	const likelihood = likelihoodOf(state.m);
	const map = mapOf(likelihood, state);
	/** −log posterior, without its constant. */
	const height = (w: Point): number => {
		const away = minus(w, likelihood.low);
		const [x, y] = times(likelihood.curvature, away);
		return (away[0] * x + away[1] * y) / 2 + surprise(state, w);
	};
	return {
		likelihood,
		map,
		mle: likelihood.low,
		lambda: lambdaOf(state),
		moved: distance(map, likelihood.low),
		height,
	};
}

export type Weighed = ReturnType<typeof weigh>;

/** Halvings of the way from the peak to a contour. */
const HALVINGS = 40;

/**
 * Where a convex function is `drop` higher than at its lowest point: along each of so many directions there is one such
 * place.
 */
export function contourOf(height: (w: Point) => number, [x, y]: Point, drop: number, directions: number): Point[] {
	const level = height([x, y]) + drop;
	return Array.from({ length: directions }, (_, i) => {
		const angle = (2 * Math.PI * i) / directions;
		const [right, up] = [Math.cos(angle), Math.sin(angle)];
		const at = (distance: number): Point => [x + distance * right, y + distance * up];
		let far = 0.01;
		while (height(at(far)) < level) far *= 2;
		let near = far === 0.01 ? 0 : far / 2;
		for (let i = 0; i < HALVINGS && far - near > 1e-6; i++) {
			const middle = (near + far) / 2;
			if (height(at(middle)) < level) near = middle;
			else far = middle;
		}
		return at((near + far) / 2);
	});
}

/** The posterior's peak as the engine trains it, on the same rows. */
export const beliefSpec = (state: BeliefState): RunSpecInput => ({
	data: { kind: 'inline', X: train.X.slice(0, state.m), y: train.y.slice(0, state.m) },
	network: { hidden: [] },
	loss: 'half-squared-error',
	optimizer: { kind: 'sgd', learningRate: 0.1 },
	penalty:
		state.prior === 'gaussian'
			? { lambda: lambdaOf(state), scaling: 'over-2m' }
			: { norm: 'l1', lambda: lambdaOf(state), scaling: 'over-m', application: 'decoupled' },
	training: { epochs: 1000, recordEvery: 1000 },
	output: { weights: true },
});
