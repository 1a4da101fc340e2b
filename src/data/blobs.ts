import { type Draw, shuffledWithNoise } from './planar.ts';
import type { Sample } from './sample.ts';

/** Two Gaussian clouds around (−1, −1), class 0, and (1, 1), class 1; the noise is their standard deviation. */
export function blobs(draw: Draw): Sample {
	const first = Math.floor(draw.m / 2);
	const points = Array.from({ length: draw.m }, (_, i) =>
		i < first ? { x: -1, y: -1, label: 0 } : { x: 1, y: 1, label: 1 },
	);
	return shuffledWithNoise(points, draw);
}
