import { add, divide, multiply, type Pair } from './doubleDouble.ts';

const NOTHING_LOST = 2 ** -27; // below, x³/3 is less than half a unit in the last place of x
const SATURATED = 20; // above, 1 − tanh x is less than 2⁻⁵⁶
const SERIES_UP_TO = 2 ** -6;

/** 1/1!, 1/2! … 1/13!: at 2⁻⁶ the next term is 2⁻¹¹⁰ of the first. */
const COEFFICIENTS: Pair[] = [[1, 0]];
for (let n = 2; n <= 13; n++) COEFFICIENTS.push(divide(COEFFICIENTS[n - 2] as Pair, n)); // the one before it

/**
 * tanh(x) for every number, the same bits on every platform, which `Math.tanh` does not promise: tanh x =
 * f/(f + 2) where f = e^(2x) − 1, in about 100 bits and rounded once, so that the nearest float64 comes out (a tie
 * that 100 bits cannot tell is one in 2⁴⁰). f is a Taylor series at 2x halved some times, and f(2t) = f(t)·(f(t) + 2).
 */
export function tanh(x: number): number {
	const size = Math.abs(x);
	if (size < NOTHING_LOST) return x;
	if (size > SATURATED) return Math.sign(x);
	let t = 2 * size;
	let halvings = 0;
	for (; t > SERIES_UP_TO; halvings++) t /= 2;
	let f = series(t);
	for (; halvings > 0; halvings--) f = multiply(f, add(f, [2, 0]));
	return Math.sign(x) * quotient(f, add(f, [2, 0]));
}

/** e^t − 1 for 0 < t ≤ 2⁻⁶. */
function series(t: number): Pair {
	const sum = COEFFICIENTS.reduceRight((rest, coefficient) => add(coefficient, multiply(rest, [t, 0])));
	return multiply(sum, [t, 0]);
}

/** a/b, rounded once. */
function quotient(a: Pair, b: Pair): number {
	const near = a[0] / b[0];
	const [rest] = add(a, multiply(b, [-near, 0]));
	return near + rest / b[0];
}
