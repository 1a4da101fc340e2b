/** Long enough to be read once at leisure: a moment to be seen, and more for each character. */
const saidFor = (said: string): number => 1500 + 60 * said.length;

/** The one line for everything that happens; what it says goes once it is read, or something else is done. */
export class StatusLine {
	readonly #place: HTMLElement;
	#saying: ReturnType<typeof setTimeout> | undefined;

	constructor(place: HTMLElement) {
		this.#place = place;
		// What is done next is to be seen, and not what was said before it.
		for (const done of ['pointerdown', 'keydown'])
			document.addEventListener(done, () => this.say(''), { capture: true });
	}

	/** @param isSeen whether it is shown, or only read out */
	say(said: string, isSeen = true): void {
		this.#place.toggleAttribute('data-unseen', !isSeen);
		this.#place.textContent = said;
		clearTimeout(this.#saying);
		if (said !== '') this.#saying = setTimeout(() => this.say(''), saidFor(said));
	}
}
