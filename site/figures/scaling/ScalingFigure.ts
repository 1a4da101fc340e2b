import { type FigureRun, figureRuns, LAMBDA_CHOICES } from '../../../src/experiments/scalingFigure.ts';
import type { TrainingProgress } from '../../../src/schema/trainingEvents.ts';
import { LatestTask } from '../../elements/LatestTask.ts';
import { PageElement } from '../../elements/PageElement.ts';
import '../../elements/ProgressBar.ts';
import { TEXT } from '../../text/tables.ts';
import { TrainingFailed } from './failure.ts';
import type { FigureData, TracedRun } from './figureData.ts';
import { ObjectiveTraces } from './ObjectiveTraces.ts';
import { runFacts } from './runFacts.ts';
import { markTraining, showArrival } from './runView.ts';
import { sameNumbers } from './sameNumbers.ts';
import { TrainingControls } from './TrainingControls.ts';
import { type Arrival, trainRun } from './trainRun.ts';

/**
 * `<scaling-figure>`: makes the figure that the page already shows alive. It draws the curves,
 * follows the choice of λ (the panels follow it in the style sheet), and trains the six runs of
 * that choice one after the other, putting each result where the precomputed one stood.
 */
class ScalingFigure extends PageElement {
	readonly #text = TEXT[this.language].figure;
	readonly #data = this.readJson() as FigureData; // ScalingFigure.astro wrote it
	readonly #controls = new TrainingControls(
		(name) => this.findPart(name),
		this.querySelector('progress-bar'),
		this.#text,
	);
	readonly #arrivals = new Map<string, Arrival>();
	readonly #task = new LatestTask({
		showBusy: (isBusy) => {
			for (const input of this.#choices) input.disabled = isBusy;
			if (!isBusy) this.#controls.finish();
		},
		showCancelled: () => this.#controls.cancel(),
		showFailure: (error) => {
			if (!(error instanceof TrainingFailed)) throw error;
			this.#controls.fail(error.failure);
		},
	});

	protected override connect(): void {
		const signal = this.lifetime;
		this.#controls.onPress(() => (this.#task.isRunning ? this.#task.cancel() : this.#train()), signal);
		for (const input of this.#choices) {
			input.addEventListener(
				'change',
				() => {
					this.#controls.clear();
					this.#drawTraces();
				},
				{ signal },
			);
		}
		this.#drawTraces();
	}

	#train(): void {
		const runs = this.#chosenRuns;
		this.#controls.start(runs.length);
		void this.#task.start(async (signal) => {
			const start = performance.now();
			const arrivals: Arrival[] = [];
			for (const run of runs) {
				const done = arrivals.length;
				const hear = ({ epoch, epochs }: TrainingProgress) => this.#controls.advance(done, epoch / epochs);
				arrivals.push(await this.#trainOne(run, signal, hear));
				this.#controls.advance(arrivals.length);
			}
			const isSame = runs.every(({ key }, i) => sameNumbers(arrivals[i]?.run, this.#data.runs[key]));
			this.#controls.succeed(arrivals, performance.now() - start, isSame);
		}, this.lifetime);
	}

	async #trainOne(figureRun: FigureRun, signal: AbortSignal, hear: (news: TrainingProgress) => void): Promise<Arrival> {
		markTraining(this, figureRun.key, true);
		try {
			const arrival = await trainRun(figureRun.spec, signal, hear);
			this.#arrivals.set(figureRun.key, arrival);
			showArrival(this, this.#text, this.#data.frame, figureRun, arrival);
			this.#drawTraces();
			return arrival;
		} finally {
			markTraining(this, figureRun.key, false);
		}
	}

	#drawTraces(): void {
		const traces = this.querySelector('objective-traces');
		if (!(traces instanceof ObjectiveTraces)) return;
		const runs = this.#chosenRuns.map((figureRun) => ({ figureRun, result: this.#result(figureRun.key) }));
		traces.show(
			runs.map(({ figureRun, result }) => ({
				penalty: figureRun.penalty,
				m: figureRun.m,
				trace: result.trace,
			})),
			this.#text.tracesLabel(runs.map(({ figureRun, result }) => runFacts(figureRun, result))),
		);
	}

	/** What stands in the figure now: the live result if there is one. */
	#result(key: string): TracedRun {
		const result = this.#arrivals.get(key)?.run ?? this.#data.runs[key];
		if (!result) throw new Error(`the page carries no run "${key}"`);
		return result;
	}

	get #chosenRuns(): FigureRun[] {
		const checked = this.#choices.find((input) => input.checked)?.value;
		return figureRuns(LAMBDA_CHOICES.find(({ key }) => key === checked) ?? LAMBDA_CHOICES[0]);
	}

	get #choices(): HTMLInputElement[] {
		return [...this.querySelectorAll<HTMLInputElement>('input[name="lambda-choice"]')];
	}
}

customElements.define('scaling-figure', ScalingFigure);
