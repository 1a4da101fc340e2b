/**
 * Numbers of about 106 bits, as the unevaluated sum hi + lo of two float64 with |lo| at most half
 * a unit in the last place of hi ("double-double"; Dekker 1971, Knuth, Veltkamp).
 */
export type Pair = readonly [hi: number, lo: number];

const SPLITTER = 134217729; // 2^27 + 1, Veltkamp's

/** a + b, with a relative error of about 2^−104 of the larger. */
export function add(a: Pair, b: Pair): Pair {
	const [sum, error] = exactSum(a[0], b[0]);
	return renormalised(sum, error + a[1] + b[1]);
}

/** a·b, likewise. */
export function multiply(a: Pair, b: Pair): Pair {
	const product = a[0] * b[0];
	return renormalised(product, productError(a[0], b[0], product) + a[0] * b[1] + a[1] * b[0]);
}

/** a/divisor, likewise. */
export function divide(a: Pair, divisor: number): Pair {
	const quotient = a[0] / divisor;
	const product = quotient * divisor;
	return renormalised(quotient, (a[0] - product - productError(quotient, divisor, product) + a[1]) / divisor);
}

/** a + b = sum + error, exactly (Knuth). */
function exactSum(a: number, b: number): Pair {
	const sum = a + b;
	const part = sum - a;
	return [sum, a - (sum - part) + (b - part)];
}

/** a·b − product, exactly, where `product` is a·b rounded (Dekker). */
export function productError(a: number, b: number, product: number): number {
	const aScaled = SPLITTER * a;
	const aHigh = aScaled - (aScaled - a);
	const aLow = a - aHigh;
	const bScaled = SPLITTER * b;
	const bHigh = bScaled - (bScaled - b);
	const bLow = b - bHigh;
	return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function renormalised(hi: number, lo: number): Pair {
	const sum = hi + lo;
	return [sum, lo - (sum - hi)];
}
