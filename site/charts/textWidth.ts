/**
 * How wide a text is, in pixels at most.
 *
 * Charts are set in the reader's own sans-serif face, which the build cannot know. Widths are therefore those of
 * DejaVu Sans, the widest face that systems set text in: what fits in it fits in all of them, and a chart has the
 * same places at build and in every browser.
 */
export function textWidth(text: string, fontPixels: number): number {
	let ems = 0;
	for (const character of text) ems += ADVANCES.get(character) ?? WIDEST;
	return ems * fontPixels;
}

/** Chinese characters and full-width punctuation fill the em square; nothing that charts write is wider. */
const WIDEST = 1;

/** Advance widths of DejaVu Sans in em, similar ones rounded up to the widest of them. */
const ADVANCES = new Map(
	(
		[
			[0.28, "ijl'′"],
			[0.32, 'IJ ,.·’‚'],
			[0.361, '/:;\\|ιf-'],
			[0.412, '()[]tr!⁰¹²³⁴⁵⁶⁷⁸⁹'],
			[0.532, '"*_`–‖“”sz⁻?'],
			[0.561, 'εζcLξν'],
			[0.613, 'FχkυκvxyγλπτPTYoδθοa'],
			[0.637, 'eEΣhnuησSbdgpqρ$0123456789{}μ√'],
			[0.699, 'βKαφψ∑AVXZBRC'],
			[0.788, '∝UNHΩDG&OQ'],
			[0.863, 'w∞ω#+<=>^~×−≤≥≈±÷→M'],
			[0.99, '%¼½mW'],
		] as const
	).flatMap(([advance, characters]) => [...characters].map((character) => [character, advance] as const)),
);
