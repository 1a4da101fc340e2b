/**
 * Random numbers that depend on where they stand and on nothing drawn before: a hash of seed, step,
 * layer, unit and example (two rounds of "lowbias32", Wellons 2018). So a step can be trained again,
 * in any order and by either engine, with the same masks and the same noise. The kernel computes the
 * same numbers four at a time (`fused/kernel/random.ts`).
 */

function scramble(word: number): number {
	let x = word >>> 0;
	x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
	x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
	return (x ^ (x >>> 16)) >>> 0;
}

/** Where a random number stands: layer 0 is the inputs, layer 1 the first hidden one. */
interface Place {
	seed: number;
	step: number;
	layer: number;
}

/** 32 random bits for each example of a batch and each unit of a layer, [rows][units]. */
function words({ seed, step, layer }: Place, rows: number, units: number): Uint32Array {
	const key = scramble(seed ^ scramble(step ^ scramble(layer + 0x9e3779b9)));
	const words = new Uint32Array(rows * units);
	for (let unit = 0; unit < units; unit++) {
		const unitKey = scramble(key + unit);
		for (let row = 0; row < rows; row++) {
			words[row * units + unit] = scramble(unitKey + Math.imul(0x9e3779b1, row));
		}
	}
	return words;
}

/** The mask of inverted dropout, [rows][units]: 0 with probability `rate`, 1/(1 − rate) otherwise. */
export function dropoutMask(place: Place, rows: number, units: number, rate: number): Float32Array {
	const threshold = Math.floor(rate * 2 ** 32);
	return Float32Array.from(words(place, rows, units), (word) => (word < threshold ? 0 : 1 / (1 - rate)));
}

/** Numbers from N(0, 1), [rows][units]: √2·erfinv of a uniform number on (−1, 1). */
export function normals(place: Place, rows: number, units: number): Float32Array {
	return Float32Array.from(words(place, rows, units), (word) => {
		const uniform = ((word >>> 9) + 0.5) / 2 ** 22 - 1;
		return Math.SQRT2 * inverseErf(uniform);
	});
}

const CENTRAL = [
	2.81022636e-8, 3.43273939e-7, -3.5233877e-6, -4.39150654e-6, 0.00021858087, -0.00125372503, -0.00417768164,
	0.246640727, 1.50140941,
];
const TAIL = [
	-0.000200214257, 0.000100950558, 0.00134934322, -0.00367342844, 0.00573950773, -0.0076224613, 0.00943887047,
	1.00167406, 2.83297682,
];

/** erf⁻¹, single precision: M. Giles, "Approximating the erfinv function", GPU Computing Gems (2010). */
function inverseErf(x: number): number {
	const w = -Math.log((1 - x) * (1 + x));
	const central = w < 5;
	const v = central ? w - 2.5 : Math.sqrt(w) - 3;
	return x * (central ? CENTRAL : TAIL).reduce((sum, coefficient) => sum * v + coefficient, 0);
}
