import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseTicks } from '../../../site/charts/ticks.ts';

const always = () => true;

describe('the ticks of an axis', () => {
	test.each([
		[[0, 1], 'linear', [0, 0.2, 0.4, 0.6, 0.8, 1]],
		[[-1.2, 2.2], 'linear', [-1, -0.5, 0, 0.5, 1, 1.5, 2]],
		[[1e-4, 3], 'logarithmic', [1e-4, 1e-3, 1e-2, 0.1, 1]],
		[[0.9, 110], 'logarithmic', [1, 2, 5, 10, 20, 50, 100]],
		[[0.2, 0.8], 'logarithmic', [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]],
		[[1e-12, 1e3], 'logarithmic', [1e-12, 1e-9, 1e-6, 1e-3, 1, 1e3]],
	] as const)('of %j, %s', (domain, scale, expected) => {
		expect(chooseTicks(domain, scale, always)).toEqual(expected);
	});

	test('lie within it at values of one digit or two, at most seven', () => {
		const domain = fc
			.tuple(fc.double({ min: -8, max: 6, noNaN: true }), fc.double({ min: 0.05, max: 12, noNaN: true }))
			.map(([low, decades]) => [10 ** low, 10 ** (low + decades)] as const);
		fc.assert(
			fc.property(domain, fc.constantFrom('linear' as const, 'logarithmic' as const), ([from, to], scale) => {
				const ticks = chooseTicks([from, to], scale, always);
				expect(ticks.length).toBeGreaterThanOrEqual(2);
				expect(ticks.length).toBeLessThanOrEqual(7);
				const step = Math.min(...ticks.slice(1).map((tick, i) => tick - (ticks[i] ?? 0)));
				for (const tick of ticks) {
					expect(tick).toBeGreaterThanOrEqual(from - step * 1e-6);
					expect(tick).toBeLessThanOrEqual(to + step * 1e-6);
					const digits =
						scale === 'linear' || to / from < 10 ? tick / step : Number(tick.toExponential().split('e')[0]);
					expect(Math.abs(digits - Math.round(digits))).toBeLessThan(1e-6);
				}
			}),
		);
	});

	test('are as many as fit', () => {
		const few = chooseTicks([0, 100], 'linear', (values) => values.length <= 3);
		expect(few).toEqual([0, 50, 100]);
	});
});
