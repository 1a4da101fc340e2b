import { expect } from 'vitest';

type Numbers = number | null | undefined | readonly number[];

/**
 * Expects `actual` to be within `tolerance` of `expected`, relative to the largest magnitude in
 * `expected`: a list of weights is one vector, and a weight near zero is not held to more digits
 * than float32 gives its neighbours.
 */
export function expectClose(actual: Numbers, expected: Numbers, tolerance: number): void {
	const [a, b] = [list(actual), list(expected)];
	expect(a).toHaveLength(b.length);
	const scale = b.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
	const error = a.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (b[i] ?? Number.NaN))), 0);
	expect(error / (scale || 1), `${show(a)} against ${show(b)}`).toBeLessThanOrEqual(tolerance);
}

const list = (numbers: Numbers): readonly number[] =>
	typeof numbers === 'number' ? [numbers] : (numbers ?? [Number.NaN]);
const show = (numbers: readonly number[]) => `[${numbers.slice(0, 4).join(', ')}${numbers.length > 4 ? ', …' : ''}]`;
