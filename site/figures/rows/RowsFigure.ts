import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { putText } from '../../elements/putText.ts';
import type { LiveOutcome } from '../../training/live/messages.ts';
import { TrainedFigure } from '../kit/TrainedFigure.ts';
import { TrainedPanel } from '../kit/TrainedPanel.ts';
import { WINDOW } from '../thirtyMoons.ts';
import { PANELS, type Panel, PUBLISHED_ROWS, type RowsState, rowsOf, rowsTask } from './tasks.ts';
import { panelLabel, panelName, panelResult, rowsCaption } from './words.ts';

/** `<rows-figure>`: three networks, of which a control trains again those that it changes. */
class RowsFigure extends TrainedFigure<RowsState> {
	protected readonly published = PUBLISHED_ROWS;
	#panels: Record<Panel, TrainedPanel> | null = null;

	protected override async draw(state: RowsState): Promise<boolean> {
		const outcomes = await Promise.all(PANELS.map((panel) => this.#drawPanel(panel, state)));
		const [few, copied, fresh] = outcomes;
		if (!few || !copied || !fresh || this.lifetime.aborted) return false;
		const finals = { few: few.final, copied: copied.final, fresh: fresh.final };
		this.say(rowsCaption(state, finals, this.language));
		const noise = this.querySelector<HTMLInputElement>('[data-handle="jitter"]');
		if (noise) noise.disabled = state.copies === 1; // there are no copies that could be moved
		return true;
	}

	protected override recolour(): void {
		for (const panel of Object.values(this.#panels ?? {})) panel.recolour();
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
		const trained = this.#panelsNow()[panel];
		const outcome = await trained.train(rowsTask(panel, state));
		if (!outcome || outcome === trained.shown || this.lifetime.aborted) return outcome;
		const { language } = this;
		trained.show(outcome, panelLabel(panel, state, outcome.final, language));
		putText(this.findPart(`name-${panel}`), panelName(panel, state, language));
		putText(this.findPart(`result-${panel}`), panelResult(outcome.final, language));
		return outcome;
	}

	#panelsNow(): Record<Panel, TrainedPanel> {
		this.#panels ??= { few: this.#open('few'), copied: this.#open('copied'), fresh: this.#open('fresh') };
		return this.#panels;
	}

	#open(panel: Panel): TrainedPanel {
		return new TrainedPanel(this.findPart(`boundary-${panel}`), WINDOW);
	}
}

customElements.define('rows-figure', RowsFigure);
