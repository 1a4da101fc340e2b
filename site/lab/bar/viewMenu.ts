import { recallOpen, rememberOpen } from '../state/folded.ts';

/** What the pictures show besides their fields. */
export interface View {
	/** Each run's difference to the first one, in the place of what it says itself. */
	isDifference: boolean;
	hasHeldOut: boolean;
}

/** Carried by the Lab while a phone shows runs side by side, two in a row, and not one at a time; remembered from visit to visit. */
const TWO = 'data-two';

/** The menu of what the pictures show; it closes when the reader goes elsewhere. */
export class ViewMenu {
	readonly #place: HTMLElement;
	readonly #changed: () => void;

	constructor(place: HTMLElement, changed: () => void, signal: AbortSignal) {
		this.#place = place;
		this.#changed = changed;
		const two = place.querySelector<HTMLInputElement>('input[name="two"]');
		if (two) two.checked = recallOpen('two') ?? true;
		this.#place.closest('.lab')?.toggleAttribute(TWO, two?.checked ?? false);
		const chosen = ({ target }: Event) => {
			if (target === two && two) this.showTwo(two.checked);
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

	/** Has a phone show runs side by side, or one at a time. */
	showTwo(areBeside: boolean): void {
		const box = this.#place.querySelector<HTMLInputElement>('input[name="two"]');
		if (box) box.checked = areBeside;
		this.#place.closest('.lab')?.toggleAttribute(TWO, areBeside);
		rememberOpen('two', areBeside);
	}

	/** Other runs are looked at for themselves, or as a link says. */
	become({ isDifference }: Pick<View, 'isDifference'>): void {
		const box = this.#place.querySelector<HTMLInputElement>('input[name="difference"]');
		if (!box || box.checked === isDifference) return;
		box.checked = isDifference;
		this.#changed();
	}

	get view(): View {
		const isOn = (name: string) =>
			this.#place.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.checked ?? false;
		return { isDifference: isOn('difference'), hasHeldOut: isOn('held-out') };
	}
}
