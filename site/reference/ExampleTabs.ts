import { PageElement } from '../elements/PageElement.ts';
import { copyText } from '../elements/save.ts';
import { REFERENCE_TEXT } from '../text/reference/referenceText.ts';

/** What the reader chose last; examples on every page open in it. */
const KEY = 'example-language';

/** `<example-tabs>`: one program in several languages; a choice holds for all of them, and for the next visit. */
class ExampleTabs extends PageElement {
	readonly #text = REFERENCE_TEXT[this.language];

	protected override connect(): void {
		const chosen = remembered();
		if (chosen) this.#open(chosen);
		this.addEventListener('click', ({ target }) => void this.#clicked(target), { signal: this.lifetime });
	}

	async #clicked(target: EventTarget | null): Promise<void> {
		if (!(target instanceof HTMLElement)) return;
		if ('copy' in target.dataset) return this.#copy(target);
		const example = target.closest('summary')?.parentElement?.querySelector<HTMLElement>('[data-example]');
		const language = example?.dataset.example;
		if (!language) return;
		try {
			localStorage.setItem(KEY, language);
		} catch {
			// Storage may be forbidden; the choice then lasts as long as the page.
		}
	}

	async #copy(button: HTMLElement): Promise<void> {
		const code = button.parentElement?.querySelector('pre')?.textContent ?? '';
		const said = (await copyText(code)) ? this.#text.copied : this.#text.notCopied;
		button.nextElementSibling?.replaceChildren(said);
	}

	#open(language: string): void {
		this.querySelector(`[data-example="${language}"]`)?.closest('details')?.setAttribute('open', '');
	}
}

function remembered(): string | null {
	try {
		return localStorage.getItem(KEY);
	} catch {
		return null;
	}
}

customElements.define('example-tabs', ExampleTabs);
