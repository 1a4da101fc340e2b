import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { fieldPixels } from '../../../site/pictures/boundary/fieldPixels.ts';

/** Compares a live boundary with the pixels that these probabilities have: the hash of all of them. */
export async function expectField(boundary: Locator, probability: Float32Array): Promise<void> {
	const { size, drawn, colours } = await boundary.evaluate(async (place) => {
		const canvas = place.querySelector('canvas') as HTMLCanvasElement; // a live boundary has one
		const probe = document.createElement('canvas').getContext('2d');
		const read = (name: string): [number, number, number] => {
			const element = document.createElement('span');
			element.style.color = `var(${name})`;
			place.append(element);
			if (probe) probe.fillStyle = getComputedStyle(element).color;
			element.remove();
			probe?.fillRect(0, 0, 1, 1);
			const [red = 0, green = 0, blue = 0] = probe?.getImageData(0, 0, 1, 1).data ?? [];
			return [red, green, blue];
		};
		const { width, height } = canvas;
		const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
		return {
			size: width,
			drawn: Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', pixels))),
			colours: { bands: [0, 1, 2, 3, 4, 5, 6].map((band) => read(`--band-${band}`)), line: read('--decision') },
		};
	});
	const pixels = new Uint8ClampedArray(size * size * 4);
	fieldPixels(probability, Math.sqrt(probability.length), size, colours, pixels);
	expect(drawn).toEqual(Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', pixels))));
}
