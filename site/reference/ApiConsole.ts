import { formatCount, formatDuration } from '../../src/numberFormat.ts';
import { LatestTask } from '../elements/LatestTask.ts';
import { messageOf } from '../elements/messageOf.ts';
import { PageElement } from '../elements/PageElement.ts';
import { REFERENCE_TEXT } from '../text/reference/referenceText.ts';

/** More of a body than this would make the page itself slow. */
const MOST_SHOWN_CHARACTERS = 20_000;

/** `<api-console>`: sends the request that a reader has written, and shows what came back, header by header. */
class ApiConsole extends PageElement {
	readonly #text = REFERENCE_TEXT[this.language];
	readonly #task = new LatestTask({
		showBusy: (isBusy) => {
			if (isBusy) this.findPart('status').textContent = this.#text.sending;
		},
		showCancelled: () => {}, // only when the element leaves the page
		showFailure: (error) => {
			this.findPart('status').textContent = this.#text.failed(messageOf(error));
			for (const part of ['headers', 'body']) this.findPart(part).hidden = true;
		},
	});

	protected override connect(): void {
		const signal = this.lifetime;
		this.querySelector('[data-send]')?.addEventListener('click', () => this.#send(), { signal });
		this.addEventListener(
			'keydown',
			(event) => {
				if (event.key === 'Enter' && (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey)) {
					event.preventDefault();
					this.#send();
				}
			},
			{ signal },
		);
	}

	#send(): void {
		const address = this.querySelector('input')?.value.trim() ?? '';
		const body = this.querySelector('textarea')?.value;
		const token = this.querySelector<HTMLInputElement>('[data-token]')?.value.trim();
		const headers = {
			...(body !== undefined && { 'Content-Type': 'application/json' }),
			...(token && { Authorization: `Bearer ${token}` }),
		};
		void this.#task.start(async (signal) => {
			const start = performance.now();
			const response = await fetch(`/api/v1${address}`, {
				method: this.dataset.method ?? 'GET',
				signal,
				headers,
				...(body !== undefined && { body }),
			});
			const text = await response.text();
			const milliseconds = performance.now() - start;
			this.findPart('status').textContent = this.#text.came(
				response.status,
				response.statusText,
				formatDuration(milliseconds, this.language),
				formatCount(new TextEncoder().encode(text).length, this.language),
			);
			this.#show('headers', [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n'));
			this.#show('body', layOut(text, this.#text.shortened));
		}, this.lifetime);
	}

	#show(name: string, text: string): void {
		this.findPart(name).hidden = false;
		this.findPart(name).textContent = text;
	}
}

/** JSON with its levels indented, anything else as it came; its beginning where it is long. */
function layOut(text: string, shortened: string): string {
	let shown = text;
	try {
		shown = JSON.stringify(JSON.parse(text), null, 2);
	} catch {
		// CSV, events, or a host's own page.
	}
	return shown.length > MOST_SHOWN_CHARACTERS ? `${shown.slice(0, MOST_SHOWN_CHARACTERS)}\n${shortened}` : shown;
}

customElements.define('api-console', ApiConsole);
