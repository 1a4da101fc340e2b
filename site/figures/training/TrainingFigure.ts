import type { Sample } from '../../../src/data/sample.ts';
import { EPOCHS, LAMBDAS, liveSpec, OPENING_LAMBDA, RESOLUTION } from '../../../src/experiments/trainingFigure.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { Boundary, Trace } from '../../../src/schema/run.ts';
import type { MountedCharts } from '../../charts/mountCharts.ts';
import { LatestTask } from '../../elements/LatestTask.ts';
import { messageOf } from '../../elements/messageOf.ts';
import { PageElement } from '../../elements/PageElement.ts';
import type { Frame } from '../../pictures/boundary/frame.ts';
import { LIVE_FIGURE_TEXT } from '../../text/liveFigures/liveFigureText.ts';
import { onThemeChange } from '../../theme/theme.ts';
import type { RunProgress } from '../../training/messages.ts';
import { playFrames } from './playFrames.ts';
import { liveCaption } from './words.ts';

/** Pictures of one training: about four seconds at 60 a second. */
const PICTURES = 240;

/** A slider that rests so long is where the reader wants it. */
const SLIDER_REST_MS = 150;

/** A training at a moment, or at its end. */
interface Moment {
	epoch: number;
	trace: Trace;
	boundary?: Boundary | undefined;
}

/** The pictures of one training so far. */
interface Film {
	lambda: number;
	pictures: RunProgress[];
}

/** Shows the network of a panel, trained with λ, at a moment. */
type Painter = (panel: number, moment: Moment, lambda: number) => void;

/**
 * `<training-figure>`: trains the networks of the figure in a Web Worker and plays what happens, one picture a
 * frame of the screen. Readers who ask for less motion see the result alone.
 */
class TrainingFigure extends PageElement {
	readonly #text = LIVE_FIGURE_TEXT[this.language];
	readonly #data = this.readJson() as { frame: Frame; sample: Sample }; // TrainingFigure.astro wrote it
	readonly #task = new LatestTask({
		showBusy: (isBusy) => this.#showBusy(isBusy),
		showCancelled: () => {}, // the picture at which the reader stopped it stays
		showFailure: (error) => {
			this.findPart('error').hidden = false;
			this.findPart('error').textContent = this.#text.failed(messageOf(error));
		},
	});

	#losses: MountedCharts | null = null;

	protected override connect(): void {
		const signal = this.lifetime;
		onThemeChange(() => this.#losses?.redraw(), signal);
		signal.addEventListener('abort', () => {
			this.#losses?.destroy();
			this.#losses = null;
		});
		this.findPart('controls').hidden = false;
		this.findPart('run').addEventListener('click', () => this.#train(), { signal });
		this.findPart('cancel').addEventListener('click', () => this.#task.cancel(), { signal });
		let resting: ReturnType<typeof setTimeout> | undefined;
		signal.addEventListener('abort', () => clearTimeout(resting));
		const slider = this.#slider;
		slider?.addEventListener(
			'input',
			() => {
				const lambda = this.#write(this.#lambda);
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
			const films = lambdas.map((lambda): Film => ({ lambda, pictures: [] }));
			const [show, { inWorker }] = await Promise.all([this.#loadPainter(), import('../../training/inWorker.ts')]);
			const watch = { boundary: isStill ? null : RESOLUTION, weights: false, pictures: isStill ? 1 : PICTURES };
			const training = Promise.all(
				films.map(({ lambda, pictures }) => {
					const job = { kind: 'run', spec: liveSpec(lambda), watch } as const;
					return inWorker<'run'>(job, (picture) => pictures.push(picture), signal);
				}),
			);
			if (!isStill) await this.#play(films, show, training, signal);
			const runs = await training;
			signal.throwIfAborted();
			for (const [panel, { lambda }] of films.entries()) {
				const run = runs[panel];
				if (run) show(panel, { ...run, epoch: run.trace.epoch.at(-1) ?? EPOCHS }, lambda);
			}
			this.findPart('caption').textContent = liveCaption(runs, this.language);
		}, this.lifetime);
	}

	/** Plays what has been trained so far, and waits for the rest. */
	async #play(films: readonly Film[], show: Painter, training: Promise<unknown>, signal: AbortSignal): Promise<void> {
		const showFrame = (frame: number) => {
			for (const [panel, { lambda, pictures }] of films.entries()) {
				const picture = pictures[frame];
				if (picture) show(panel, picture, lambda);
			}
			return Math.min(...films.map(({ pictures }) => pictures.length));
		};
		const frames = await playFrames(showFrame, training, signal);
		this.dataset.frames = String(frames);
	}

	async #loadPainter(): Promise<Painter> {
		const [{ boundarySvg }, { mountCharts }, { lossChart }] = await Promise.all([
			import('../../pictures/boundary/boundarySvg.ts'),
			import('../../charts/mountCharts.ts'),
			import('./lossChart.ts'),
		]);
		if (!this.#slider) this.#losses ??= mountCharts(this.findPart('losses'), { isAnimated: false });
		return (panel, { epoch, trace, boundary }, lambda) => {
			const name = this.#text.boundaryLabel(this.#write(lambda));
			if (boundary)
				this.findPart(`boundary-${panel}`).innerHTML = boundarySvg({ boundary, ...this.#data, label: name });
			this.findPart(`numbers-${panel}`).textContent = this.#text.numbers(
				this.#write(epoch),
				this.#write(trace.dataLoss.at(-1)),
				this.#write(trace.testLoss.at(-1)),
			);
			this.#losses?.show([lossChart(trace, EPOCHS, this.language)], this.#text.lossLabel);
		};
	}

	#showBusy(isBusy: boolean): void {
		this.findPart('run').hidden = isBusy;
		this.findPart('cancel').hidden = !isBusy;
		if (isBusy) this.findPart('error').hidden = true;
		this.toggleAttribute('data-training', isBusy);
	}

	#write(value: number | null | undefined): string {
		return formatInProse(value ?? Number.NaN, { language: this.language });
	}

	get #slider(): HTMLInputElement | null {
		return this.querySelector('input[type="range"]');
	}

	get #lambda(): number {
		return LAMBDAS[Number(this.#slider?.value)] ?? OPENING_LAMBDA;
	}
}

customElements.define('training-figure', TrainingFigure);
