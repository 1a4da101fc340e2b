import type { Language } from '../../../src/language.ts';
import { escapeHtml } from '../../html/escapeHtml.ts';
import { histogramSvg, networkSvg, normsSvg } from '../../pictures/network/networkSvgs.ts';
import { ownScale, sharedScale } from '../../pictures/network/scale.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import type { Response } from '../runs/runCards.ts';
import { recallOpen, rememberOpen } from '../state/folded.ts';
import type { LabStore } from '../state/labStore.ts';
import { tableHtml } from '../traces/tableHtml.ts';
import { TraceCharts } from '../traces/traceCharts.ts';
import type { LiveRun } from '../training/liveRun.ts';
import type { Trainings } from '../training/trainings.ts';
import { Inspection } from './inspection.ts';
import { widthOfNetwork } from './networkShape.ts';
import { UnitResponses } from './unitResponses.ts';

interface Holding {
	store: LabStore;
	trainings: Trainings;
	language: Language;
	seek: (epoch: number) => void;
	/** Shows in a run's own picture what a unit responds to; null: the run itself again. */
	respond: (key: number, response: Response | null) => void;
	signal: AbortSignal;
}

/** The part of the page that folds: drawn only while it is open. */
export class MoreView {
	readonly #place: HTMLDetailsElement;
	readonly #holding: Holding;
	/** Made once somebody opens it: most never do. */
	#charts: TraceCharts | null = null;
	readonly #inspection: Inspection;
	readonly #responses: UnitResponses;
	#turn = 0;

	constructor(place: HTMLElement, holding: Holding) {
		if (!(place instanceof HTMLDetailsElement)) throw new TypeError('what folds is a details element');
		this.#place = place;
		this.#holding = holding;
		place.open = recallOpen('more') ?? false;
		const { signal } = holding;
		this.#inspection = new Inspection(place, holding);
		this.#responses = new UnitResponses(place, holding.trainings);
		place.addEventListener('toggle', () => this.#toggled(), { signal });
		place.addEventListener('change', () => this.draw(true), { signal });
	}

	/** @param isStill whether everything is drawn, or one picture after the other */
	draw(isStill: boolean): void {
		if (!this.#place.open) return;
		const { runs } = this.#holding.trainings;
		this.#turn += 1;
		this.#charts ??= new TraceCharts(this.#place, this.#holding);
		this.#charts.draw(isStill);
		this.#makeRoom(runs);
		this.#choose();
		// They take turns, a run each frame: they change more slowly than an eye can follow.
		for (const [index, run] of runs.entries()) if (isStill || this.#turn % runs.length === index) this.#pictures(run);
		if (isStill || this.#turn % 6 === 0) this.#table(runs);
		this.#responses.draw(runs, isStill);
		this.#inspection.draw(isStill);
	}

	recolour(): void {
		this.#charts?.recolour();
	}

	#toggled(): void {
		rememberOpen('more', this.#place.open);
		this.draw(true);
	}

	#makeRoom(runs: readonly LiveRun[]): void {
		const place = this.#place.querySelector('[data-part="insides"]');
		const keys = runs.map(({ key }) => key).join();
		if (!(place instanceof HTMLElement) || place.dataset.keys === keys) return;
		const text = LAB_TEXT[this.#holding.language];
		place.dataset.keys = keys;
		place.innerHTML = runs
			.map(
				({ key }) =>
					`<div class="inside" data-own="${key}" data-inside="${key}"><h3><span class="badge">${key}</span></h3><div class="network" data-part="network" tabindex="0" role="group" aria-label="${escapeHtml(text.inspect.title)}"><div data-part="drawing"></div><i class="ring" data-part="ring" hidden></i></div><div class="inspection" data-part="inspection" aria-live="polite"></div><div data-part="histogram"></div><div data-part="norms"></div></div>`,
			)
			.join('');
	}

	/** The network of the chosen run is the large one. */
	#choose(): void {
		for (const inside of this.#place.querySelectorAll<HTMLElement>('[data-inside]'))
			inside.toggleAttribute('data-chosen', this.#isChosen(Number(inside.dataset.inside)));
	}

	#isChosen = (key: number): boolean => key === this.#holding.store.state.selected;

	#pictures({ key, look }: LiveRun): void {
		const picture = look?.picture;
		const place = this.#place.querySelector(`[data-inside="${key}"]`);
		if (!picture || !place) return;
		const { language, trainings } = this.#holding;
		const text = LAB_TEXT[language];
		const all = trainings.runs.flatMap((run) => run.look?.picture ?? []);
		const scale = this.#hasOwnScales ? ownScale(picture) : sharedScale(all);
		const drawings = {
			drawing: networkSvg(picture, scale, text.network, text.units, widthOfNetwork(this.#isChosen(key))),
			histogram: histogramSvg(picture, scale, text.histogram, language),
			norms: normsSvg(picture, scale, text, language),
		};
		const titles = { drawing: text.network, histogram: text.histogram, norms: text.layerNorms };
		for (const part of ['drawing', 'histogram', 'norms'] as const) {
			const box = place.querySelector(`[data-part="${part}"]`);
			if (box) box.innerHTML = `${drawings[part]}<span aria-hidden="true">${escapeHtml(titles[part])}</span>`;
		}
	}

	#table(runs: readonly LiveRun[]): void {
		const table = this.#place.querySelector('table');
		const caption = table?.querySelector('caption')?.outerHTML ?? '';
		if (table) table.innerHTML = caption + tableHtml(runs, this.#holding.language);
	}

	get #hasOwnScales(): boolean {
		return this.#place.querySelector<HTMLInputElement>('input[name="own-scales"]')?.checked ?? false;
	}
}
