import { recallOpen, rememberOpen } from '../state/folded.ts';

/** What the pictures show besides their fields. */
export interface View {
	/** Each run's difference to the first one, in the place of what it says itself. */
	isDifference: boolean;
	hasHeldOut: boolean;
}

/** Carried by the Lab while a phone shows two runs side by side; remembered from visit to visit. */
const TWO = 'data-two';

/** The menu of what the pictures show; it closes when the reader goes elsewhere. */
export class ViewMenu {
	readonly #place: HTMLElement;
	readonly #changed: () => void;

	constructor(place: HTMLElement, changed: () => void, signal: AbortSignal) {
		this.#place = place;
		this.#changed = changed;
		const two = place.querySelector<HTMLInputElement>('input[name="two"]');
		const host = place.closest('.lab');
		if (two) two.checked = recallOpen('two') ?? false;
		host?.toggleAttribute(TWO, two?.checked ?? false);
		const chosen = ({ target }: Event) => {
			if (target === two && two) {
				host?.toggleAttribute(TWO, two.checked);
				rememberOpen('two', two.checked);
			}
			changed();
		};
		place.addEventListener('change', chosen, { signal });
		const close = () => place.removeAttribute('open');
		document.addEventListener('pointerdown', ({ target }) => place.contains(target as Node) || close(), { signal });
		place.addEventListener(
			'keydown',
			(event) => {
				if (event.key !== 'Escape') return;
				close();
				place.querySelector('summary')?.focus();
			},
			{ signal },
		);
	}

	/** Other runs are looked at for themselves. */
	endDifference(): void {
		const box = this.#place.querySelector<HTMLInputElement>('input[name="difference"]');
		if (!box?.checked) return;
		box.checked = false;
		this.#changed();
	}

	get view(): View {
		const isOn = (name: string) =>
			this.#place.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.checked ?? false;
		return { isDifference: isOn('difference'), hasHeldOut: isOn('held-out') };
	}
}
