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
 * probability is interpolated. Fast enough for six pictures a frame: a pixel is a dozen multiplications and three
 * comparisons, and what a column or a row shares is computed once.
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
	const packed = new Uint32Array(pixels.buffer, pixels.byteOffset, size * size);
	const colours = Uint32Array.from([...bands, line], pack);
	const drawn = bands.length;
	/** Squares: of how near to ½ a line is, in slopes, and of what is no slope. */
	const near = (scale * LINE) ** 2 / 4;
	const flat = (FLAT / scale) ** 2;
	const values = new Float64Array(probability);
	const lefts = Int32Array.from({ length: size }, (_, column) => Math.min(resolution - 2, Math.floor(column * scale)));
	const shares = Float64Array.from({ length: size }, (_, column) => column * scale - (lefts[column] ?? 0));
	for (let row = 0; row < size; row++) {
		const y = (size - 1 - row) * scale;
		const j = Math.min(resolution - 2, Math.floor(y));
		const v = y - j;
		const place = row * size;
		for (let column = 0; column < size; column++) {
			// All of these are inside of their arrays: resolution and size say how long they are.
			const u = shares[column] as number;
			const at = j * resolution + (lefts[column] as number);
			const above = at + resolution;
			const p00 = values[at] as number;
			const p01 = values[above] as number;
			const low = (values[at + 1] as number) - p00;
			const high = (values[above + 1] as number) - p01;
			const bottom = p00 + u * low;
			const up = p01 + u * high - bottom;
			const p = bottom + v * up;
			const right = low + v * (high - low);
			const distance = p - 0.5;
			const slope = right * right + up * up;
			const isLine = distance * distance < slope * near && slope > flat;
			packed[place + column] = colours[isLine ? drawn : bandOf(p)] as number;
		}
	}
}

/** Less than this from pixel to pixel is no slope: a network that says ½ everywhere has no line. */
const FLAT = 1e-6;

const [S0, S1, S2, S3, S4, S5] = STEPS;

/** The band that a probability lies in; written out, since it is asked for every pixel. */
function bandOf(p: number): number {
	if (p >= S3) {
		if (p < S4) return 4;
		return p < S5 ? 5 : 6;
	}
	if (p >= S1) return p < S2 ? 2 : 3;
	return p >= S0 ? 1 : 0;
}

/** Opaque, in the order of bytes of every machine that a browser runs on. */
function pack([red, green, blue]: readonly [number, number, number]): number {
	return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0;
}
