import type { Look } from './chartConfig.ts';
import { themeColours } from './themeColours.ts';

/** The colours and the face that an element of the page has now. */
export const lookOf = (element: Element, motion: number): Look => ({
	colours: themeColours(element),
	font: getComputedStyle(element).fontFamily,
	motion,
});
