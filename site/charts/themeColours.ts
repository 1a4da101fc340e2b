import { type ChartColours, coloursThrough } from './colours.ts';

/**
 * The colours of the theme as an element of the page has them now, resolved: a canvas knows no custom properties.
 * Custom properties cannot be read resolved, `color` can.
 */
export function themeColours(element: Element): ChartColours {
	const probe = document.createElement('span');
	probe.hidden = true;
	const known = new Map<string, string>();
	return coloursThrough((colour) => {
		const found = known.get(colour);
		if (found !== undefined) return found;
		element.append(probe);
		probe.style.color = colour;
		const resolved = getComputedStyle(probe).color;
		probe.remove();
		known.set(colour, resolved);
		return resolved;
	});
}
