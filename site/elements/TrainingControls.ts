import type { Arrival } from '../api/trainRun.ts';
import type { FailureFacts, FigureText } from '../text/text.ts';

/** The button, the progress and the words about a training: everything of the figure that is not a result. */
export class TrainingControls {
	readonly #root: ParentNode;
	readonly #text: FigureText;

	constructor(root: ParentNode, text: FigureText) {
		this.#root = root;
		this.#text = text;
	}

	onPress(pressed: () => void): void {
		this.#part('button').addEventListener('click', pressed);
	}

	start(total: number): void {
		this.clear();
		this.#part('button').textContent = this.#text.cancel;
		this.#part('button').dataset.state = 'training';
		this.#part('progress').hidden = false;
		this.advance(0, total);
	}

	advance(done: number, total: number): void {
		const bar = this.#part('bar');
		bar.setAttribute('max', String(total));
		bar.setAttribute('value', String(done));
		this.#part('count').textContent = this.#text.progress(done, total);
	}

	succeed(arrivals: readonly Arrival[], milliseconds: number, same: boolean): void {
		const cached = arrivals.filter(({ origin }) => origin === 'cached').length;
		const total = this.#text.total({ computed: arrivals.length - cached, cached, milliseconds });
		const verdict = same ? this.#text.sameAsPrecomputed : this.#text.differsFromPrecomputed;
		this.#say(paragraph(total), paragraph(verdict));
	}

	cancelled(done: number, total: number): void {
		this.#say(paragraph(this.#text.cancelled(done, total)));
	}

	fail(failure: FailureFacts, done: number, total: number): void {
		const title = document.createElement('strong');
		title.textContent = this.#text.failedTitle(done, total);
		this.#part('error').replaceChildren(title, paragraph(this.#text.failure(failure)));
		this.#part('error').hidden = false;
	}

	finish(): void {
		this.#part('button').textContent = this.#text.train;
		delete this.#part('button').dataset.state;
		this.#part('progress').hidden = true;
	}

	clear(): void {
		this.#say();
		this.#part('error').replaceChildren();
		this.#part('error').hidden = true;
	}

	#say(...lines: HTMLElement[]): void {
		this.#part('outcome').replaceChildren(...lines);
	}

	#part(name: 'button' | 'progress' | 'bar' | 'count' | 'outcome' | 'error'): HTMLElement {
		const element = this.#root.querySelector<HTMLElement>(`[data-training-part="${name}"]`);
		if (!element) throw new Error(`the page has no part "${name}"`);
		return element;
	}
}

function paragraph(text: string): HTMLParagraphElement {
	const element = document.createElement('p');
	element.textContent = text;
	return element;
}
