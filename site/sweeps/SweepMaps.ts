import type { Language } from '../../src/language.ts';
import type { Grid } from '../../src/schema/sweep.ts';
import type { SweepDocument, SweepResult } from '../../src/schema/sweepAnswers.ts';
import type { MountedCharts } from '../charts/mountCharts.ts';
import type { SpeakingCells } from '../figures/experiment/SpeakingCells.ts';
import { SWEEPS_TEXT } from '../text/sweeps/sweepsText.ts';
import type { JudgedAnalysis } from './analysisHtml.ts';
import type { ConstantLoss } from './constantLoss.ts';
import { API } from './sweepApi.ts';

const onDemand = () => import('./onDemand.ts');

/** The cells of a sweep that are over, as heat maps that fill in. */
export class SweepMaps {
	readonly #place: HTMLElement;
	readonly #language: Language;
	readonly #results = new Map<string, SweepResult>();
	#grid: Grid | null = null;
	#charts: MountedCharts | null = null;
	#cells: SpeakingCells | null = null;
	readonly #lifetime = new AbortController();
	#isDrawing = false;
	/** Whether no more cells come. */
	#isOver = false;

	constructor(place: HTMLElement, language: Language) {
		this.#place = place;
		this.#language = language;
	}

	/** Shows another sweep, as far as it has come. */
	async become({ grid, results }: SweepDocument): Promise<void> {
		this.#grid = grid;
		this.#results.clear();
		this.#isOver = false;
		for (const result of results) this.#take(result);
		await this.#draw();
	}

	/** One more cell is over. Drawn at most once a frame, however many come. */
	add(result: SweepResult): void {
		this.#take(result);
		if (this.#isDrawing) return;
		this.#isDrawing = true;
		requestAnimationFrame(() => {
			this.#isDrawing = false;
			void this.#draw();
		});
	}

	/** All that has come, drawn, and what it says; null before there is a grid. */
	async analyse(): Promise<JudgedAnalysis | null> {
		if (!this.#grid) return null;
		const { analyseSweep } = await onDemand();
		this.#isOver = true;
		await this.#draw();
		const results = [...this.#results.values()];
		return { ...analyseSweep(this.#grid, results), constant: await this.#findConstant(results) };
	}

	/** What one answer for every row would lose, by a run of the sweep; null where that cannot be had. */
	async #findConstant(results: readonly SweepResult[]): Promise<ConstantLoss | null> {
		const id = results.find(({ status }) => status === 'ok')?.runId;
		if (!id) return null;
		const { constantLossOf, createClient } = await onDemand();
		return createClient({ baseUrl: API })
			.run(id, { signal: this.#lifetime.signal })
			.then(({ final }) => constantLossOf(final))
			.catch(() => null);
	}

	/** How many cells have diverged so far. */
	get diverged(): number {
		return [...this.#results.values()].filter(({ status }) => status === 'diverged').length;
	}

	/** The same in the page's colours of now. */
	recolour(): void {
		this.#charts?.redraw();
	}

	close(): void {
		this.#lifetime.abort();
		this.#charts?.destroy();
		this.#charts = null;
	}

	#take(result: SweepResult): void {
		const { scaling, m, lambda, seed } = result;
		this.#results.set(`${scaling} ${m} ${lambda} ${seed}`, result);
	}

	async #draw(): Promise<void> {
		if (!this.#grid) return;
		const { chartsOfFigure, markCells, mountCharts, SpeakingCells, sweepFigure } = await onDemand();
		const results = [...this.#results.values()];
		const figure = sweepFigure(this.#grid, results);
		const marks = markCells(this.#grid, { figure, results, language: this.#language, isOver: this.#isOver });
		this.#charts ??= mountCharts(this.#place, { isAnimated: false });
		const charts = chartsOfFigure(figure, this.#language).map((chart, panel) => ({ ...chart, ...marks[panel] }));
		this.#charts.show(charts, SWEEPS_TEXT[this.#language].figureLabel);
		const { signal } = this.#lifetime;
		this.#cells ??= new SpeakingCells(this.#place, this.#charts, { language: this.#language, signal });
		this.#cells.show(charts);
	}
}
