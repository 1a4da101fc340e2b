import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { LiveBoundary } from '../../pictures/boundary/LiveBoundary.ts';
import { LatestTraining } from '../../training/live/LatestTraining.ts';
import { livePool } from '../../training/live/LivePool.ts';
import type { LiveOutcome } from '../../training/live/messages.ts';
import { LiveFigure } from '../kit/LiveFigure.ts';
import { WINDOW } from '../thirtyMoons.ts';
import { PANELS, type Panel, PUBLISHED_ROWS, type RowsState, rowsOf, rowsTask } from './tasks.ts';
import { panelLabel, panelName, panelResult, rowsCaption } from './words.ts';

/** One of the three panels: its newest training, and its picture. */
interface Opened {
	training: LatestTraining;
	boundary: LiveBoundary;
	/** The task that was asked for last, and what comes of it; null where a later one took its place. */
	asked: { key: string; outcome: Promise<LiveOutcome | null> } | null;
	shown: LiveOutcome | null;
}

/** `<rows-figure>`: three networks, of which a control trains again those that it changes. */
class RowsFigure extends LiveFigure<RowsState> {
	protected readonly published = PUBLISHED_ROWS;
	#panels: Record<Panel, Opened> | null = null;

	protected override wake(): void {
		void livePool()
			.warm()
			.then(
				() => this.toggleAttribute('data-warm', true),
				(error) => this.fail(error),
			);
	}

	protected override async draw(state: RowsState): Promise<boolean> {
		const outcomes = await Promise.all(PANELS.map((panel) => this.#drawPanel(panel, state)));
		const [few, copied, fresh] = outcomes;
		if (!few || !copied || !fresh || this.lifetime.aborted) return false;
		const finals = { few: few.final, copied: copied.final, fresh: fresh.final };
		this.say(rowsCaption(state, finals, this.language));
		return true;
	}

	protected override recolour(): void {
		for (const { boundary } of Object.values(this.#panels ?? {})) boundary.recolour();
	}

	protected override specs(state: RowsState): RunSpecInput[] {
		return PANELS.map((panel) => this.#panels?.[panel].shown?.spec ?? rowsTask(panel, state).spec);
	}

	protected override rows(state: RowsState): (string | number)[][] {
		return [
			['rows', 'm', 'lambda', 'jitter', 'test loss'],
			...PANELS.map((panel) => [
				panelName(panel, state, this.language),
				rowsOf(panel, state),
				state.lambda,
				panel === 'copied' ? state.jitter : 0,
				this.#panels?.[panel].shown?.final.testLoss ?? '',
			]),
		];
	}

	async #drawPanel(panel: Panel, state: RowsState): Promise<LiveOutcome | null> {
		const opened = this.#panelsNow()[panel];
		const task = rowsTask(panel, state);
		const key = JSON.stringify(task);
		if (opened.asked?.key !== key) opened.asked = { key, outcome: opened.training.train(task) };
		const outcome = await opened.asked.outcome;
		if (!outcome || outcome === opened.shown || this.lifetime.aborted) return outcome;
		const { language } = this;
		opened.shown = outcome;
		opened.boundary.show({ probability: outcome.looks[0]?.probability ?? [], sample: outcome.sample });
		this.findPart(`name-${panel}`).textContent = panelName(panel, state, language);
		this.findPart(`result-${panel}`).textContent = panelResult(outcome.final, language);
		const label = panelLabel(panel, state, outcome.final, language);
		this.findPart(`boundary-${panel}`).querySelector('svg')?.setAttribute('aria-label', label);
		return outcome;
	}

	#panelsNow(): Record<Panel, Opened> {
		this.#panels ??= { few: this.#open('few'), copied: this.#open('copied'), fresh: this.#open('fresh') };
		return this.#panels;
	}

	#open(panel: Panel): Opened {
		const boundary = new LiveBoundary(this.findPart(`boundary-${panel}`), WINDOW);
		return { training: new LatestTraining(livePool()), boundary, asked: null, shown: null };
	}
}

customElements.define('rows-figure', RowsFigure);
