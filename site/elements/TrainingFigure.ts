import type { Sample } from '../../src/data/sample.ts';
import { EPOCHS, LAMBDAS, liveSpec, OPENING_LAMBDA, RESOLUTION } from '../../src/experiments/trainingFigure.ts';
import type { Boundary, Run, Trace } from '../../src/schema/run.ts';
import { plain } from '../charts/scale.ts';
import { liveCaption } from '../figures/live/words.ts';
import type { Frame } from '../pictures/boundary/frame.ts';
import { languageOf } from '../text/languages.ts';
import { LIVE_FIGURE_TEXT } from '../text/liveFigures/liveFigureText.ts';
import type { RunProgress } from '../training/messages.ts';
import { playFrames } from './playFrames.ts';

/** Pictures of one training: about four seconds at 60 a second. */
const PICTURES = 240;

/**
 * `<training-figure>`: trains the networks of the figure in a Web Worker and plays what happens, one picture a
 * frame of the screen. Whoever asks for less motion sees the result alone.
 */
class TrainingFigure extends HTMLElement {
	readonly #language = languageOf(document.documentElement.lang);
	readonly #text = LIVE_FIGURE_TEXT[this.#language];
	readonly #data: { frame: Frame; sample: Sample } = JSON.parse(this.querySelector('script')?.textContent ?? '{}');
	#training: AbortController | null = null;
	#lifetime = new AbortController();
	#late: ReturnType<typeof setTimeout> | undefined;

	connectedCallback(): void {
		this.#lifetime = new AbortController();
		const { signal } = this.#lifetime;
		this.#part('controls').hidden = false;
		this.#part('run').addEventListener('click', () => void this.#train(), { signal });
		this.#part('cancel').addEventListener('click', () => this.#training?.abort(), { signal });
		const slider = this.#slider();
		slider?.addEventListener(
			'input',
			() => {
				slider.nextElementSibling?.replaceChildren(plain(this.#lambda(), this.#language));
				slider.setAttribute('aria-valuetext', plain(this.#lambda(), this.#language));
				clearTimeout(this.#late);
				this.#late = setTimeout(() => void this.#train(), 150);
			},
			{ signal },
		);
	}

	disconnectedCallback(): void {
		this.#lifetime.abort();
		this.#training?.abort();
		clearTimeout(this.#late);
	}

	async #train(): Promise<void> {
		this.#training?.abort();
		const training = new AbortController();
		this.#training = training;
		this.#busy(true);
		try {
			const [{ inWorker }, { boundarySvg }, { lossSvg }] = await Promise.all([
				import('../training/inWorker.ts'),
				import('../pictures/boundary/boundarySvg.ts'),
				import('../charts/lossSvg.ts'),
			]);
			const words = {
				label: this.#text.lossLabel,
				epoch: this.#text.epoch,
				training: this.#text.training,
				test: this.#text.test,
			};
			const show = (
				index: number,
				{ epoch, trace, boundary }: { epoch: number; trace: Trace; boundary?: Boundary | undefined },
				lambda: number,
			) => {
				const number = (value: number | null | undefined) => plain(value ?? Number.NaN, this.#language);
				const label = this.#text.boundaryLabel(number(lambda));
				if (boundary) this.#part(`boundary-${index}`).innerHTML = boundarySvg({ boundary, ...this.#data, label });
				this.#part(`numbers-${index}`).textContent = this.#text.numbers(
					number(epoch),
					number(trace.dataLoss.at(-1)),
					number(trace.testLoss.at(-1)),
				);
				if (!this.#slider()) this.#part('losses').innerHTML = lossSvg(trace, EPOCHS, words, this.#language);
			};
			const lambdas = this.#slider() ? [0, this.#lambda()] : [0];
			const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
			const watch = { boundary: isStill ? null : RESOLUTION, weights: false, pictures: isStill ? 1 : PICTURES };
			const films = lambdas.map((lambda) => ({ lambda, pictures: [] as RunProgress[] }));
			const trained = Promise.all(
				films.map(({ lambda, pictures }) =>
					inWorker<'run'>(
						{ kind: 'run', spec: liveSpec(lambda), watch },
						(picture) => pictures.push(picture),
						training.signal,
					),
				),
			);
			const played = isStill
				? null
				: await playFrames(
						(frame) => {
							for (const [index, { lambda, pictures }] of films.entries()) {
								const picture = pictures[frame];
								if (picture) show(index, picture, lambda);
							}
							return Math.min(...films.map(({ pictures }) => pictures.length));
						},
						trained,
						training.signal,
					);
			const runs: Run[] = await trained;
			for (const [index, run] of runs.entries())
				show(index, { ...run, epoch: run.trace.epoch.at(-1) ?? 0 }, lambdas[index] ?? 0);
			this.#part('caption').textContent = liveCaption(runs, this.#language);
			if (played) {
				this.dataset.frames = String(played.frames);
				this.dataset.late = String(played.late);
			}
		} catch (error) {
			if (this.#training !== training || training.signal.aborted) return;
			this.#part('error').hidden = false;
			this.#part('error').textContent = this.#text.failed(error instanceof Error ? error.message : String(error));
		} finally {
			if (this.#training === training) {
				this.#training = null;
				this.#busy(false);
			}
		}
	}

	#busy(isBusy: boolean): void {
		this.#part('run').hidden = isBusy;
		this.#part('cancel').hidden = !isBusy;
		if (isBusy) this.#part('error').hidden = true;
		this.toggleAttribute('data-training', isBusy);
	}

	#slider = () => this.querySelector<HTMLInputElement>('input[type="range"]');

	#lambda = (): number => LAMBDAS[Number(this.#slider()?.value)] ?? OPENING_LAMBDA;

	#part(name: string): HTMLElement {
		const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
		if (!part) throw new Error(`the figure has no part "${name}"`);
		return part;
	}
}

customElements.define('training-figure', TrainingFigure);
