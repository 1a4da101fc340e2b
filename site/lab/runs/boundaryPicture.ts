import type { Sample } from '../../../src/data/sample.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { differencePixels } from '../../pictures/boundary/differencePixels.ts';
import type { FieldColours } from '../../pictures/boundary/fieldPixels.ts';
import { type Frame, projection } from '../../pictures/boundary/frame.ts';
import { marksSvg } from '../../pictures/boundary/marks.ts';
import type { Field } from '../../training/lab/messages.ts';
import { type LiveRun, seenOf } from '../training/liveRun.ts';
import { testOf, trainOf } from './samples.ts';

/** What a picture shows besides the run's own field. */
interface Shown {
	/** The field that the run's own is compared with, and the colours of it; null: the run's own is shown. */
	base: { field: Field; colours: FieldColours } | null;
	hasHeldOut: boolean;
	/** Whether examples are edited by hand. */
	isEdited: boolean;
}

/** A run's decision boundary as its worker has painted it, with the examples on it. */
export class BoundaryPicture {
	readonly #place: HTMLElement;
	readonly #canvas: HTMLCanvasElement | null;
	readonly #context: CanvasRenderingContext2D | null;
	/** What a unit of the network responds to, shown in its place. */
	#response: Field | null = null;
	/** The run's own, as it was last to be shown. */
	#own: { field: Field; base: Shown['base'] } | null = null;
	/** What is drawn, so that nothing is drawn twice. */
	#pixels: unknown = null;
	#compared: unknown = null;
	#marked: { spec: RunSpec; hasHeldOut: boolean; window: string } | null = null;

	/** @param place holds a canvas and a place for the marks */
	constructor(place: HTMLElement) {
		this.#place = place;
		this.#canvas = place.querySelector('canvas');
		this.#context = this.#canvas?.getContext('2d') ?? null;
	}

	draw(run: LiveRun, { base, hasHeldOut, isEdited }: Shown): void {
		const { spec, of } = run;
		const seen = seenOf(run);
		const field = seen?.field ?? null;
		if (seen) this.#place.hidden = field === null;
		if (!field || !spec) return;
		this.#own = { field, base };
		if (!this.#response) this.#paint(field, base);
		// Of the picture's own examples; but one that is dragged stays under its pointer.
		this.#mark(isEdited && spec.data.kind === 'inline' ? spec : (of ?? spec), field, hasHeldOut);
	}

	get isResponse(): boolean {
		return this.#response !== null;
	}

	/** Shows what a unit of the network responds to; null: the run's own boundary again. */
	respond(response: Field | null): void {
		this.#response = response;
		if (response) this.#paint(response, null);
		else if (this.#own) this.#paint(this.#own.field, this.#own.base);
	}

	#paint(field: Field, base: Shown['base']): void {
		const { pixels, size, resolution, values } = field;
		if (!pixels || !this.#canvas || !this.#context) return;
		if (pixels === this.#pixels && base?.field === this.#compared) return;
		[this.#pixels, this.#compared] = [pixels, base?.field];
		if (this.#canvas.width !== size) [this.#canvas.width, this.#canvas.height] = [size, size];
		const image = base ? new ImageData(size, size) : new ImageData(pixels, size);
		if (base) differencePixels(values, base.field.values, resolution, size, base.colours, image.data);
		this.#context.putImageData(image, 0, 0);
		this.#place.toggleAttribute('data-live', true);
	}

	#mark(spec: RunSpec, { x, y }: Frame, hasHeldOut: boolean): void {
		const window = `${x} ${y}`;
		const known = this.#marked;
		if (known?.spec === spec && known.hasHeldOut === hasHeldOut && known.window === window) return;
		this.#marked = { spec, hasHeldOut, window };
		const layer = this.#place.querySelector('[data-part="marks"]');
		const train = trainOf(spec.data);
		if (!layer || !train) return;
		const plane = projection({ x, y });
		this.#place.style.setProperty('aspect-ratio', `${plane.width} / ${plane.height}`);
		const marks = (rows: Sample | null) => (rows ? marksSvg(rows, plane) : '');
		layer.innerHTML = `<svg class="boundary" viewBox="0 0 ${plane.width} ${plane.height}" aria-hidden="true"><g class="held-out-marks">${hasHeldOut ? marks(testOf(spec.data)) : ''}</g>${marks(train)}</svg>`;
	}
}
