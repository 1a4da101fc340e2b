import type { ProgressBar } from '../../elements/ProgressBar.ts';
import type { FailureFacts, FigureText } from '../../text/text.ts';
import type { Arrival } from './trainRun.ts';

type Part = `training-${'button' | 'count' | 'outcome' | 'error'}`;

/** The button, the progress and the words about a training: everything of the figure that is not a result. */
export class TrainingControls {
	readonly #part: (name: Part) => HTMLElement;
	readonly #text: FigureText;
	readonly #bar: ProgressBar | null;
	#done = 0;
	#total = 0;

	/** @param part finds a part of the figure */
	constructor(part: (name: Part) => HTMLElement, bar: ProgressBar | null, text: FigureText) {
		this.#part = part;
		this.#bar = bar;
		this.#text = text;
		part('training-count').setAttribute('aria-live', 'polite');
	}

	onPress(pressed: () => void, signal: AbortSignal): void {
		this.#part('training-button').addEventListener('click', pressed, { signal });
	}

	start(total: number): void {
		this.clear();
		this.#part('training-button').textContent = this.#text.cancel;
		this.#part('training-button').dataset.state = 'training';
		[this.#done, this.#total] = [0, total];
		this.#bar?.begin(this.#text.progress(0, total));
		this.#bar?.show();
	}

	/** @param part of the run after those that are done, 0 to 1 */
	advance(done: number, part = 0): void {
		this.#done = done;
		this.#bar?.tell((done + part) / this.#total, this.#text.progress(done, this.#total));
	}

	succeed(arrivals: readonly Arrival[], milliseconds: number, isSame: boolean): void {
		const cached = arrivals.filter(({ origin }) => origin === 'cached').length;
		const total = this.#text.total({ computed: arrivals.length - cached, cached, milliseconds });
		const verdict = isSame ? this.#text.sameAsPrecomputed : this.#text.differsFromPrecomputed;
		this.#say(paragraph(total), paragraph(verdict));
	}

	cancel(): void {
		this.#say(paragraph(this.#text.cancelled(this.#done, this.#total)));
	}

	fail(failure: FailureFacts): void {
		const title = document.createElement('strong');
		title.textContent = this.#text.failedTitle(this.#done, this.#total);
		this.#part('training-error').replaceChildren(title, paragraph(this.#text.failure(failure)));
		this.#part('training-error').hidden = false;
	}

	finish(): void {
		this.#part('training-button').textContent = this.#text.train;
		delete this.#part('training-button').dataset.state;
		this.#bar?.end();
	}

	clear(): void {
		this.#say();
		this.#part('training-error').replaceChildren();
		this.#part('training-error').hidden = true;
	}

	#say(...lines: HTMLElement[]): void {
		this.#part('training-outcome').replaceChildren(...lines);
	}
}

function paragraph(text: string): HTMLParagraphElement {
	const element = document.createElement('p');
	element.textContent = text;
	return element;
}
