import type { Sample } from '../../../src/data/sample.ts';
import { fieldColours } from './fieldColours.ts';
import { type FieldColours, fieldPixels } from './fieldPixels.ts';
import { type Frame, projection } from './frame.ts';
import { marksSvg } from './marks.ts';

/** Pixels of a side of the field; the page stretches it, its bands are smooth. */
const SIZE = 240;

/** What a boundary shows at a moment. */
interface Shown {
	/** [resolution²], row by row from the least y. */
	probability: ArrayLike<number>;
	/** The examples that the network learned from; left out, those on the picture stay. */
	sample?: Sample | undefined;
}

/**
 * A decision boundary that changes as fast as networks train: the build's drawing below, a canvas for the field and
 * the examples above it. The ½ line of the build's drawing stays as a ghost (`.ghost`).
 */
export class LiveBoundary {
	readonly #place: HTMLElement;
	readonly #frame: Frame;
	#canvas: HTMLCanvasElement | null = null;
	#marks: SVGSVGElement | null = null;
	#colours: FieldColours | null = null;
	#last: Shown | null = null;
	/** The examples as they are drawn. */
	#drawn = '';

	/** @param place holds what `boundarySvg` drew at the build (`LiveBoundary.astro`) */
	constructor(place: HTMLElement, frame: Frame) {
		this.#place = place;
		this.#frame = frame;
	}

	show(shown: Shown): void {
		const canvas = this.#canvas ?? this.#open();
		const context = canvas.getContext('2d');
		if (!context) return;
		this.#colours ??= fieldColours(canvas);
		const image = context.createImageData(SIZE, SIZE);
		fieldPixels(shown.probability, Math.sqrt(shown.probability.length), SIZE, this.#colours, image.data);
		context.putImageData(image, 0, 0);
		if (this.#marks && shown.sample && shown.sample !== this.#last?.sample) {
			const drawn = marksSvg(shown.sample, projection(this.#frame));
			if (drawn !== this.#drawn) this.#marks.innerHTML = drawn; // a worker answers with a sample of its own, also where nothing moved
			this.#drawn = drawn;
		}
		this.#last = { ...shown, sample: shown.sample ?? this.#last?.sample };
	}

	/** Takes the colours of the theme again. */
	recolour(): void {
		this.#colours = null;
		if (this.#last) this.show(this.#last);
	}

	#open(): HTMLCanvasElement {
		const drawn = this.#place.querySelector('svg');
		const canvas = document.createElement('canvas');
		canvas.width = SIZE;
		canvas.height = SIZE;
		const ghost = overlay(drawn);
		ghost.classList.add('ghost');
		const line = drawn?.querySelector('.decision');
		if (line) ghost.append(line.cloneNode());
		const marks = overlay(drawn);
		marks.append(...[...(drawn?.querySelectorAll('.class-0, .class-1') ?? [])].map((path) => path.cloneNode()));
		this.#place.append(canvas, ghost, marks);
		this.#place.toggleAttribute('data-live', true);
		this.#canvas = canvas;
		this.#marks = marks;
		return canvas;
	}
}

/** An empty drawing with the coordinates of another. */
function overlay(drawn: SVGSVGElement | null): SVGSVGElement {
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	svg.setAttribute('class', 'boundary');
	svg.setAttribute('viewBox', drawn?.getAttribute('viewBox') ?? '0 0 1 1');
	svg.setAttribute('aria-hidden', 'true');
	return svg;
}
