/** So long a finger has let go. */
const RESTING_MS = 120;

/** Where one card is seen at a time: which of them that is, as the page has it or as a finger has pushed it. */
export class CardSwipe {
	readonly #place: HTMLElement;

	/** @param place scrolls sideways where its cards, which name their run by `data-key`, have no room beside each other */
	constructor(place: HTMLElement) {
		this.#place = place;
	}

	/** Has a run in view. */
	show(key: number, behavior: ScrollBehavior): void {
		const card = this.#cards.find(({ dataset }) => dataset.key === String(key));
		if (!card || !this.#isSwiped) return;
		const { offsetLeft, clientWidth } = this.#place;
		const margin = (clientWidth - card.offsetWidth) / 2;
		this.#place.scrollTo({ left: card.offsetLeft - offsetLeft - margin, behavior });
	}

	/** Hears of the run that a finger has pushed into view. */
	onSwipe(swiped: (key: number) => void, signal: AbortSignal): void {
		let resting: ReturnType<typeof setTimeout> | undefined;
		const rest = () => {
			if (this.#isSwiped) swiped(Number(this.#nearest()?.dataset.key));
		};
		const moved = () => {
			clearTimeout(resting);
			resting = setTimeout(rest, RESTING_MS);
		};
		this.#place.addEventListener('scroll', moved, { signal, passive: true });
	}

	/** The card whose middle is nearest to that of what is seen of them. */
	#nearest(): HTMLElement | undefined {
		const { scrollLeft, clientWidth, offsetLeft } = this.#place;
		const middle = scrollLeft + clientWidth / 2;
		const distance = (card: HTMLElement) => Math.abs(card.offsetLeft - offsetLeft + card.offsetWidth / 2 - middle);
		return this.#cards.toSorted((a, b) => distance(a) - distance(b))[0];
	}

	get #cards(): HTMLElement[] {
		return [...this.#place.querySelectorAll<HTMLElement>(':scope > [data-key]')];
	}

	get #isSwiped(): boolean {
		return this.#place.scrollWidth > this.#place.clientWidth + 1;
	}
}
