import { type FieldColours, fieldPixels } from './fieldPixels.ts';

/**
 * How a field of probabilities differs from another one, as pixels: neutral where both say the same, towards the colour of
 * class 1 where the first says more of it, towards that of class 0 where it says less.
 *
 * @param probability [resolution²], row by row from the least y
 * @param base the same of the field that it is compared with
 * @param pixels where they go, [size²] of four bytes; the first row is the top
 */
export function differencePixels(
	probability: ArrayLike<number>,
	base: ArrayLike<number>,
	resolution: number,
	size: number,
	{ bands }: Pick<FieldColours, 'bands'>,
	pixels: Uint8ClampedArray,
): void {
	const shifted = Float32Array.from(probability, (p, i) => (p - (base[i] ?? p) + 1) / 2);
	const neutral = bands[Math.floor(bands.length / 2)] ?? [128, 128, 128];
	fieldPixels(shifted, resolution, size, { bands, line: neutral }, pixels);
}
