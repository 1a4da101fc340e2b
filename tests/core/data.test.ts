import { describe, expect, test } from 'vitest';
import { circles } from '../../src/data/circles.ts';
import { moons } from '../../src/data/moons.ts';
import { RandomState } from '../../src/data/randomState.ts';
import datasets from '../golden/datasets.json' with { type: 'json' };
import rng from '../golden/rng.json' with { type: 'json' };

describe("RandomState equals NumPy's, to the last bit", () => {
	test.each(rng.cases)('seed $seed', (golden) => {
		const times = <T>(n: number, draw: () => T) => Array.from({ length: n }, draw);
		const samples = new RandomState(golden.seed);
		expect(times(golden.random_sample.length, () => samples.random())).toEqual(golden.random_sample);

		const gaussians = new RandomState(golden.seed);
		expect(times(golden.randn.length, () => gaussians.gaussian())).toEqual(golden.randn);

		const uniforms = new RandomState(golden.seed);
		expect(times(golden.uniform_m3_2.length, () => uniforms.uniform(-3, 2))).toEqual(golden.uniform_m3_2);

		for (const [n, order] of Object.entries(golden.shuffle)) {
			expect(new RandomState(golden.seed).permutation(Number(n))).toEqual(order);
		}
	});

	test.each(rng.cases)('seed $seed, draws of different kinds in turn', ({ seed, mixed }) => {
		const random = new RandomState(seed);
		const [a, b, c, d] = [random.random(), random.gaussian(), random.random(), random.gaussian()];
		const drawn = [a, b, c, d, 2 + 0.5 * random.gaussian()]; // the last is normal(2, 0.5)
		expect(drawn).toEqual(mixed);
	});
});

test.each(datasets.cases)(
	'$kind are those of scikit-learn, to the last bit: m=$n noise=$noise seed=$seed',
	({ kind, n, noise, seed, X, y }) => {
		const sample = (kind === 'moons' ? moons : circles)({ m: n, noise, seed });
		expect(sample.y).toEqual(y);
		expect(sample.X).toEqual(X);
	},
);
