import { recallOpen, rememberOpen } from '../state/folded.ts';

/** The questions to open with: they fold once a reader has changed something, and stay so until the reader opens them. */
export class StartView {
	readonly #place: HTMLElement;

	constructor(place: HTMLElement, signal: AbortSignal) {
		this.#place = place;
		if (recallOpen('start') === false) this.fold();
		place.addEventListener('toggle', () => this.#toggled(), { signal });
	}

	#toggled(): void {
		const isOpen = this.#place.hasAttribute('open');
		rememberOpen('start', isOpen);
		this.#place.parentElement?.toggleAttribute('data-questions', isOpen); // room beside the losses
	}

	fold(): void {
		this.#place.removeAttribute('open');
	}
}
