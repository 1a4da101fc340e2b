import { STEPS } from './bands.ts';

/** Red, green and blue of the seven bands, from class 0 to class 1, and of the line at ½. */
export interface FieldColours {
	bands: readonly (readonly [number, number, number])[];
	line: readonly [number, number, number];
}

/** How wide the line at ½ is, in pixels of the picture. */
const LINE = 1.6;

/**
 * A grid of probabilities as pixels, bands and line as sharp as the picture is fine: between grid points the
 * probability is interpolated. Fast enough for six pictures a frame: where the four corners of a cell lie in one band,
 * far from ½, the cell is filled; elsewhere a pixel is a dozen multiplications and three comparisons.
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
	const cells = resolution - 1;
	const shares = new Float64Array(size);
	/** The first column of each cell, and the one behind the last. */
	const starts = new Int32Array(cells + 1).fill(size);
	for (let column = size - 1; column >= 0; column--) {
		const left = Math.min(cells - 1, Math.floor(column * scale));
		shares[column] = column * scale - left;
		starts[left] = column;
	}
	for (let i = cells - 1; i >= 0; i--) starts[i] = Math.min(starts[i] as number, starts[i + 1] as number); // narrower than a pixel
	const uniform = new Int8Array(cells);
	let described = -1;
	for (let row = 0; row < size; row++) {
		const y = (size - 1 - row) * scale;
		const j = Math.min(cells - 1, Math.floor(y));
		const v = y - j;
		const place = row * size;
		if (j !== described) {
			for (let i = 0; i < cells; i++) uniform[i] = bandOfCell(values, j * resolution + i, resolution, near);
			described = j;
		}
		for (let i = 0; i < cells; i++) {
			// All of these are inside of their arrays: resolution and size say how long they are.
			const start = starts[i] as number;
			const band = uniform[i] as number;
			if (band >= 0) {
				while (i + 1 < cells && uniform[i + 1] === band) i++;
				packed.fill(colours[band] as number, place + start, place + (starts[i + 1] as number));
				continue;
			}
			const end = starts[i + 1] as number;
			const at = j * resolution + i;
			const above = at + resolution;
			const p00 = values[at] as number;
			const p01 = values[above] as number;
			const low = (values[at + 1] as number) - p00;
			const high = (values[above + 1] as number) - p01;
			const right = low + v * (high - low);
			for (let column = start; column < end; column++) {
				const u = shares[column] as number;
				const bottom = p00 + u * low;
				const up = p01 + u * high - bottom;
				const p = bottom + v * up;
				const distance = p - 0.5;
				const slope = right * right + up * up;
				const isLine = distance * distance < slope * near && slope > flat;
				packed[place + column] = colours[isLine ? drawn : bandOf(p)] as number;
			}
		}
	}
}

/** More than what rounding may add to an interpolated probability. */
const ROUNDING = 1e-12;

/** The band that a whole cell lies in, from its corners; -1 where there are several, or the line may be. */
function bandOfCell(values: Float64Array, at: number, resolution: number, near: number): number {
	const p00 = values[at] as number;
	const p10 = values[at + 1] as number;
	const p01 = values[at + resolution] as number;
	const p11 = values[at + resolution + 1] as number;
	const least = Math.min(p00, p10, p01, p11) - ROUNDING;
	const most = Math.max(p00, p10, p01, p11) + ROUNDING;
	const band = bandOf(least);
	if (band !== bandOf(most)) return -1;
	const distance = Math.max(0, least - 0.5, 0.5 - most);
	const right = Math.max(Math.abs(p10 - p00), Math.abs(p11 - p01));
	const up = Math.max(Math.abs(p01 - p00), Math.abs(p11 - p10));
	return distance * distance > (right * right + up * up) * near ? band : -1;
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
