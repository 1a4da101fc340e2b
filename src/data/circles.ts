import { cos, sin } from './exactMath.ts';
import { type Draw, linspace, shuffledWithNoise } from './planar.ts';
import type { Sample } from './sample.ts';

/** Radius of the inner circle; the outer one has 1. */
const FACTOR = 0.8;

/**
 * A circle inside a circle, in scikit-learn's order and bits: `make_circles(m, noise=noise,
 * random_state=seed)`. Class 0 is the outer circle.
 */
export function circles(draw: Draw): Sample {
	const outer = Math.floor(draw.m / 2);
	const ring = (count: number, radius: number, label: number) =>
		linspace(0, 2 * Math.PI, count, false).map((t) => ({ x: cos(t) * radius, y: sin(t) * radius, label }));
	return shuffledWithNoise([...ring(outer, 1, 0), ...ring(draw.m - outer, FACTOR, 1)], draw);
}
