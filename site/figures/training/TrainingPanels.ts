import type { Sample } from '../../../src/data/sample.ts';
import { EPOCHS } from '../../../src/experiments/trainingFigure.ts';
import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { Boundary, Trace } from '../../../src/schema/run.ts';
import { type MountedCharts, mountCharts } from '../../charts/mountCharts.ts';
import { boundarySvg } from '../../pictures/boundary/boundarySvg.ts';
import type { Frame } from '../../pictures/boundary/frame.ts';
import { LIVE_FIGURE_TEXT } from '../../text/liveFigures/liveFigureText.ts';
import { lossChart } from './lossChart.ts';

/** A training at a moment, or at its end. */
interface Moment {
	epoch: number;
	trace: Trace;
	boundary?: Boundary | undefined;
}

/** What the boundaries of all panels share. */
export interface PanelData {
	frame: Frame;
	sample: Sample;
}

/** The panels of a live figure: each with a boundary and its numbers, and the curves of the loss where it has a place for them. */
export class TrainingPanels {
	readonly #find: (name: string) => HTMLElement;
	readonly #data: PanelData;
	readonly #language: Language;
	readonly #losses: MountedCharts | null;

	/** @param find finds a part of the figure */
	constructor(find: (name: string) => HTMLElement, losses: HTMLElement | null, data: PanelData, language: Language) {
		this.#find = find;
		this.#data = data;
		this.#language = language;
		this.#losses = losses && mountCharts(losses, { isAnimated: false });
	}

	/** Shows the network of a panel, trained with λ, at a moment. */
	show(panel: number, { epoch, trace, boundary }: Moment, lambda: number): void {
		const text = LIVE_FIGURE_TEXT[this.#language];
		const write = (value: number | null | undefined) =>
			formatInProse(value ?? Number.NaN, { language: this.#language });
		if (boundary) {
			const label = text.boundaryLabel(write(lambda));
			this.#find(`boundary-${panel}`).innerHTML = boundarySvg({ boundary, ...this.#data, label });
		}
		this.#find(`numbers-${panel}`).textContent = text.numbers(
			write(epoch),
			write(trace.dataLoss.at(-1)),
			write(trace.testLoss.at(-1)),
		);
		this.#losses?.show([lossChart(trace, EPOCHS, this.#language)], text.lossLabel);
	}

	/** Draws the curves again, after a change of theme. */
	redraw(): void {
		this.#losses?.redraw();
	}

	destroy(): void {
		this.#losses?.destroy();
	}
}
