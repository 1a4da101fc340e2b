import { type FigureRun, figureRuns, LAMBDA_CHOICES } from '../../src/experiments/scalingFigure.ts';
import { TrainingFailed } from '../api/failure.ts';
import { type Arrival, trainRun } from '../api/trainRun.ts';
import type { FigureData, TracedRun } from '../figures/figureData.ts';
import { runFacts } from '../figures/runFacts.ts';
import { sameNumbers } from '../figures/sameNumbers.ts';
import { languageOf } from '../text/languages.ts';
import { TEXT } from '../text/tables.ts';
import { ObjectiveTraces } from './ObjectiveTraces.ts';
import { markTraining, showArrival } from './runView.ts';
import { TrainingControls } from './TrainingControls.ts';

/**
 * `<scaling-figure>`: makes the figure that the page already shows alive. It draws the curves,
 * follows the choice of λ (the panels follow it in the style sheet), and trains the six runs of
 * that choice one after the other, putting each result where the precomputed one stood.
 */
class ScalingFigure extends HTMLElement {
	readonly #text = TEXT[languageOf(document.documentElement.lang)].figure;
	readonly #arrivals = new Map<string, Arrival>();
	#training: AbortController | null = null;

	connectedCallback(): void {
		const controls = new TrainingControls(this, this.#text);
		controls.onPress(() => (this.#training ? this.#training.abort() : void this.#train(controls)));
		for (const input of this.#choices()) {
			input.addEventListener('change', () => {
				controls.clear();
				this.#drawTraces();
			});
		}
		this.#drawTraces();
	}

	disconnectedCallback(): void {
		this.#training?.abort();
	}

	async #train(controls: TrainingControls): Promise<void> {
		const runs = this.#chosenRuns();
		const training = new AbortController();
		this.#training = training;
		this.#setChoosable(false);
		controls.start(runs.length);
		const arrivals: Arrival[] = [];
		const start = performance.now();
		try {
			for (const run of runs) {
				arrivals.push(await this.#trainOne(run, training.signal));
				controls.advance(arrivals.length, runs.length);
			}
			const same = runs.every(({ key }, i) => sameNumbers(arrivals[i]?.run, this.#data().runs[key]));
			controls.succeed(arrivals, performance.now() - start, same);
		} catch (error) {
			if (training.signal.aborted) controls.cancelled(arrivals.length, runs.length);
			else if (error instanceof TrainingFailed) controls.fail(error.failure, arrivals.length, runs.length);
			else throw error;
		} finally {
			this.#training = null;
			this.#setChoosable(true);
			controls.finish();
		}
	}

	async #trainOne(figureRun: FigureRun, signal: AbortSignal): Promise<Arrival> {
		markTraining(this, figureRun.key, true);
		try {
			const arrival = await trainRun(figureRun.spec, signal);
			this.#arrivals.set(figureRun.key, arrival);
			showArrival(this, this.#text, this.#data().frame, figureRun, arrival);
			this.#drawTraces();
			return arrival;
		} finally {
			markTraining(this, figureRun.key, false);
		}
	}

	#drawTraces(): void {
		const traces = this.querySelector('objective-traces');
		if (!(traces instanceof ObjectiveTraces)) return;
		const runs = this.#chosenRuns().map((figureRun) => ({ figureRun, result: this.#result(figureRun.key) }));
		traces.show(
			runs.map(({ figureRun, result }) => ({
				name: this.#text.traceName(figureRun),
				penalty: figureRun.penalty,
				m: figureRun.m,
				trace: result.trace,
			})),
			this.#text.tracesLabel(runs.map(({ figureRun, result }) => runFacts(figureRun, result))),
		);
	}

	/** What stands in the figure now: the live result if there is one. */
	#result(key: string): TracedRun {
		const result = this.#arrivals.get(key)?.run ?? this.#data().runs[key];
		if (!result) throw new Error(`the page carries no run "${key}"`);
		return result;
	}

	#chosenRuns(): FigureRun[] {
		const checked = this.#choices().find((input) => input.checked)?.value;
		return figureRuns(LAMBDA_CHOICES.find(({ key }) => key === checked) ?? LAMBDA_CHOICES[0]);
	}

	#choices(): HTMLInputElement[] {
		return [...this.querySelectorAll<HTMLInputElement>('input[name="lambda-choice"]')];
	}

	#setChoosable(choosable: boolean): void {
		for (const input of this.#choices()) input.disabled = !choosable;
	}

	#data(): FigureData {
		const text = this.querySelector('script[type="application/json"]')?.textContent ?? '';
		return JSON.parse(text) as FigureData; // ScalingFigure.astro wrote it from a FigureData
	}
}

customElements.define('scaling-figure', ScalingFigure);
