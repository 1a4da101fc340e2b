import { languageOf } from '../text/languages.ts';
import { REFERENCE_TEXT } from '../text/reference/referenceText.ts';

/** More of a body than this would make the page itself slow. */
const SHOWN = 20_000;

/** `<api-console>`: sends the request that a reader has written, and shows what came back, header by header. */
class ApiConsole extends HTMLElement {
	readonly #language = languageOf(document.documentElement.lang);
	readonly #text = REFERENCE_TEXT[this.#language];
	#sending: AbortController | null = null;

	connectedCallback(): void {
		this.querySelector('[data-send]')?.addEventListener('click', () => void this.#send());
		this.addEventListener('keydown', (event) => {
			if (event.key === 'Enter' && (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey)) {
				event.preventDefault();
				void this.#send();
			}
		});
	}

	disconnectedCallback(): void {
		this.#sending?.abort();
	}

	async #send(): Promise<void> {
		this.#sending?.abort();
		const sending = new AbortController();
		this.#sending = sending;
		const address = this.querySelector('input')?.value.trim() ?? '';
		const body = this.querySelector('textarea')?.value;
		this.#part('status').textContent = this.#text.sending;
		const start = performance.now();
		try {
			const response = await fetch(`/api/v1${address}`, {
				method: this.dataset.method ?? 'GET',
				signal: sending.signal,
				...(body !== undefined && { body, headers: { 'Content-Type': 'application/json' } }),
			});
			const text = await response.text();
			const format = new Intl.NumberFormat(this.#language);
			const milliseconds = new Intl.NumberFormat(this.#language, { style: 'unit', unit: 'millisecond' }).format(
				Math.round(performance.now() - start),
			);
			const bytes = format.format(new TextEncoder().encode(text).length);
			this.#part('status').textContent = this.#text.came(response.status, response.statusText, milliseconds, bytes);
			this.#show('headers', [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n'));
			this.#show('body', laidOut(text, this.#text.shortened));
		} catch (error) {
			if (sending.signal.aborted) return;
			this.#part('status').textContent = this.#text.failed(error instanceof Error ? error.message : String(error));
			for (const part of ['headers', 'body']) this.#part(part).hidden = true;
		}
	}

	#show(name: string, text: string): void {
		const part = this.#part(name);
		part.hidden = false;
		part.textContent = text;
	}

	#part(name: string): HTMLElement {
		const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
		if (!part) throw new Error(`the console has no part "${name}"`);
		return part;
	}
}

/** JSON with its levels indented, anything else as it came; its beginning where it is long. */
function laidOut(text: string, shortened: string): string {
	let shown = text;
	try {
		shown = JSON.stringify(JSON.parse(text), null, 2);
	} catch {
		// CSV, events, or a host's own page.
	}
	return shown.length > SHOWN ? `${shown.slice(0, SHOWN)}\n${shortened}` : shown;
}

customElements.define('api-console', ApiConsole);
