import type { FieldColours } from './fieldPixels.ts';

/** The theme's colours of a field, as a canvas reads them beside an element. */
export function fieldColours(beside: Element): FieldColours {
	const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
	const element = document.createElement('span');
	beside.after(element);
	const read = (name: string): readonly [number, number, number] => {
		element.style.color = `var(${name})`;
		if (!probe) return [128, 128, 128];
		probe.fillStyle = getComputedStyle(element).color;
		probe.fillRect(0, 0, 1, 1);
		const [red = 0, green = 0, blue = 0] = probe.getImageData(0, 0, 1, 1).data;
		return [red, green, blue];
	};
	const colours = {
		bands: [0, 1, 2, 3, 4, 5, 6].map((band) => read(`--band-${band}`)),
		line: read('--decision'),
	};
	element.remove();
	return colours;
}
