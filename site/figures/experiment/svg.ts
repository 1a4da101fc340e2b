/** Size of a figure in its own units. */
export const WIDTH = 600;
export const HEIGHT = 380;

export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Text as it may stand in an element or an attribute. */
export const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
