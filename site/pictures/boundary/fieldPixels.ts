import { STEPS } from './bands.ts';
import { EVEN_ODDS } from './isEven.ts';
import { logit } from './logit.ts';
import { hasBothSides, turnSpecks } from './sides.ts';

/** Red, green and blue of the seven bands, from class 0 to class 1, and of the line at ½. */
export interface FieldColours {
	bands: readonly (readonly [number, number, number])[];
	line: readonly [number, number, number];
}

/**
 * The line at ½ is whole to the one distance from where ½ is, in pixels of the picture, and gone at the other. It fades over one
 * pixel, so that it weighs the same wherever it lies between pixels, and has no steps.
 */
const LINE = { whole: 0.5, gone: 1.5 };
/** Steps that it fades in. */
const SHADES = 8;

/**
 * A grid of probabilities as pixels, bands and line as sharp as the picture is fine: between grid points the
 * log-odds are interpolated. Fast enough for six pictures a frame: where the four corners of a cell lie in one band,
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
	const colours = Uint32Array.from(bands, pack);
	const shades = Uint32Array.from(
		bands.flatMap((band) => Array.from({ length: SHADES }, (_, shade) => mixed(line, band, shade / SHADES))),
		pack,
	);
	/** Squares: of how near to ½ a line is, in slopes, and of what is no slope: it would not get away from ½ across the picture. */
	const near = (scale * LINE.gone) ** 2;
	const flat = (EVEN_ODDS / (resolution - 1)) ** 2;
	const values = new Float64Array(probability.length);
	for (let i = 0; i < values.length; i++) values[i] = logit(probability[i] ?? Number.NaN, SINGLE);
	turnSpecks(values, resolution);
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
			const z00 = values[at] as number;
			const z01 = values[above] as number;
			const low = (values[at + 1] as number) - z00;
			const high = (values[above + 1] as number) - z01;
			const right = low + v * (high - low);
			for (let column = start; column < end; column++) {
				const u = shares[column] as number;
				const bottom = z00 + u * low;
				const up = z01 + u * high - bottom;
				const z = bottom + v * up;
				const shown = bandOf(z);
				let colour = colours[shown] as number;
				if (band === LINED) {
					const slope = right * right + up * up;
					if (z * z < slope * near && slope > flat)
						colour = shades[shown * SHADES + fadedBy(Math.abs(z) / (Math.sqrt(slope) * scale))] as number;
				}
				packed[place + column] = colour;
			}
		}
	}
}

/** Single precision tells no probability nearer to 0 or 1 from it. */
const SINGLE = 2 ** -24;

/** More than what rounding may add to interpolated log-odds. */
const ROUNDING = 1e-12;

/** Of a cell that lies in no one band: whether the line may be in it, or several bands alone. */
const LINED = -1;
const BANDED = -2;

/** The band that a whole cell lies in, from its corners; `LINED` or `BANDED` where there are several, or the line may be. */
function bandOfCell(values: Float64Array, at: number, resolution: number, near: number): number {
	const z00 = values[at] as number;
	const z10 = values[at + 1] as number;
	const z01 = values[at + resolution] as number;
	const z11 = values[at + resolution + 1] as number;
	const least = Math.min(z00, z10, z01, z11) - ROUNDING;
	const most = Math.max(z00, z10, z01, z11) + ROUNDING;
	const band = bandOf(least);
	const isOne = band === bandOf(most);
	const distance = Math.max(0, least, -most);
	const right = Math.max(Math.abs(z10 - z00), Math.abs(z11 - z01));
	const up = Math.max(Math.abs(z01 - z00), Math.abs(z11 - z10));
	const hasLine = distance * distance <= (right * right + up * up) * near && hasBothSides(values, resolution, at);
	if (hasLine) return LINED;
	return isOne ? band : BANDED;
}

/** The shade of a line at a distance, in pixels, from its middle. */
function fadedBy(distance: number): number {
	const share = (distance - LINE.whole) / (LINE.gone - LINE.whole);
	return Math.max(0, Math.min(SHADES - 1, Math.round(share * SHADES)));
}

type Colour = readonly [number, number, number];

const mixed = (one: Colour, other: Colour, share: number): Colour => [
	Math.round(one[0] + (other[0] - one[0]) * share),
	Math.round(one[1] + (other[1] - one[1]) * share),
	Math.round(one[2] + (other[2] - one[2]) * share),
];

const [S0 = 0, S1 = 0, S2 = 0, S3 = 0, S4 = 0, S5 = 0] = STEPS.map((step) => logit(step, SINGLE));

/** The band that log-odds lie in; written out, since it is asked for every pixel. */
function bandOf(z: number): number {
	if (z >= S3) {
		if (z < S4) return 4;
		return z < S5 ? 5 : 6;
	}
	if (z >= S1) return z < S2 ? 2 : 3;
	return z >= S0 ? 1 : 0;
}

/** Opaque, in the order of bytes of every machine that a browser runs on. */
function pack([red, green, blue]: Colour): number {
	return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0;
}
