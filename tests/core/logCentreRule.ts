import { add, divide, multiply, type Pair, productError } from '../../src/data/doubleDouble.ts';

/** c near the centre of an interval of z, by its inverse, an exact float64, and its logarithm. */
interface LogCentre {
	inverse: number;
	/** log c, a multiple of 2^−43 within 2^−66 of the truth. */
	logarithm: number;
}

const STEP = 2 ** -43; // of logarithms
const BLOCK = 4096; // logarithms looked at together
const TURN = 2 ** 30; // fractions of 1 are counted in this many parts

/**
 * The centre of the i-th of the 128 intervals of [0.6875, 1.375), by the rule of ARM optimized-routines,
 * math/log_data.c: of the 2^30 float64 around the inverse of the interval's middle, the one whose log c is
 * nearest to a multiple of 2^−43, provided that (z − c)·inverse errs by less than 2^−66 where z − c is
 * rounded to its grid of 2^−61 (below 1; 2^−60 above).
 */
export function logCentre(i: number): LogCentre {
	const belowOne = i < 80;
	const middle = belowOne ? 353 + 2 * i : 194 + 4 * i; // in 512ths
	const scale = belowOne ? 2 ** 52 : 2 ** 53; // makes inverses whole numbers
	const grid = belowOne ? 2 ** -61 : 2 ** -60; // where z − c is rounded
	const around = divide([512 * scale, 0], middle);
	const logarithm = logOf512ths(middle);
	const base = Math.round(logarithm[0] / STEP);
	const offset: Pair = [logarithm[0] - base * STEP, logarithm[1]];

	let best: LogCentre = { inverse: Number.NaN, logarithm: Number.NaN };
	let leastError = 2 ** -66; // of log c
	const reach = Math.floor(2 ** 29 / (around[0] * STEP));
	for (let start = -reach; start <= reach; start += BLOCK) {
		// Near the block's middle, scaled inverses fall by `slope` from one logarithm to the next.
		const half = BLOCK / 2;
		const [whole, fraction] = inverseOf(around, offset, start + half);
		const slope = whole * STEP;
		const curvature = (slope * STEP * half * half) / 2; // at most this much more, at the block's ends
		const width = leastError * whole + curvature + 2 ** -17; // the last for fractions cut off, BLOCK times
		const step = turns(-slope);
		let from = turns(fraction + slope * half + width);
		for (let k = 0; k < BLOCK; ) {
			const ahead = firstBelow(step, from, Math.ceil(2 * width * TURN));
			k += ahead;
			if (k >= BLOCK) break;
			const [candidate, error] = inverseOf(around, offset, start + k);
			const inverse = candidate / scale;
			if (Math.abs(error) / candidate < leastError && gridMiss(inverse, grid) * inverse < 2 ** -66) {
				leastError = Math.abs(error) / candidate;
				best = { inverse, logarithm: (base + start + k) * STEP };
			}
			k += 1;
			from = (from + step * (ahead + 1)) % TURN;
		}
	}
	return best;
}

/** around·exp(offset − s·STEP) as the nearest whole number and what is left, to about 2^−40. */
function inverseOf(around: Pair, offset: Pair, s: number): Pair {
	const x = add([-s * STEP, 0], offset);
	const product = around[0] * x[0];
	const whole = Math.round(product);
	const beyondLinear = around[0] * x[0] * x[0] * (1 / 2 + x[0] / 6 + (x[0] * x[0]) / 24);
	const small = productError(around[0], x[0], product) + around[0] * x[1] + around[1] * x[0] + around[1];
	const rest = product - whole + (beyondLinear + small);
	const carried = Math.round(rest);
	return [around[0] + whole + carried, rest - carried];
}

/** How far the low part of 1/inverse is from a multiple of `grid`. */
function gridMiss(inverse: number, grid: number): number {
	const high = 1 / inverse;
	const product = high * inverse;
	const low = (1 - product - productError(high, inverse, product)) / inverse / grid;
	return Math.abs(low - Math.round(low)) * grid;
}

/** log(n/512) = 2·artanh((n − 512)/(n + 512)), from its series. */
function logOf512ths(n: number): Pair {
	const ratio = divide([n - 512, 0], n + 512);
	const square = multiply(ratio, ratio);
	let power: Pair = [2 * ratio[0], 2 * ratio[1]];
	let sum = power;
	for (let k = 3; k < 50; k += 2) {
		power = multiply(power, square);
		sum = add(sum, divide(power, k));
	}
	return sum;
}

/** The fractional part of x, in units of 1/TURN. */
function turns(x: number): number {
	return Math.floor((x - Math.floor(x)) * TURN) % TURN;
}

/** The least k ≥ 0 for which (from + k·step) mod TURN < width; beyond BLOCK it may be any number beyond. */
function firstBelow(step: number, from: number, width: number): number {
	return from < width ? 0 : firstWithin(step, TURN, TURN - from, TURN - from + width - 1);
}

/** The least k ≥ 0 for which low ≤ k·step mod modulus ≤ high, where 0 < low ≤ high < modulus: as in Euclid's algorithm. */
function firstWithin(step: number, modulus: number, low: number, high: number): number {
	if (step === 0) return Number.POSITIVE_INFINITY;
	if (2 * step > modulus) return firstWithin(modulus - step, modulus, modulus - high, modulus - low);
	const k = Math.ceil(low / step);
	if (k * step <= high) return k;
	// No multiple of step lies within on the first round, so none has low % step = 0, nor high.
	const rounds = firstWithin(modulus % step, step, step - (high % step), step - (low % step));
	return Math.ceil((low + modulus * rounds) / step);
}
