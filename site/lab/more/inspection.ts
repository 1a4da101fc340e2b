import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { escapeHtml } from '../../html/escapeHtml.ts';
import { unitPlaces } from '../../pictures/network/networkSvgs.ts';
import type { Picture } from '../../pictures/network/picture.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import type { Field } from '../../training/lab/messages.ts';
import type { Response } from '../runs/runCards.ts';
import type { Trainings } from '../training/trainings.ts';
import { drawnWidth } from './networkShape.ts';
import { nextTarget, type Target, targetAt } from './networkTarget.ts';
import { weightTraceSvg } from './weightTraceSvg.ts';

interface Holding {
	trainings: Trainings;
	language: Language;
	/** Shows in a run's own picture what a unit responds to; null: the run itself again. */
	respond: (key: number, response: Response | null) => void;
	signal: AbortSignal;
}

/** A network as the reader has it under the pointer, or the focus. */
interface Heard {
	network: HTMLElement;
	inside: HTMLElement;
	key: number;
	picture: Picture;
}

/** The ring about a unit, in the drawing's units. */
const RING = 24;

/** Shows what a unit responds to and a weight over time, for the one that the reader points at or goes to by keys. */
export class Inspection {
	readonly #holding: Holding;
	/** What is looked at; what was said of it stays when the pointer has left. */
	#at: { inside: HTMLElement; key: number; target: Target } | null = null;
	#isPointed = false;
	/** Goes up with each question: an answer to an older one is late. */
	#asked = 0;

	/** @param place holds the networks, now or later */
	constructor(place: HTMLElement, holding: Holding) {
		this.#holding = holding;
		const { signal } = holding;
		place.addEventListener('pointermove', (event) => this.#pointed(event), { signal });
		place.addEventListener('pointerdown', (event) => this.#pointed(event), { signal });
		place.addEventListener('keydown', (event) => this.#keyed(event), { signal });
		for (const gone of ['pointerout', 'focusout'] as const)
			place.addEventListener(
				gone,
				({ target, relatedTarget }) => {
					const network = networkOf(target);
					if (network && network !== networkOf(relatedTarget)) this.#leave();
				},
				{ signal },
			);
	}

	/** The networks are of another epoch. @param isStill whether they stay so: those that move are seen themselves */
	draw(isStill: boolean): void {
		if (!this.#at || !this.#isPointed) return;
		if (isStill) void this.#ask();
		else this.#holding.respond(this.#at.key, null);
	}

	#pointed({ target, clientX, clientY }: PointerEvent): void {
		const heard = this.#hear(target);
		const svg = heard?.network.querySelector('svg');
		if (!heard || !svg) return;
		const box = svg.getBoundingClientRect();
		const width = drawnWidth(svg);
		const scale = width / box.width;
		const found = targetAt(heard.picture, (clientX - box.left) * scale, (clientY - box.top) * scale, width);
		if (found) this.#lookAt(heard, found);
	}

	#keyed(event: KeyboardEvent): void {
		const heard = this.#hear(event.target);
		const now = heard && this.#at?.key === heard.key ? this.#at.target : null;
		const next = heard && nextTarget(heard.picture, now, event.key);
		if (!heard || !next) return;
		event.preventDefault();
		event.stopPropagation(); // arrows go through the epochs elsewhere
		this.#lookAt(heard, next);
	}

	#hear(target: EventTarget | null): Heard | null {
		const network = networkOf(target);
		const inside = network?.closest<HTMLElement>('[data-inside]');
		const key = Number(inside?.dataset.inside);
		const picture = this.#pictureOf(key);
		return network && inside && picture ? { network, inside, key, picture } : null;
	}

	#lookAt({ inside, key }: Heard, target: Target): void {
		const before = this.#at;
		const isSame = before?.inside === inside && JSON.stringify(before.target) === JSON.stringify(target);
		if (isSame && this.#isPointed) return;
		if (before && before.key !== key) this.#holding.respond(before.key, null);
		this.#at = { inside, key, target };
		this.#isPointed = true;
		void this.#ask();
	}

	#leave(): void {
		this.#isPointed = false;
		this.#asked += 1;
		if (this.#at) this.#holding.respond(this.#at.key, null);
	}

	async #ask(): Promise<void> {
		if (!this.#at) return;
		const { trainings, language, respond } = this.#holding;
		const { inside, key, target } = this.#at;
		const text = LAB_TEXT[language].inspect;
		const picture = this.#pictureOf(key);
		const out = inside.querySelector<HTMLElement>('[data-part="inspection"]');
		if (!picture || !out) return;
		putRing(inside, target, picture);
		this.#asked += 1;
		const number = this.#asked;
		const { widths } = picture;
		const name = (column: number, unit: number) =>
			column === 0
				? text.input(unit + 1)
				: column === widths.length - 1
					? text.output(unit + 1)
					: text.unit(unit + 1, column);
		if (target.kind === 'unit') {
			const { column, unit } = target;
			const isHidden = column > 0 && column < widths.length - 1;
			const field = isHidden ? await trainings.unit(key, column - 1, unit) : null;
			if (number !== this.#asked) return;
			out.replaceChildren(name(column, unit), ...(field ? [canvasOf(field)] : []));
			respond(key, field && { field, name: name(column, unit) });
			return;
		}
		respond(key, null);
		const { column, from, to } = target;
		const weight = await trainings.weight(key, column, from, to);
		if (number !== this.#asked || !weight) return;
		const last = formatInProse(weight.values.at(-1) ?? Number.NaN, { language });
		const said = text.weight(name(column, from), name(column + 1, to), last);
		out.innerHTML = `${escapeHtml(said)}${weightTraceSvg(weight, language)}`;
	}

	#pictureOf = (key: number): Picture | undefined =>
		this.#holding.trainings.runs.find((run) => run.key === key)?.look?.picture;
}

const networkOf = (target: EventTarget | null): HTMLElement | null =>
	target instanceof Element ? target.closest<HTMLElement>('[data-part="network"]') : null;

/** A ring around the unit that is looked at; a weight has none. */
function putRing(inside: HTMLElement, target: Target, picture: Picture): void {
	const ring = inside.querySelector<HTMLElement>('[data-part="ring"]');
	const width = drawnWidth(inside.querySelector('[data-part="drawing"] svg'));
	const place = target.kind === 'unit' ? unitPlaces(picture, width)[target.column]?.units[target.unit] : undefined;
	if (!ring) return;
	ring.hidden = !place;
	const share = (units: number) => `${(100 * units) / width}cqi`;
	if (place) Object.assign(ring.style, { left: share(place.x), top: share(place.y), inlineSize: share(RING) });
}

function canvasOf({ pixels, size, x, y }: Field): HTMLCanvasElement {
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [size, size];
	canvas.style.aspectRatio = `${x[1] - x[0]} / ${y[1] - y[0]}`;
	if (pixels) canvas.getContext('2d')?.putImageData(new ImageData(pixels, size), 0, 0);
	return canvas;
}
