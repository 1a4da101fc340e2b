/**
 * What is too small to count: a product below 2⁻¹²⁶ is a subnormal float32, which takes processors twenty times as
 * long, and tells no network anything. Numbers that are multiplied with each other are therefore zero below 2⁻⁵⁰, and
 * means of squares below 2⁻¹²⁰: examples, weights, activations, what the loss says of them, gradients, the optimizer's
 * memory and every coefficient. Then no product of two is subnormal. `fused/kernel/tiny.ts` holds the kernel to it.
 */
import type { DataSet, Sample } from '../data/sample.ts';

/** Below this a number is zero. */
export const TINY = 2 ** -50;
/** Below this a mean of squares is zero. */
export const TINY_SQUARE = 2 ** -120;

/** x, or 0 where |x| < `limit`; NaN stays. */
export const dropTiny = (x: number, limit = TINY): number => (Math.abs(x) < limit ? 0 : x);

/** Examples as an engine takes them; the same arrays where nothing in them is tiny. */
export function dropTinyData({ train, test }: DataSet): DataSet {
	return { train: dropTinyExamples(train), test: test && dropTinyExamples(test) };
}

const isTiny = (x: number) => x !== 0 && Math.abs(x) < TINY;

function dropTinyExamples(sample: Sample): Sample {
	const { X, y } = sample;
	if (!y.some(isTiny) && !X.some((row) => row.some(isTiny))) return sample;
	return { ...sample, X: X.map((row) => row.map((x) => dropTiny(x))), y: y.map((value) => dropTiny(value)) };
}
