/** Where another set of draws puts a number: against Student's table, and by how often it holds on draws that are known. */
import { describe, expect, test } from 'vitest';
import { RandomState } from '../../../src/data/randomState.ts';
import { estimate, mean, resample } from '../../../src/statistics.ts';
import { placeOf } from '../../../src/study/otherSeeds.ts';
import { predict, studentQuantile } from '../../../src/study/prediction.ts';

test.each([
	// Printed tables of Student's law, two-sided 95%.
	{ degrees: 5, quantile: 2.571 },
	{ degrees: 7, quantile: 2.365 },
	{ degrees: 15, quantile: 2.131 },
	{ degrees: 30, quantile: 2.042 },
	{ degrees: 120, quantile: 1.98 },
])('the 97.5% quantile of Student’s law with $degrees degrees of freedom is $quantile', ({ degrees, quantile }) => {
	expect(Math.abs(studentQuantile(degrees) - quantile)).toBeLessThan(0.001);
});

describe('another 16 draws', () => {
	const random = new RandomState(5);
	const laws = {
		even: () => random.random() + random.random() + random.random(),
		skewed: () => -Math.log(1 - random.random()),
	};

	test.each([
		{ law: 'even', low: 0.92, high: 0.98 },
		{ law: 'skewed', low: 0.9, high: 0.98 },
	] as const)(
		'have their mean where it was predicted 19 times of 20, their law being $law',
		({ law, low, high }) => {
			const draws = () => Array.from({ length: 16 }, laws[law]);
			const repetitions = 400;
			let [predicted, confident] = [0, 0];
			for (let i = 0; i < repetitions; i++) {
				const [own, other] = [draws(), mean(draws())];
				const measured = resample(16, (sample) => mean(sample.map((seed) => own[seed] ?? Number.NaN)));
				const number = (found: number) => found;
				if (placeOf(other, predict(measured, number)) === 'within') predicted++;
				if (placeOf(other, estimate(measured, number)) === 'within') confident++;
			}
			expect(predicted / repetitions).toBeGreaterThan(low);
			expect(predicted / repetitions).toBeLessThan(high);
			expect(confident / repetitions).toBeLessThan(0.85); // an interval of confidence is none of prediction
		},
		30_000,
	);

	test('are expected evenly around the number, √2 · 1.12 times as far as it is uncertain', () => {
		const own = Array.from({ length: 16 }, laws.even);
		const measured = resample(16, (sample) => mean(sample.map((seed) => own[seed] ?? Number.NaN)));
		const { value, low = 0, high = 0 } = estimate(measured, (found) => found);
		const predicted = predict(measured, (found) => found);
		expect(predicted.high - value).toBeCloseTo(value - predicted.low, 12);
		expect((predicted.high - predicted.low) / (high - low) / (Math.SQRT2 * 1.123)).toBeCloseTo(1, 1);
	});
});

test('an interval holds its ends', () => {
	const interval = { low: -1, high: 2 };
	expect([-1.1, -1, 0, 2, 2.1].map((value) => placeOf(value, interval))).toEqual([
		'below',
		'within',
		'within',
		'within',
		'above',
	]);
});
