import type { FieldColours } from './fieldPixels.ts';

const NAMES = [...[0, 1, 2, 3, 4, 5, 6].map((band) => `--band-${band}`), '--decision'];
const UNKNOWN = [128, 128, 128] as const;

/** The theme's colours of a field, as a canvas reads them beside an element; where a reader's own colours are forced, they are kept. */
export function fieldColours(beside: Element): FieldColours {
	const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
	const place = document.createElement('span');
	const elements = NAMES.map((name) => {
		const element = document.createElement('span');
		element.style.color = `var(${name})`;
		element.style.setProperty('forced-color-adjust', 'none');
		return element;
	});
	place.append(...elements);
	beside.after(place); // all at once: styles are computed once
	const colours = elements.map((element): readonly [number, number, number] => {
		if (!probe) return UNKNOWN;
		probe.fillStyle = getComputedStyle(element).color;
		probe.fillRect(0, 0, 1, 1);
		const [red = 0, green = 0, blue = 0] = probe.getImageData(0, 0, 1, 1).data;
		return [red, green, blue];
	});
	place.remove();
	return { bands: colours.slice(0, -1), line: colours.at(-1) ?? UNKNOWN };
}
