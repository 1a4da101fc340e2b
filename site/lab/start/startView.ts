import { recallOpen, rememberOpen } from '../state/folded.ts';

/** The questions to open with: they fold once a reader has changed something, and stay so until the reader opens them. */
export class StartView {
	readonly #place: HTMLElement;

	constructor(place: HTMLElement, signal: AbortSignal) {
		this.#place = place;
		if (recallOpen('start') === false) this.fold();
		place.addEventListener('toggle', () => rememberOpen('start', place.hasAttribute('open')), { signal });
	}

	fold(): void {
		this.#place.removeAttribute('open');
	}
}
