/** What is used of two packages that have no types of their own, or old ones. */
declare module 'fontverter' {
	export function convert(font: Buffer, format: 'sfnt' | 'truetype' | 'woff' | 'woff2'): Promise<Buffer>;
}

declare module 'subset-font' {
	export interface SubsetOptions {
		targetFormat: 'truetype' | 'woff2';
		/** A number pins an axis of a variable font, two narrow it. */
		variationAxes?: Readonly<Record<string, number | { min: number; max: number }>>;
		/** Features of OpenType; all, unless given. */
		keepFeatures?: readonly string[];
		/** Leaves glyphs out that only a feature would show. */
		noLayoutClosure?: boolean;
		noHinting?: boolean;
	}
	/** The font with these characters only. */
	export default function subsetFont(font: Buffer, characters: string, options: SubsetOptions): Promise<Buffer>;
}
