import { RandomState } from '../../../src/data/randomState.ts';
import { BOWL } from '../../../src/experiments/shared/bowl.ts';
import { distance, type Point } from '../../../src/experiments/shared/plane.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { type Bowl, principalAxes, ridgePoint, solve } from '../../pictures/plane/quadratic.ts';

/** What the reader takes hold of: when gradient descent stops. */
export interface StoppingState {
	steps: number;
}

export const PUBLISHED_STOPPING: StoppingState = { steps: 90 };

export const STEP_STOPS = [
	1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 23, 26, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100, 120, 140, 160,
	180, 200, 250, 300, 350, 400, 500, 600, 800, 1000, 1500, 2000,
] as const;

export const RATE = 0.1;
/** The four rows of the bowl, each as often: m examples whose XᵀX/m is the bowl's. */
const COPIES = 10;
const X = Array.from({ length: COPIES }, () => BOWL.X).flat();
export const EXAMPLES = X.length;
const SEED = 34;

/** The weights behind the data, mostly along the steep axis of the bowl: along the flat one there is more noise than truth. */
export const TRUTH: Point = [1.9, 1.5];
/** Standard deviation of the noise. */
export const NOISE = 1.5;

const random = new RandomState(SEED);
const Y = X.map(([x1 = 0, x2 = 0]) => x1 * TRUTH[0] + x2 * TRUTH[1] + NOISE * random.gaussian());
const covariance = (j: 0 | 1) => X.reduce((sum, row, i) => sum + (row[j] ?? 0) * (Y[i] ?? 0), 0) / EXAMPLES;

/** Half the mean squared error of these examples: its lowest point w* is H⁻¹Xᵀy/m. */
export const DATA_BOWL: Bowl = {
	curvature: BOWL.curvature,
	low: solve(BOWL.curvature, [covariance(0), covariance(1)]),
};

const { large, small, angle } = principalAxes(BOWL.curvature);
const EIGENVALUES = [large, small] as const;
const DIRECTIONS: readonly Point[] = [
	[Math.cos(angle), Math.sin(angle)],
	[-Math.sin(angle), Math.cos(angle)],
];

/** A point times a function of H: each part along an eigenvector is multiplied by the function of its eigenvalue. */
const scaled = (point: Point, by: (eigenvalue: number) => number): Point => {
	const parts = DIRECTIONS.map(([x, y], i) => by(EIGENVALUES[i] ?? 0) * (point[0] * x + point[1] * y));
	const sum = (j: 0 | 1) => DIRECTIONS.reduce((total, direction, i) => total + (parts[i] ?? 0) * direction[j], 0);
	return [sum(0), sum(1)];
};

/** Gradient descent from 0 after so many steps, w_k = (I − (I − ηH)ᵏ)w*; a part of a step is one on the curve through them. */
export const descend = (steps: number): Point => scaled(DATA_BOWL.low, (h) => 1 - (1 - RATE * h) ** steps);

/** λ = m/(η·steps), the ridge penalty that stopping then is like. */
export const lambdaAt = (steps: number): number => EXAMPLES / (RATE * steps);

/** (H + λ/m·I)⁻¹ H w* for that λ. */
export const ridgeAt = (steps: number): Point => ridgePoint(DATA_BOWL, lambdaAt(steps) / EXAMPLES);

/**
 * E‖w − truth‖² over the noise, where w keeps a share f(h) of the data's optimum along an eigenvector of eigenvalue h:
 * what is lost of the truth, (1 − f)²·truth², and what is kept of the noise, f²·σ²/(m·h).
 */
function risk(share: (eigenvalue: number) => number): number {
	return EIGENVALUES.reduce((sum, h, i) => {
		const [x = 0, y = 0] = DIRECTIONS[i] ?? [];
		const truth = TRUTH[0] * x + TRUTH[1] * y;
		return sum + ((1 - share(h)) * truth) ** 2 + (share(h) * NOISE) ** 2 / (EXAMPLES * h);
	}, 0);
}

export const riskOfStopping = (steps: number): number => risk((h) => 1 - (1 - RATE * h) ** steps);

export const riskOfRidge = (steps: number): number => risk((h) => h / (h + lambdaAt(steps) / EXAMPLES));

/** What there is to draw and to say of a state. */
export function stopAt({ steps }: StoppingState) {
	const [stopped, ridge] = [descend(steps), ridgeAt(steps)];
	return {
		stopped,
		ridge,
		lambda: lambdaAt(steps),
		apart: distance(stopped, ridge),
		ratio: riskOfStopping(steps) / riskOfRidge(steps),
	};
}

export type Stopped = ReturnType<typeof stopAt>;

/** The stop whose point on the path is nearest to a place. */
export function nearestStop(place: Point): number {
	const off = STEP_STOPS.map((steps) => distance(descend(steps), place));
	return STEP_STOPS[off.indexOf(Math.min(...off))] ?? 1;
}

/** Gradient descent, stopped, and ridge, walked to its end. */
export function stoppingSpecs({ steps }: StoppingState): RunSpecInput[] {
	const walk = (epochs: number, lambda: number): RunSpecInput => ({
		data: { kind: 'inline', X, y: Y },
		network: { hidden: [] },
		init: { kind: 'explicit', W: [[[0, 0]]], b: [[0]] },
		loss: 'half-squared-error',
		optimizer: { kind: 'sgd', learningRate: RATE },
		penalty: { lambda, scaling: 'over-2m' },
		training: { epochs, recordEvery: epochs },
		output: { weights: true },
	});
	return [walk(steps, 0), walk(3000, lambdaAt(steps))];
}
