import { CHART_COLOURS, type ChartColours, coloursThrough } from './colours.ts';

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
			return probe;
		});
		place.append(...probes);
		element.append(place); // all at once: styles are computed once
		for (const [index, probe] of probes.entries()) known.set(colours[index] ?? '', getComputedStyle(probe).color);
		place.remove();
	};
	resolve([...CHART_COLOURS]);
	return coloursThrough((colour) => {
		if (!known.has(colour)) resolve([colour]);
		return known.get(colour) ?? colour;
	});
}
