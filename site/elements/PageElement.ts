import { languageOf } from '../text/languages.ts';

/**
 * A custom element around what the page already shows. It knows the page's language, finds the parts that the page
 * has marked with `data-part`, and has a lifetime: the time that it is in the page.
 */
export abstract class PageElement extends HTMLElement {
	protected readonly language = languageOf(document.documentElement.lang);
	#lifetime = new AbortController();

	/** Aborted when the element leaves the page: listeners and requests end with it. */
	protected get lifetime(): AbortSignal {
		return this.#lifetime.signal;
	}

	connectedCallback(): void {
		if (this.#lifetime.signal.aborted) this.#lifetime = new AbortController();
		this.connect();
	}

	disconnectedCallback(): void {
		this.#lifetime.abort();
	}

	/** Makes the element alive, each time it enters a page. */
	protected abstract connect(): void;

	/** The part of a name. @throws Error where the page has none: its component and its element do not agree */
	protected findPart(name: string): HTMLElement {
		const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
		if (!part) throw new Error(`<${this.localName}> has no part "${name}"`);
		return part;
	}

	/** The value that the page carries for the element as JSON. */
	protected readJson(): unknown {
		return JSON.parse(this.querySelector('script[type="application/json"]')?.textContent ?? '{}');
	}
}
