import type { Weights } from '../../../src/schema/run.ts';

/** What is drawn of a network at a moment of its training: small, whatever its size. */
export interface Picture {
	/** Weights between the units that are drawn, a layer each: [out][in], at most `UNITS` of each. */
	layers: number[][][];
	/** Units of every layer, input first, drawn or not. */
	widths: number[];
	/** Shares of all weights, from −`range` to `range`. */
	histogram: number[];
	range: number;
	/** √Σw² of each layer. */
	norms: number[];
}

/** Units of a layer that are drawn. */
export const UNITS = 16;
const BINS = 31;

/** A network's weights as what is drawn of them. */
export function pictureOf({ W }: Weights): Picture {
	let largest = 0;
	let count = 0;
	const norms = W.map((layer) => {
		let squares = 0;
		for (const row of layer) {
			for (const w of row) {
				squares += w * w;
				largest = Math.max(largest, Math.abs(w));
			}
			count += row.length;
		}
		return Math.sqrt(squares);
	});
	const range = niceRange(largest);
	const histogram: number[] = new Array(BINS).fill(0);
	for (const w of W.flat(2)) {
		const bin = Math.min(BINS - 1, Math.max(0, Math.floor(((w / range + 1) / 2) * BINS)));
		if (Number.isFinite(w)) histogram[bin] = (histogram[bin] ?? 0) + 1 / Math.max(1, count);
	}
	return {
		layers: W.map((layer) => layer.slice(0, UNITS).map((row) => row.slice(0, UNITS))),
		widths: [W[0]?.[0]?.length ?? 0, ...W.map((layer) => layer.length)],
		histogram,
		range,
		norms,
	};
}

/** 1, 2 or 5 times a power of ten: the axis stands still while the weights grow. */
function niceRange(largest: number): number {
	if (!Number.isFinite(largest) || largest === 0) return 1;
	const power = 10 ** Math.floor(Math.log10(largest));
	return ([1, 2, 5].find((nice) => nice * power >= largest) ?? 10) * power;
}
