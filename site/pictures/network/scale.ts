import type { Picture } from './picture.ts';

/** What the bars and lines of a picture are drawn in: pictures of one scale can be compared by eye. */
export interface Scale {
	/** The size of a weight that is drawn as the thickest line. */
	weight: number;
	/** The histogram's axis goes from −range to range. */
	range: number;
	/** Share of the weights per unit of weight that fills the histogram's height. */
	density: number;
	/** The norm of a layer that is drawn as the longest bar. */
	norm: number;
}

/** A range so many times narrower than the widest is a spike there. */
const SPIKE = 10;

/** The scale on which a picture fills its room. */
export const ownScale = (picture: Picture): Scale => sharedScale([picture]);

/** The least scale on which all of these pictures have room. */
export function sharedScale(pictures: readonly Picture[]): Scale {
	const range = Math.max(1e-9, ...pictures.map((picture) => picture.range).filter(Number.isFinite));
	// Weights that are all but one number are a spike: it is cut off, or the others would be flat.
	const spread = pictures.filter((picture) => picture.range > range / SPIKE);
	const most = (numbers: readonly number[]) => Math.max(1e-9, ...numbers.filter(Number.isFinite));
	return {
		weight: most(pictures.map(({ layers }) => most(layers.flat(2).map(Math.abs)))),
		range,
		density: most(spread.map(({ histogram, range }) => Math.max(...histogram) / range)),
		norm: most(pictures.flatMap(({ norms }) => norms)),
	};
}
