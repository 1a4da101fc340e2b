import { STEPS } from './bands.ts';

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
	const packed = new Uint32Array(pixels.buffer);
	const colours = [...bands, line].map(pack);
	const drawn = colours[bands.length] ?? 0;
	const lineWidth = LINE / 2;
	for (let row = 0; row < size; row++) {
		const y = (size - 1 - row) * scale;
		const j = Math.min(resolution - 2, Math.floor(y));
		const v = y - j;
		for (let column = 0; column < size; column++) {
			const x = column * scale;
			const i = Math.min(resolution - 2, Math.floor(x));
			const u = x - i;
			const at = j * resolution + i;
			const p00 = probability[at] ?? 0.5;
			const p01 = probability[at + resolution] ?? 0.5;
			const low = (probability[at + 1] ?? 0.5) - p00;
			const high = (probability[at + resolution + 1] ?? 0.5) - p01;
			const bottom = p00 + u * low;
			const up = p01 + u * high - bottom;
			const p = bottom + v * up;
			const right = low + v * (high - low);
			const distance = Math.abs(p - 0.5);
			const slope = Math.sqrt(right * right + up * up) * scale;
			const isLine = distance < slope * lineWidth && slope > FLAT;
			packed[row * size + column] = isLine ? drawn : (colours[bandOf(p)] ?? 0);
		}
	}
}

/** Less than this from pixel to pixel is no slope: a network that says ½ everywhere has no line. */
const FLAT = 1e-6;

function bandOf(p: number): number {
	let band = 0;
	while (band < STEPS.length && p >= (STEPS[band] ?? 1)) band++;
	return band;
}

/** Opaque, in the order of bytes of every machine that a browser runs on. */
const pack = ([red, green, blue]: readonly [number, number, number]) =>
	(0xff000000 | (blue << 16) | (green << 8) | red) >>> 0;
