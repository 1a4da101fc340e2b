import { productError } from './doubleDouble.ts';

const bits = new DataView(new ArrayBuffer(8));

/**
 * a·b + c rounded once, as a processor's fused multiply-add: the exact sum of three numbers whose
 * two small parts are first rounded to odd (Boldo & Melquiond 2008, "Emulation of FMA and correctly
 * rounded sums"). For arguments whose product neither overflows nor loses bits below 2^−1074.
 */
export function fma(a: number, b: number, c: number): number {
	const product = a * b;
	const error = productError(a, b, product);
	// error + c = low + lowRest, then product + low = high + highRest, both exactly.
	const low = error + c;
	const lowPart = low - error;
	const lowRest = error - (low - lowPart) + (c - lowPart);
	const high = product + low;
	const highPart = high - product;
	const highRest = product - (high - highPart) + (low - highPart);

	const rest = highRest + lowRest;
	const restPart = rest - highRest;
	const lost = highRest - (rest - restPart) + (lowRest - restPart);
	return high + (lost === 0 ? rest : roundedToOdd(rest, lost));
}

/** Of the two neighbours of rest + lost, the one whose last bit is 1; `rest` is the nearest. */
function roundedToOdd(rest: number, lost: number): number {
	bits.setFloat64(0, rest);
	const lastWord = bits.getUint32(4);
	if (lastWord % 2 === 1) return rest;
	const outwards = lost > 0 === rest > 0;
	if (!outwards && lastWord === 0) bits.setUint32(0, bits.getUint32(0) - 1); // borrows from the high word
	bits.setUint32(4, outwards ? lastWord + 1 : lastWord - 1);
	return bits.getFloat64(0);
}
