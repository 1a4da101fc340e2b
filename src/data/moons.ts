import { cos, sin } from './exactMath.ts';
import { type Draw, linspace, shuffledWithNoise } from './planar.ts';
import type { Sample } from './sample.ts';

/**
 * Two interleaving half circles, in scikit-learn's order and bits: `make_moons(m, noise=noise,
 * random_state=seed)`. Class 0 is the outer moon.
 */
export function moons(draw: Draw): Sample {
	const outer = Math.floor(draw.m / 2);
	const points = [
		...linspace(0, Math.PI, outer).map((t) => ({ x: cos(t), y: sin(t), label: 0 })),
		...linspace(0, Math.PI, draw.m - outer).map((t) => ({ x: 1 - cos(t), y: 1 - sin(t) - 0.5, label: 1 })),
	];
	return shuffledWithNoise(points, draw);
}
