import { RandomState } from './randomState.ts';
import type { Sample } from './sample.ts';

/** What every generator in the plane takes. */
export interface Draw {
	/** Examples. */
	m: number;
	/** Standard deviation of the Gaussian noise on each coordinate. */
	noise: number;
	seed: number;
}

/** A point before its noise, with its class. */
interface Point {
	x: number;
	y: number;
	label: number;
}

/**
 * Shuffles, then adds noise to x and y of each point: what scikit-learn's generators end with
 * (sklearn/datasets/_samples_generator.py).
 */
export function shuffledWithNoise(points: Point[], draw: Draw): Sample {
	return shuffledWith(new RandomState(draw.seed), points, draw.noise);
}

/** The same for a generator that has drawn from `random` before. */
export function shuffledWith(random: RandomState, points: Point[], noise: number): Sample {
	random.shuffle(points);
	const X = points.map(({ x, y }) =>
		noise === 0 ? [x, y] : [x + noise * random.gaussian(), y + noise * random.gaussian()],
	);
	return { X, y: points.map(({ label }) => label) };
}

/** NumPy's `linspace(start, stop, count)`, with or without its end point. */
export function linspace(start: number, stop: number, count: number, endpoint = true): number[] {
	const step = (stop - start) / (endpoint ? count - 1 : count);
	return Array.from({ length: count }, (_, i) => {
		if (i === 0) return start;
		return endpoint && i === count - 1 ? stop : start + i * step;
	});
}
