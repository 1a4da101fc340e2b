/** What takes no longer than this needs no bar. */
const BLINK_MS = 300;

declare global {
	interface HTMLElementTagNameMap {
		'progress-bar': ProgressBar;
	}
}

/** `<progress-bar>`, as `progressBarHtml` makes it: how far a training is. It is seen only while something takes its time. */
class ProgressBar extends HTMLElement {
	#showing: ReturnType<typeof setTimeout> | undefined;

	disconnectedCallback(): void {
		this.end();
	}

	/** Begins at nothing; the bar is seen once it has taken longer than a blink. */
	begin(words = ''): void {
		this.end();
		this.tell(0, words);
		this.#showing = setTimeout(() => this.show(), BLINK_MS);
	}

	/** Has the bar seen at once, for what is known to take its time. */
	show(): void {
		clearTimeout(this.#showing);
		this.toggleAttribute('data-shown', true);
	}

	/** @param share of the whole that is done, 0 to 1; null where nobody knows */
	tell(share: number | null, words = ''): void {
		const bar = this.querySelector('progress');
		const count = this.querySelector('span');
		if (share === null) bar?.removeAttribute('value');
		else if (bar) bar.value = share;
		if (count && count.textContent !== words) count.textContent = words;
	}

	end(): void {
		clearTimeout(this.#showing);
		this.toggleAttribute('data-shown', false);
		const bar = this.querySelector('progress');
		if (bar) bar.value = 0; // or the next one would be seen to run back
	}
}

customElements.define('progress-bar', ProgressBar);
