import type { Language } from '../../../src/language.ts';
import type { CurvesChart } from '../../charts/chart.ts';
import { LineCanvas } from '../../charts/LineCanvas.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { CHARTS, type Chart } from '../../text/lab/labWords.ts';
import type { Trainings } from '../training/trainings.ts';
import { describeChart } from './describeChart.ts';
import { epochAt } from './tracesChart.ts';

/** At play a chart is drawn no more often than once in so many milliseconds: its lines grow more slowly than pictures move. */
const LEAST_MS = 150;

interface Holding {
	trainings: Trainings;
	language: Language;
	/** The reader has put a finger on an epoch. */
	seek: (epoch: number) => void;
	signal: AbortSignal;
}

/** What the losses are drawn over in the place of the epochs, where the reader has chosen so. */
interface Instead {
	readonly isOn: boolean;
	/** Whether what it draws is looked at, and does not only pass by. */
	readonly isStill: boolean;
	note(): void;
	describe(isLogarithmic: boolean): { chart: CurvesChart; label: string };
}

/** The charts of one part of the page. A finger on one of them goes to the epoch there. */
export class TraceCharts {
	readonly #place: HTMLElement;
	readonly #holding: Holding;
	readonly #canvases = new Map<Chart, LineCanvas>();
	#turn = 0;
	/** When the last of them was drawn. */
	#drawnAt = 0;
	/** The specs that the charts were last drawn of: another one is drawn at once, as in the cards. */
	#of: readonly unknown[] = [];
	#instead: Instead | null = null;
	constructor(place: HTMLElement, holding: Holding) {
		this.#place = place;
		this.#holding = holding;
		const { signal } = holding;
		place.addEventListener('change', () => this.draw(true), { signal });
		for (const box of place.querySelectorAll<HTMLElement>('[data-chart]')) {
			const chart = CHARTS.find((one) => one === box.dataset.chart);
			if (chart) this.#open(chart, box);
		}
	}

	/** Losses are drawn over something else where the reader chooses so. */
	with(instead: Instead): this {
		this.#instead = instead;
		return this;
	}

	/** @param isStill whether all are drawn, or one after the other unless some run has become another one */
	draw(isStill: boolean): void {
		const { trainings, language } = this.#holding;
		this.#instead?.note();
		const of = trainings.runs.map((run) => run.of);
		const areAll = isStill || of.length !== this.#of.length || of.some((spec, index) => spec !== this.#of[index]);
		this.#of = of;
		const now = performance.now();
		if (!areAll && now - this.#drawnAt < LEAST_MS / this.#canvases.size) return;
		this.#drawnAt = now;
		this.#turn = (this.#turn + 1) % this.#canvases.size;
		for (const [index, [chart, canvas]] of [...this.#canvases].entries()) {
			if (!areAll && index !== this.#turn) continue;
			const isLogarithmic = this.#place.querySelector<HTMLInputElement>(`input[name="logarithmic-${chart}"]`)?.checked;
			if (chart === 'dataLoss' && this.#instead?.isOn) {
				if (!this.#instead.isStill) continue;
				const { chart: described, label } = this.#instead.describe(isLogarithmic ?? false);
				canvas.show(described, label);
			} else if (!this.#staysBuilt(chart))
				canvas.show(
					describeChart(chart, trainings, isLogarithmic ?? false, language),
					LAB_TEXT[language].charts[chart],
				);
		}
	}

	/** The lines that the build has drawn stay until those of the trainings come. */
	#staysBuilt(chart: Chart): boolean {
		if (chart !== 'dataLoss' || !this.#place.hasAttribute('data-built')) return false;
		const areComing = this.#holding.trainings.runs.every(({ look }) => look === null);
		this.#place.toggleAttribute('data-built', areComing);
		return areComing;
	}

	/** Takes the colours of the theme again. */
	recolour(): void {
		for (const canvas of this.#canvases.values()) canvas.recolour();
	}

	#open(chart: Chart, box: HTMLElement): void {
		const { seek, signal, trainings } = this.#holding;
		const canvas = new LineCanvas(box);
		this.#canvases.set(chart, canvas);
		signal.addEventListener('abort', () => canvas.destroy());
		const go = ({ clientX }: PointerEvent) => {
			const { layout } = canvas;
			if (layout && !this.#instead?.isOn)
				seek(epochAt(clientX - box.getBoundingClientRect().left, layout, trainings.epochs));
		};
		const down = (event: PointerEvent) => {
			if (event.button !== 0) return;
			box.setPointerCapture(event.pointerId);
			go(event);
		};
		box.addEventListener('pointerdown', down, { signal });
		box.addEventListener('pointermove', (event) => box.hasPointerCapture(event.pointerId) && go(event), { signal });
	}
}
