import type { Language } from '../../../src/language.ts';
import type { Trace } from '../../../src/schema/run.ts';
import type { Chart as ChartDescription } from '../../charts/chart.ts';
import type { MountedCharts } from '../../charts/mountCharts.ts';
import { whenNear } from '../../elements/whenNear.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { CHARTS, type Chart } from '../../text/lab/labWords.ts';
import type { Trainings } from '../training/trainings.ts';
import { epochAt, type TraceLine, tracesChart } from './tracesChart.ts';

/** Which columns of a trace a chart draws: of the training data, and of held-out ones. */
const COLUMNS: Record<Chart, readonly [keyof Trace, (keyof Trace)?]> = {
	dataLoss: ['dataLoss', 'testLoss'],
	penalty: ['penalty'],
	objective: ['objective'],
	accuracy: ['trainAccuracy', 'testAccuracy'],
	weightNorm: ['weightNorm'],
};

/** A chart's description as all runs have it now. */
export function describeChart(
	chart: Chart,
	{ runs, epochs, shown, playhead }: Trainings,
	isLogarithmic: boolean,
	language: Language,
	title = '',
): ChartDescription {
	const lines: TraceLine[] = runs.flatMap(({ key, trace }) =>
		COLUMNS[chart].flatMap((name, index) =>
			name ? [{ key, epoch: trace.epoch, values: trace[name], isHeldOut: index > 0 }] : [],
		),
	);
	return tracesChart({
		lines,
		epochs,
		isLogarithmic,
		cursor: shown < playhead ? shown : null,
		title,
		language,
	});
}

/** A chart is drawn no more often than once in so many frames: its lines grow more slowly than pictures move. */
const LEAST_FRAMES = 3;

interface Holding {
	trainings: Trainings;
	language: Language;
	/** The reader has put a finger on an epoch. */
	seek: (epoch: number) => void;
	signal: AbortSignal;
}

/** The charts of one part of the page, mounted when they come near the screen. A finger on one of them goes to the epoch there. */
export class TraceCharts {
	readonly #place: HTMLElement;
	readonly #holding: Holding;
	readonly #mounted = new Map<Chart, MountedCharts>();
	#turn = 0;

	constructor(place: HTMLElement, holding: Holding) {
		this.#place = place;
		this.#holding = holding;
		const { signal } = holding;
		place.addEventListener('change', () => this.draw(true), { signal });
		for (const box of this.#boxes) this.#seekOn(box);
		whenNear(place, () => void this.#mount(), signal);
	}

	/** @param isStill whether all are drawn, or one after the other */
	draw(isStill: boolean): void {
		const charts = [...this.#mounted];
		this.#turn = (this.#turn + 1) % Math.max(LEAST_FRAMES, charts.length);
		for (const [index, [chart, mounted]] of charts.entries()) {
			if (isStill || index === this.#turn) mounted.show([this.#describe(chart)], this.#text.charts[chart]);
		}
	}

	/** Takes the colours of the theme again. */
	recolour(): void {
		for (const mounted of this.#mounted.values()) mounted.redraw();
	}

	/** Chart.js comes when the charts are near the screen. */
	async #mount(): Promise<void> {
		const { signal } = this.#holding;
		const { mountCharts } = await import('../../charts/mountCharts.ts');
		if (signal.aborted) return;
		for (const box of this.#boxes) {
			const chart = CHARTS.find((one) => one === box.dataset.chart);
			if (!chart) continue;
			const mounted = mountCharts(box, { isAnimated: false, isFilling: true });
			this.#mounted.set(chart, mounted);
			signal.addEventListener('abort', () => mounted.destroy());
		}
		this.draw(true);
	}

	#seekOn(box: HTMLElement): void {
		const { seek, signal, trainings } = this.#holding;
		const go = ({ clientX }: PointerEvent) => {
			const layout = this.#mounted.get(box.dataset.chart as Chart)?.layout(0); // the build wrote it
			if (layout) seek(epochAt(clientX - box.getBoundingClientRect().left, layout, trainings.epochs));
		};
		const down = (event: PointerEvent) => {
			if (event.button !== 0) return;
			box.setPointerCapture(event.pointerId);
			go(event);
		};
		box.addEventListener('pointerdown', down, { signal });
		box.addEventListener('pointermove', (event) => box.hasPointerCapture(event.pointerId) && go(event), { signal });
	}

	#describe(chart: Chart): ChartDescription {
		const { trainings, language } = this.#holding;
		const box = this.#place.querySelector<HTMLInputElement>(`input[name="logarithmic-${chart}"]`);
		return describeChart(chart, trainings, box?.checked ?? false, language);
	}

	get #boxes(): NodeListOf<HTMLElement> {
		return this.#place.querySelectorAll<HTMLElement>('[data-chart]');
	}

	get #text() {
		return LAB_TEXT[this.#holding.language];
	}
}
