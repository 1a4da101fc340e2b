import { type Draw, shuffledWith } from './planar.ts';
import { RandomState } from './randomState.ts';
import type { Sample } from './sample.ts';

/** Points uniform on the square [−1, 1]², of class 1 where exactly one coordinate is positive; then Gaussian noise. */
export function xor({ m, noise, seed }: Draw): Sample {
	const random = new RandomState(seed);
	const points = Array.from({ length: m }, () => {
		const x = random.uniform(-1, 1);
		const y = random.uniform(-1, 1);
		return { x, y, label: x > 0 !== y > 0 ? 1 : 0 };
	});
	return shuffledWith(random, points, noise);
}
