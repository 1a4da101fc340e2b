import type { Language } from '../../../src/language.ts';
import { formatCount } from '../../../src/numberFormat.ts';
import type { Trace } from '../../../src/schema/run.ts';
import type { Chart as ChartDescription } from '../../charts/chart.ts';
import type { MountedCharts } from '../../charts/mountCharts.ts';
import { whenNear } from '../../elements/whenNear.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { CHARTS, type Chart } from '../../text/lab/labWords.ts';
import { epochAt, type TraceLine, tracesChart } from '../tracesChart.ts';
import type { Trainings } from '../training/trainings.ts';
import { tableHtml } from './tableHtml.ts';

/** Which columns of a trace a chart draws: of the training data, and of held-out ones. */
const COLUMNS: Record<Chart, readonly [keyof Trace, (keyof Trace)?]> = {
	dataLoss: ['dataLoss', 'testLoss'],
	penalty: ['penalty'],
	objective: ['objective'],
	accuracy: ['trainAccuracy', 'testAccuracy'],
	weightNorm: ['weightNorm'],
};

/** The traces of all runs, an epoch that is pointed at in all of them, and the numbers there. */
export class TracesView {
	readonly #place: HTMLElement;
	readonly #language: Language;
	readonly #trainings: Trainings;
	/** The epoch pointed at; null: the last one that there is. */
	#cursor: number | null = null;
	#turn = 0;
	readonly #mounted = new Map<Chart, MountedCharts>();

	constructor(place: HTMLElement, trainings: Trainings, language: Language, signal: AbortSignal) {
		this.#place = place;
		this.#trainings = trainings;
		this.#language = language;
		const slider = this.#slider;
		slider?.addEventListener('input', () => this.#point(Number(slider.value)), { signal });
		place.addEventListener('change', () => this.draw(true), { signal });
		for (const place of this.#place.querySelectorAll<HTMLElement>('[data-chart]')) {
			const chart = CHARTS.find((one) => one === place.dataset.chart);
			if (!chart) continue;
			place.addEventListener(
				'pointermove',
				({ clientX }) => {
					const layout = this.#mounted.get(chart)?.layout(0);
					if (layout) this.#point(epochAt(clientX - place.getBoundingClientRect().left, layout, trainings.epochs));
				},
				{ signal },
			);
		}
		whenNear(place, () => void this.#mount(signal), signal);
	}

	/** Chart.js comes when the charts are near the screen. */
	async #mount(signal: AbortSignal): Promise<void> {
		const { mountCharts } = await import('../../charts/mountCharts.ts');
		if (signal.aborted) return;
		for (const chart of CHARTS) {
			const place = this.#place.querySelector<HTMLElement>(`[data-chart="${chart}"]`);
			if (!place) continue;
			const mounted = mountCharts(place, { isAnimated: false });
			this.#mounted.set(chart, mounted);
			signal.addEventListener('abort', () => mounted.destroy());
		}
		this.draw(true);
	}

	/** @param isStill whether everything is drawn, or the charts take turns */
	draw(isStill: boolean): void {
		const { runs, epochs } = this.#trainings;
		const slider = this.#slider;
		if (slider) {
			slider.max = String(epochs);
			if (this.#cursor === null) slider.value = String(Math.max(0, ...runs.map(({ trained }) => trained)));
			else if (this.#cursor > epochs) this.#cursor = null;
		}
		this.#turn = (this.#turn + 1) % CHARTS.length;
		for (const [index, chart] of CHARTS.entries()) if (isStill || index === this.#turn) this.#draw(chart);
		if (isStill || this.#turn === 0) this.#table();
	}

	/** Takes the colours of the theme again. */
	recolour(): void {
		for (const mounted of this.#mounted.values()) mounted.redraw();
	}

	/** From the last epoch on again, as after a reset. */
	follow(): void {
		this.#cursor = null;
	}

	#point(epoch: number): void {
		this.#cursor = epoch;
		const slider = this.#slider;
		if (slider) slider.value = String(epoch);
		this.draw(true);
	}

	/** The charts as they are now, for a file. */
	charts(): ChartDescription[] {
		return CHARTS.map((chart) => this.#describe(chart));
	}

	#draw(chart: Chart): void {
		this.#mounted.get(chart)?.show([this.#describe(chart)], LAB_TEXT[this.#language].charts[chart]);
	}

	#describe(chart: Chart): ChartDescription {
		const { runs, epochs } = this.#trainings;
		const lines: TraceLine[] = runs.flatMap(({ key, trace }) =>
			COLUMNS[chart].flatMap((name, index) =>
				name ? [{ key, epoch: trace.epoch, values: trace[name], isHeldOut: index > 0 }] : [],
			),
		);
		return tracesChart({
			lines,
			epochs,
			isLogarithmic: chart !== 'accuracy' && this.#isLogarithmic,
			cursor: this.#cursor,
			title: LAB_TEXT[this.#language].charts[chart],
			language: this.#language,
		});
	}

	#table(): void {
		const table = this.#place.querySelector('table');
		const epoch = Number(this.#slider?.value ?? 0);
		this.#place.querySelector('output')?.replaceChildren(formatCount(epoch, this.#language));
		const body = tableHtml(this.#trainings.runs, epoch, this.#language);
		const caption = table?.querySelector('caption')?.outerHTML ?? '';
		if (table) table.innerHTML = caption + body;
	}

	get #slider(): HTMLInputElement | null {
		return this.#place.querySelector('input[type="range"]');
	}

	get #isLogarithmic(): boolean {
		return this.#place.querySelector<HTMLInputElement>('input[name="logarithmic"]')?.checked ?? false;
	}
}
