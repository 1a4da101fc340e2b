/** The median over tasks with its exact interval, held against every resample there is. */
import { expect, test } from 'vitest';
import { bootstrapMedians, median, medianOf } from '../../../src/study/medianOf.ts';

/** The medians of all nⁿ resamples, ascending. */
function everyMedian(values: readonly number[]): number[] {
	const n = values.length;
	return Array.from({ length: n ** n }, (_, resample) => {
		const drawn: number[] = [];
		for (let draw = 0, rest = resample; draw < n; draw++, rest = Math.floor(rest / n))
			drawn.push(values[rest % n] ?? 0);
		return median(drawn);
	}).sort((a, b) => a - b);
}

const TASKS = [0.431, -0.228, 0.777, 0.129, 0.506, -0.114, 0.455, 0.575, 0.416];

test.each([
	...[1, 2, 3, 4, 5, 6, 7].map((count) => ({ values: TASKS.slice(0, count) })),
	{ values: [2, 1, 2, 2, 5] },
	{ values: [3, 3, 1, 1] },
])(
	'the medians of all resamples of $values are as often as they are counted',
	({ values }) => {
		const every = everyMedian(values);
		const counted = new Map<number, number>();
		for (const each of every) counted.set(each, (counted.get(each) ?? 0) + 1);
		const found = new Map<number, number>();
		for (const { value, share } of bootstrapMedians(values)) found.set(value, (found.get(value) ?? 0) + share);
		expect([...found.keys()]).toEqual([...counted.keys()]);
		for (const [value, count] of counted) expect(found.get(value)).toBeCloseTo(count / every.length, 12);
		const leastOf = (q: number) => every[Math.ceil(q * every.length) - 1];
		expect(medianOf(values)).toEqual({ value: median(values), low: leastOf(0.025), high: leastOf(0.975) });
	},
	60_000,
);

test('of nine tasks 3.04% of the medians are at or below the second least, which is the lower end', () => {
	const below = bootstrapMedians(TASKS).filter(({ value }) => value <= -0.114);
	expect(below.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(0.0304, 4);
	expect(medianOf(TASKS)).toEqual({ value: 0.431, low: -0.114, high: 0.575 });
});
