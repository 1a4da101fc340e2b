import { BOWL } from '../../../src/experiments/shared/bowl.ts';
import { distance, distanceToPath, type Point } from '../../../src/experiments/shared/plane.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { heightOf, minus, ridgePoint, times } from '../../pictures/plane/quadratic.ts';
import { THE_BOWL } from './contours.ts';

/** An optimizer with the way in which a decay d reaches it. */
export const WAYS = ['sgd-l2', 'sgd-decay', 'adam-l2', 'adamw'] as const;
export type Way = (typeof WAYS)[number];

/** What the reader takes hold of: where the paths begin, d, how far they are walked and which one is looked at. */
export interface BowlState {
	w1: number;
	w2: number;
	decay: number;
	steps: number;
	way: Way;
}

export const PUBLISHED_BOWL: BowlState = {
	w1: BOWL.start[0],
	w2: BOWL.start[1],
	decay: 0.5,
	steps: 4000,
	way: 'adamw',
};

export const BOWL_STOPS = {
	decay: [0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.8, 1],
	steps: [
		0, 1, 2, 3, 5, 7, 10, 14, 20, 27, 35, 45, 60, 75, 90, 110, 130, 150, 175, 200, 225, 250, 275, 300, 350, 400, 500,
		650, 800, 1000, 1300, 1600, 2000, 2500, 3000, 4000,
	],
} as const;

const RATE = { sgd: 0.1, adam: 0.02 } as const;
/** β₂ is 0.99 and not 0.999, so that 4,000 steps are enough to see where Adam goes. */
const [BETA1, BETA2, EPSILON] = [0.9, 0.99, 1e-8];

/**
 * The weights from the start on, steps + 1 points, as PyTorch's optimizers walk:
 *
 *     SGD    w ← w − η·g            Adam   w ← w − η/(1−β₁ᵗ)·m / (√(s/(1−β₂ᵗ)) + ε)
 *
 * with g = H(w − low) + d·w under L2. Decay shrinks w ← (1 − η·d)·w before the step, whose g is H(w − low) at the w
 * before.
 */
export function walk(way: Way, { w1, w2, decay }: BowlState, steps: number): Point[] {
	const isAdam = way === 'adam-l2' || way === 'adamw';
	const isL2 = way === 'sgd-l2' || way === 'adam-l2';
	const rate = isAdam ? RATE.adam : RATE.sgd;
	const shrink = isL2 ? 1 : 1 - rate * decay;
	const mean = [0, 0] as [number, number];
	const square = [0, 0] as [number, number];
	const path: Point[] = [[w1, w2]];
	let w: Point = [w1, w2];
	for (let step = 0, power1 = 1, power2 = 1; step < steps; step++) {
		power1 *= BETA1;
		power2 *= BETA2;
		const slope = times(THE_BOWL.curvature, minus(w, THE_BOWL.low));
		const stepped = (j: 0 | 1): number => {
			const g = slope[j] + (isL2 ? decay * w[j] : 0);
			if (!isAdam) return shrink * w[j] - rate * g;
			mean[j] = BETA1 * mean[j] + (1 - BETA1) * g;
			square[j] = BETA2 * square[j] + (1 - BETA2) * g * g;
			const size = Math.sqrt(square[j] / (1 - power2)) + EPSILON;
			return shrink * w[j] - ((rate / (1 - power1)) * mean[j]) / size;
		};
		w = [stepped(0), stepped(1)];
		path.push(w);
	}
	return path;
}

/** The lowest point of the bowl in the box |w| ≤ 1/d: the bowl's own, or the lowest one on a wall. */
export function lowestInBox(decay: number): Point {
	const { curvature, low } = THE_BOWL;
	const wall = 1 / decay;
	if (Math.max(...low.map(Math.abs)) <= wall) return low;
	const [a, b, c] = curvature;
	const within = (value: number) => Math.min(wall, Math.max(-wall, value));
	// On a wall the other weight is where the slope along the wall is 0, or in a corner.
	const walls = [wall, -wall].flatMap((at): Point[] => [
		[at, within(low[1] - (b / c) * (at - low[0]))],
		[within(low[0] - (b / a) * (at - low[1])), at],
	]);
	const heights = walls.map((point) => heightOf(THE_BOWL, point));
	return walls[heights.indexOf(Math.min(...heights))] ?? low;
}

/** What there is to draw and to say of a state. */
export function walkAll(state: BowlState) {
	const paths = Object.fromEntries(WAYS.map((way) => [way, walk(way, state, state.steps)])) as Record<Way, Point[]>; // every way has one
	const ridge = ridgePoint(THE_BOWL, state.decay);
	const boxed = lowestInBox(state.decay);
	const toEnd = (way: Way) => distance(paths[way].at(-1) ?? ridge, way === 'adamw' ? boxed : ridge);
	return {
		bowl: THE_BOWL,
		paths,
		ridge,
		boxed,
		isTight: boxed !== THE_BOWL.low,
		away: Object.fromEntries(WAYS.map((way) => [way, toEnd(way)])) as Record<Way, number>,
		/** How far the two paths of SGD are apart, step by step, and Adam + L2 from where SGD goes. */
		apart: Math.max(...paths['sgd-l2'].map((w, i) => distance(w, paths['sgd-decay'][i] ?? w))),
		adamApart: () => {
			const path = thinned(paths['sgd-l2']);
			return path.length < 2 ? 0 : Math.max(...thinned(paths['adam-l2']).map((w) => distanceToPath(w, path)));
		},
	};
}

export type Walked = ReturnType<typeof walkAll>;

/** A hundred points of a path, its ends among them. */
const thinned = (path: readonly Point[]): Point[] => {
	const every = Math.max(1, Math.ceil(path.length / 100));
	return path.filter((_, i) => i % every === 0 || i === path.length - 1);
};

/** A path as the engine trains it. */
export const bowlSpec = (way: Way, { w1, w2, decay, steps }: BowlState): RunSpecInput => ({
	data: { kind: 'inline', X: BOWL.X, y: BOWL.y },
	network: { hidden: [] },
	init: { kind: 'explicit', W: [[[w1, w2]]], b: [[0]] },
	loss: 'half-squared-error',
	optimizer: way.startsWith('adam')
		? { kind: 'adam', learningRate: RATE.adam, beta2: BETA2 }
		: { kind: 'sgd', learningRate: RATE.sgd },
	penalty: { lambda: decay, scaling: 'half', application: way.endsWith('l2') ? 'loss' : 'decoupled' },
	training: { epochs: Math.max(1, steps), recordEvery: Math.max(1, steps) },
	output: { weights: true },
});
