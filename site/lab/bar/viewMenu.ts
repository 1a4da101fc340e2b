/** What the pictures show besides their fields. */
export interface View {
	/** Each run's difference to the first one, in the place of what it says itself. */
	isDifference: boolean;
	hasHeldOut: boolean;
}

/** The menu of what the pictures show; it closes when the reader goes elsewhere. */
export class ViewMenu {
	readonly #place: HTMLElement;

	constructor(place: HTMLElement, changed: () => void, signal: AbortSignal) {
		this.#place = place;
		place.addEventListener('change', changed, { signal });
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

	get view(): View {
		const isOn = (name: string) =>
			this.#place.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.checked ?? false;
		return { isDifference: isOn('difference'), hasHeldOut: isOn('held-out') };
	}
}
