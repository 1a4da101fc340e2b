import { cos, sin } from './exactMath.ts';
import { type Draw, linspace, shuffledWithNoise } from './planar.ts';
import type { Sample } from './sample.ts';

const TURNS = 1.75;

/**
 * Two spirals of 1¾ turns that wind around each other out to radius 1, after TensorFlow
 * Playground's data set of that name (src/dataset.ts), shuffled and with Gaussian noise.
 */
export function spirals(draw: Draw): Sample {
	const first = Math.floor(draw.m / 2);
	const arm = (count: number, start: number, label: number) =>
		linspace(0, 1, count, false).map((radius) => {
			const angle = TURNS * 2 * Math.PI * radius + start;
			return { x: radius * sin(angle), y: radius * cos(angle), label };
		});
	return shuffledWithNoise([...arm(first, 0, 0), ...arm(draw.m - first, Math.PI, 1)], draw);
}
