import { isReal } from '../../../src/data/realTables.ts';
import { drawDataSet } from '../../../src/data/registry.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import { explain } from '../../../src/explain/explain.ts';
import type { Language } from '../../../src/language.ts';
import { formatCount, formatInProse } from '../../../src/numberFormat.ts';
import { escapeHtml } from '../../html/escapeHtml.ts';
import { projection } from '../../pictures/boundary/frame.ts';
import { marksSvg } from '../../pictures/boundary/marks.ts';
import { histogramSvg, networkSvg, normsSvg } from '../../pictures/network/networkSvgs.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import type { LiveRun } from '../training/liveRun.ts';
import { cardHtml } from './cardHtml.ts';
import { describeDifferences } from './describeDifferences.ts';

/** The runs side by side: what each one is, how far it is, and four pictures of it. */
export class RunCards {
	readonly #place: HTMLElement;
	readonly #language: Language;
	#turn = 0;

	constructor(place: HTMLElement, language: Language) {
		this.#place = place;
		this.#language = language;
	}

	/** One card a run; those that stay keep their pictures. */
	become(runs: readonly LiveRun[], selected: number): void {
		const text = LAB_TEXT[this.#language];
		const known = new Map([...this.#place.children].map((card) => [card.getAttribute('data-key'), card]));
		const cards = runs.map(({ key }) => known.get(String(key)) ?? this.#card(key));
		if (cards.length !== known.size || cards.some((card, i) => card !== this.#place.children[i])) {
			this.#place.replaceChildren(...cards);
		}
		const base = runs[0]?.spec ?? null;
		for (const [index, run] of runs.entries()) {
			const card = this.#of(run.key);
			card?.toggleAttribute('data-selected', run.key === selected);
			card?.querySelector('button')?.setAttribute('aria-pressed', String(run.key === selected));
			const words =
				run.spec === null || base === null
					? ''
					: index === 0
						? text.base
						: describeDifferences(base, run.spec, this.#language);
			card?.querySelector('[data-part="difference"]')?.replaceChildren(words);
			if (card) delete card.dataset.marks; // its data may be other ones
		}
	}

	/** Draws what came since the last frame. @param isStill whether everything is drawn, and not the quick half of it */
	draw(runs: readonly LiveRun[], isStill: boolean): void {
		this.#turn += 1;
		for (const [index, run] of runs.entries()) {
			const card = this.#of(run.key);
			if (!card) continue;
			this.#status(card, run);
			if (!run.look || (run.isDrawn && !isStill)) continue;
			this.#boundary(card, run);
			// The slower pictures take turns, a run each frame: they change more slowly than an eye can follow.
			if (isStill || run.isOver || this.#turn % runs.length === index) this.#pictures(card, run);
		}
	}

	#card(key: number): Element {
		const template = document.createElement('template');
		template.innerHTML = cardHtml(key, this.#language);
		const card = template.content.firstElementChild;
		if (!card) throw new Error('a card is an element');
		return card;
	}

	#of = (key: number) => this.#place.querySelector<HTMLElement>(`[data-key="${key}"]`);

	#status(card: HTMLElement, { spec, look, trained, epochs, isOver, errors, failure, result }: LiveRun): void {
		const text = LAB_TEXT[this.#language];
		const bar = card.querySelector('progress');
		if (bar) bar.value = epochs > 0 ? trained / epochs : 0;
		const number = (value: number) => formatCount(value, this.#language);
		const words = () => {
			if (failure !== null) return text.failed(failure);
			if (spec === null) return text.refusedBecause(errors.map(({ path, message }) => text.problem(path, message)));
			if (!look || trained === 0) return text.waiting;
			if (result?.divergedAt !== undefined) {
				const cause = explain(resolve(spec)).findings.find(({ severity }) => severity === 'error');
				return text.diverged(number(result.divergedAt), cause?.message[this.#language] ?? null);
			}
			if (result?.stoppedAt !== undefined) {
				return text.stopped(number(result.stoppedAt), number(spec.regularizers.earlyStopping?.patience ?? 0));
			}
			return isOver ? text.over(number(epochs)) : text.progress(number(trained), number(epochs));
		};
		const place = card.querySelector('[data-part="status"]');
		const said = words();
		if (place && place.textContent !== said) place.textContent = said;
		// A count that changes sixty times a second is not for a live region.
		place?.setAttribute('aria-live', look && !isOver && trained > 0 ? 'off' : 'polite');
		card.toggleAttribute('data-wrong', spec === null || failure !== null || result?.divergedAt !== undefined);
	}

	#boundary(card: HTMLElement, { spec, look }: LiveRun): void {
		const place = card.querySelector<HTMLElement>('[data-part="boundary"]');
		const canvas = place?.querySelector('canvas');
		const field = look?.field;
		if (place) place.hidden = !field;
		if (!field?.pixels || !place || !canvas || !spec || isReal(spec.data)) return; // measured data have no plane
		canvas.getContext('2d')?.putImageData(new ImageData(field.pixels, field.size), 0, 0);
		const shape = JSON.stringify([field.x, field.y]);
		if (card.dataset.marks === shape) return;
		card.dataset.marks = shape;
		const plane = projection(field);
		place
			.querySelector<HTMLElement>('.boundary-picture')
			?.style.setProperty('aspect-ratio', `${plane.width} / ${plane.height}`);
		const marks = marksSvg(drawDataSet(spec.data).train, plane);
		const drawing = `<svg class="boundary" viewBox="0 0 ${plane.width} ${plane.height}" aria-hidden="true">${marks}</svg>`;
		const layer = card.querySelector('[data-part="marks"]');
		if (layer) layer.innerHTML = drawing;
	}

	#pictures(card: HTMLElement, { look }: LiveRun): void {
		const picture = look?.picture;
		if (!picture) return;
		const text = LAB_TEXT[this.#language];
		const norms = picture.norms
			.map((norm, i) => `${text.layer(i + 1)} ${formatInProse(norm, { language: this.#language })}`)
			.join(', ');
		const drawings = {
			network: networkSvg(picture, text.network, text.units),
			histogram: histogramSvg(picture, text.histogram, this.#language),
			norms: normsSvg(picture, `${text.norms}: ${norms}`, this.#language),
		};
		for (const [part, svg] of Object.entries(drawings)) {
			const place = card.querySelector(`[data-part="${part}"]`);
			if (place)
				place.innerHTML = `${svg}<span aria-hidden="true">${escapeHtml(text[part as keyof typeof drawings])}</span>`;
		}
	}
}
