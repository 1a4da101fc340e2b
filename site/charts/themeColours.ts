import { type ChartColours, coloursThrough, PAGE_NAMES, SERIES_NAMES } from './colours.ts';

const OF_PAGE = new Set(PAGE_NAMES);

/**
 * The colours of the theme as an element of the page has them now, resolved: a canvas knows no custom properties.
 * Custom properties cannot be read resolved, `color` can.
 */
export function themeColours(element: Element): ChartColours {
	const known = new Map<string, string>();
	const resolve = (colours: readonly string[]) => {
		const place = document.createElement('span');
		place.hidden = true;
		const probes = colours.map((colour) => {
			const probe = document.createElement('span');
			probe.style.color = colour;
			// Where a reader's own colours are forced they are those of axes and words; what tells lines apart is kept.
			if (!OF_PAGE.has(colour)) probe.style.setProperty('forced-color-adjust', 'none');
			return probe;
		});
		place.append(...probes);
		element.append(place); // all at once: styles are computed once
		for (const [index, probe] of probes.entries()) known.set(colours[index] ?? '', getComputedStyle(probe).color);
		place.remove();
	};
	resolve([...PAGE_NAMES, ...SERIES_NAMES]); // nearly every chart asks for these
	return coloursThrough((colour) => {
		if (!known.has(colour)) resolve([colour]);
		return known.get(colour) ?? colour;
	});
}
