import { cos, sin } from './exactMath.ts';
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

/**
 * Two interleaving half circles, in scikit-learn's order and bits: `make_moons(m, noise=noise,
 * random_state=seed)` (sklearn/datasets/_samples_generator.py). Class 0 is the outer moon.
 */
export function moons({ m, noise, seed }: Draw): Sample {
	const outer = Math.floor(m / 2);
	const points = [
		...linspace(0, Math.PI, outer).map((t) => ({ x: cos(t), y: sin(t), label: 0 })),
		...linspace(0, Math.PI, m - outer).map((t) => ({ x: 1 - cos(t), y: 1 - sin(t) - 0.5, label: 1 })),
	];
	return shuffledWithNoise(points, { m, noise, seed });
}

/** Shuffles, then adds noise to x and y of each point: what scikit-learn's generators end with. */
export function shuffledWithNoise(points: { x: number; y: number; label: number }[], { noise, seed }: Draw): Sample {
	const random = new RandomState(seed);
	random.shuffle(points);
	const X = points.map(({ x, y }) =>
		noise === 0 ? [x, y] : [x + noise * random.gaussian(), y + noise * random.gaussian()],
	);
	return { X, y: points.map(({ label }) => label) };
}

/** NumPy's `linspace(start, stop, count)`. */
export function linspace(start: number, stop: number, count: number): number[] {
	const step = (stop - start) / (count - 1);
	return Array.from({ length: count }, (_, i) =>
		i === count - 1 && count > 1 ? stop : i === 0 ? start : start + i * step,
	);
}
