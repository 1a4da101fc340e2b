import { EPOCHS, LAMBDAS, OPENING_LAMBDA } from '../../../src/experiments/trainingFigure.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { LatestTask } from '../../elements/LatestTask.ts';
import { messageOf } from '../../elements/messageOf.ts';
import { PageElement } from '../../elements/PageElement.ts';
import '../../elements/ProgressBar.ts';
import { LIVE_FIGURE_TEXT } from '../../text/liveFigures/liveFigureText.ts';
import { onThemeChange } from '../../theme/theme.ts';
import type { PanelData, TrainingPanels } from './TrainingPanels.ts';
import { liveCaption } from './words.ts';

/** A slider that rests so long is where the reader wants it. */
const SLIDER_REST_MS = 150;

/**
 * `<training-figure>`: trains the networks of the figure in a Web Worker and plays what happens, one picture a
 * frame of the screen. Readers who ask for less motion see the result alone.
 */
class TrainingFigure extends PageElement {
	readonly #data = this.readJson() as PanelData; // TrainingFigure.astro wrote it
	readonly #task = new LatestTask({
		showBusy: (isBusy) => this.#showBusy(isBusy),
		showCancelled: () => {}, // the picture at which the reader stopped it stays
		showFailure: (error) => {
			this.findPart('error').hidden = false;
			this.findPart('error').textContent = LIVE_FIGURE_TEXT[this.language].failed(messageOf(error));
		},
	});

	#panels: TrainingPanels | null = null;

	protected override connect(): void {
		const signal = this.lifetime;
		onThemeChange(() => this.#panels?.redraw(), signal);
		signal.addEventListener('abort', () => {
			this.#panels?.destroy();
			this.#panels = null;
		});
		this.findPart('controls').hidden = false;
		this.findPart('run').addEventListener('click', () => this.#train(), { signal });
		this.findPart('cancel').addEventListener('click', () => this.#task.cancel(), { signal });
		this.#followSlider(signal);
	}

	#followSlider(signal: AbortSignal): void {
		let resting: ReturnType<typeof setTimeout> | undefined;
		signal.addEventListener('abort', () => clearTimeout(resting));
		const slider = this.#slider;
		slider?.addEventListener(
			'input',
			() => {
				const lambda = formatInProse(this.#lambda, { language: this.language });
				slider.nextElementSibling?.replaceChildren(lambda);
				slider.setAttribute('aria-valuetext', lambda);
				clearTimeout(resting);
				resting = setTimeout(() => this.#train(), SLIDER_REST_MS);
			},
			{ signal },
		);
	}

	#train(): void {
		const lambdas = this.#slider ? [0, this.#lambda] : [0];
		const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
		void this.#task.start(async (signal) => {
			const [panels, { trainFilms, playFilms }] = await Promise.all([this.#loadPanels(), import('./films.ts')]);
			const { films, training } = trainFilms(lambdas, isStill, signal);
			if (!isStill) {
				const show: typeof panels.show = (panel, picture, lambda) => {
					panels.show(panel, picture, lambda);
					this.#bar?.tell(picture.epoch / EPOCHS);
				};
				const frames = await playFilms(films, show, training, signal);
				this.dataset.frames = String(frames);
			}
			const runs = await training;
			signal.throwIfAborted();
			for (const [panel, run] of runs.entries()) {
				panels.show(panel, { ...run, epoch: run.trace.epoch.at(-1) ?? EPOCHS }, lambdas[panel] ?? 0);
			}
			this.findPart('caption').textContent = liveCaption(runs, this.language);
		}, this.lifetime);
	}

	async #loadPanels(): Promise<TrainingPanels> {
		const { TrainingPanels } = await import('./TrainingPanels.ts');
		const losses = this.#slider ? null : this.findPart('losses');
		this.#panels ??= new TrainingPanels((name) => this.findPart(name), losses, this.#data, this.language);
		return this.#panels;
	}

	#showBusy(isBusy: boolean): void {
		this.findPart('run').hidden = isBusy;
		this.findPart('cancel').hidden = !isBusy;
		if (isBusy) this.findPart('error').hidden = true;
		if (isBusy) this.#bar?.begin();
		else this.#bar?.end();
		this.toggleAttribute('data-training', isBusy);
	}

	get #bar() {
		return this.querySelector('progress-bar');
	}

	get #slider(): HTMLInputElement | null {
		return this.querySelector('input[type="range"]');
	}

	get #lambda(): number {
		return LAMBDAS[Number(this.#slider?.value)] ?? OPENING_LAMBDA;
	}
}

customElements.define('training-figure', TrainingFigure);
