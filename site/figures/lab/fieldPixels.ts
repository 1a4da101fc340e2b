import { STEPS } from '../boundary/bands.ts';

/** Red, green and blue of the seven bands, from class 0 to class 1, and of the line at ½. */
export interface FieldColours {
	bands: readonly (readonly [number, number, number])[];
	line: readonly [number, number, number];
}

/** How wide the line at ½ is, in pixels of the picture. */
const LINE = 1.1;

/**
 * A grid of probabilities as pixels, bands and line as sharp as the picture is fine: between grid points the
 * probability is interpolated. Fast enough for six pictures a frame.
 *
 * @param probability [resolution²], row by row from the least y
 * @param size pixels of a side
 * @param pixels where they go, [size²] of four bytes; the first row is the top
 */
export function fieldPixels(
	probability: ArrayLike<number>,
	resolution: number,
	size: number,
	{ bands, line }: FieldColours,
	pixels: Uint8ClampedArray,
): void {
	const scale = (resolution - 1) / (size - 1);
	for (let row = 0; row < size; row++) {
		const y = (size - 1 - row) * scale;
		const j = Math.min(resolution - 2, Math.floor(y));
		const v = y - j;
		for (let column = 0; column < size; column++) {
			const x = column * scale;
			const i = Math.min(resolution - 2, Math.floor(x));
			const u = x - i;
			const at = j * resolution + i;
			const [p00, p10] = [probability[at] ?? 0.5, probability[at + 1] ?? 0.5];
			const [p01, p11] = [probability[at + resolution] ?? 0.5, probability[at + resolution + 1] ?? 0.5];
			const bottom = p00 + u * (p10 - p00);
			const top = p01 + u * (p11 - p01);
			const p = bottom + v * (top - bottom);
			const slope = Math.hypot((1 - v) * (p10 - p00) + v * (p11 - p01), top - bottom) * scale;
			const isLine = slope > 1e-6 && Math.abs(p - 0.5) < (slope * LINE) / 2;
			let band = 0;
			while (band < STEPS.length && p >= (STEPS[band] ?? 1)) band++;
			const colour = isLine ? line : bands[band];
			const to = (row * size + column) * 4;
			pixels[to] = colour?.[0] ?? 0;
			pixels[to + 1] = colour?.[1] ?? 0;
			pixels[to + 2] = colour?.[2] ?? 0;
			pixels[to + 3] = 255;
		}
	}
}
