import { readEventStream } from '../../src/client/eventStream.ts';
import { formatCount, formatDuration } from '../../src/numberFormat.ts';
import { LatestTask } from '../elements/LatestTask.ts';
import { messageOf } from '../elements/messageOf.ts';
import { PageElement } from '../elements/PageElement.ts';
import { addressIn } from '../text/languages.ts';
import { REFERENCE_TEXT } from '../text/reference/referenceText.ts';
import { seedAnew } from './seedAnew.ts';

/** More of a body than this would make the page itself slow. */
const MOST_SHOWN_CHARACTERS = 20_000;
/** Of one event's data. */
const MOST_EVENT_CHARACTERS = 240;
/** Lines of events that the page keeps: the newest. */
const MOST_EVENTS = 500;

/** What makes the result that an example reads. */
interface Maker {
	address: string;
	body?: object;
}

/**
 * `<api-console>`: sends the request that a reader has written, and shows what came back: header by header, and an answer
 * that comes in events line by line as it arrives, each with its time. An example that reads a result which nobody has made
 * yet makes it first, and says so.
 */
class ApiConsole extends PageElement {
	readonly #text = REFERENCE_TEXT[this.language];
	readonly #task = new LatestTask({
		showBusy: (isBusy) => {
			if (isBusy) this.#say(this.#text.sending);
		},
		showCancelled: () => {}, // only when the element leaves the page
		showFailure: (error) => this.#say(this.#text.failed(messageOf(error))),
	});

	protected override connect(): void {
		const signal = this.lifetime;
		this.querySelector('[data-send]')?.addEventListener('click', () => this.#send(), { signal });
		this.querySelector<HTMLElement>('[data-long]')?.addEventListener(
			'click',
			({ currentTarget }) => this.#putLong((currentTarget as HTMLElement).dataset.long ?? ''),
			{ signal },
		);
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

	/** A training of some seconds under a seed of its own, so that nobody has trained it yet; as events. */
	#putLong(body: string): void {
		const area = this.querySelector('textarea');
		const events = this.#events;
		if (!area || !events) return;
		area.value = JSON.stringify(seedAnew(JSON.parse(body)), null, 2);
		events.checked = true;
	}

	#send(): void {
		for (const part of ['headers', 'body', 'events', 'problem']) this.findPart(part).hidden = true;
		void this.#task.start(async (signal) => {
			const address = this.querySelector('input')?.value.trim() ?? '';
			const maker = this.#makerOf(address);
			const needsToken = this.#token?.value.trim() === '';
			if (maker && needsToken) await this.#make(maker, signal);
			let { response, start } = await this.#fetch(address, signal);
			if (response.status === 404 && maker && !needsToken) {
				await response.body?.cancel();
				await this.#make(maker, signal);
				({ response, start } = await this.#fetch(address, signal));
			}
			const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
			this.#show('headers', headers);
			this.findPart('status').scrollIntoView({ block: 'nearest' });
			if (response.body && response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
				await this.#showEvents(response, response.body, start);
			} else await this.#showWhole(response, start);
		}, this.lifetime);
	}

	async #fetch(address: string, signal: AbortSignal): Promise<{ response: Response; start: number }> {
		const body = this.querySelector('textarea')?.value;
		const token = this.#token?.value.trim();
		const headers = {
			...(body !== undefined && { 'Content-Type': 'application/json' }),
			...(token && { Authorization: `Bearer ${token}` }),
			...(this.#events?.checked && { Accept: 'text/event-stream' }),
		};
		const start = performance.now();
		const method = this.dataset.method ?? 'GET';
		const response = await fetch(`/api/v1${address}`, { method, signal, headers, ...(body !== undefined && { body }) });
		return { response, start };
	}

	/** Makes what the example reads; a token that comes with it is filled in. */
	async #make({ address, body }: Maker, signal: AbortSignal): Promise<void> {
		this.#say(this.#text.making(address));
		const headers = { 'Content-Type': 'application/json' };
		const response = await fetch(`/api/v1${address}`, { method: 'POST', signal, headers, body: JSON.stringify(body) });
		const { stopToken } = (await response.json()) as { stopToken?: string }; // the contract says it of sweeps
		if (stopToken && this.#token) this.#token.value = stopToken;
	}

	async #showWhole(response: Response, start: number): Promise<void> {
		const text = await response.text();
		const milliseconds = performance.now() - start;
		this.#say(
			this.#text.came(
				response.status,
				response.statusText,
				formatDuration(milliseconds, this.language),
				formatCount(new TextEncoder().encode(text).length, this.language),
			),
		);
		this.#show('body', layOut(text, this.#text.shortened));
		if (!response.ok) this.#leadToProblem(text);
	}

	/** The page that says what is behind a refusal, and shows a request that is not refused. */
	#leadToProblem(body: string): void {
		const type = /"type":\s*"(\/problems\/[a-z-]+)"/.exec(body)?.[1];
		const link = this.findPart('problem').querySelector('a');
		if (!type || !link) return;
		link.href = addressIn(this.language, `${type}/`);
		this.findPart('problem').hidden = false;
	}

	/** A line an event, drawn as it comes, with the time since the request was sent. */
	async #showEvents(response: Response, body: ReadableStream<Uint8Array>, start: number): Promise<void> {
		const list = this.findPart('events');
		list.replaceChildren();
		list.hidden = false;
		let count = 0;
		for await (const { event, data } of readEventStream(body)) {
			count += 1;
			const passed = formatDuration(performance.now() - start, this.language);
			const isAtEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 4;
			list.append(lineOf(passed, event, shorten(JSON.stringify(data), MOST_EVENT_CHARACTERS)));
			if (count > MOST_EVENTS) list.firstElementChild?.remove();
			if (isAtEnd) list.scrollTop = list.scrollHeight;
			const { status, statusText } = response;
			this.#say(this.#text.streamed(status, statusText, formatCount(count, this.language), passed));
		}
	}

	#makerOf(address: string): Maker | null {
		const { maker, example } = this.dataset;
		return maker && address === example ? JSON.parse(maker) : null;
	}

	#show(name: string, text: string): void {
		this.findPart(name).hidden = false;
		this.findPart(name).textContent = text;
	}

	#say(said: string): void {
		this.findPart('status').textContent = said;
	}

	get #events(): HTMLInputElement | null {
		return this.querySelector<HTMLInputElement>('[data-events]');
	}

	get #token(): HTMLInputElement | null {
		return this.querySelector<HTMLInputElement>('[data-token]');
	}
}

function lineOf(...words: readonly string[]): HTMLLIElement {
	const line = document.createElement('li');
	for (const word of words) line.append(Object.assign(document.createElement('span'), { textContent: word }));
	return line;
}

const shorten = (text: string, most: number) => (text.length > most ? `${text.slice(0, most)}…` : text);

/** JSON with its levels indented, anything else as it came; its beginning where it is long. */
function layOut(text: string, shortened: string): string {
	let shown = text;
	try {
		shown = JSON.stringify(JSON.parse(text), null, 2);
	} catch {
		// CSV, or a host's own page.
	}
	return shown.length > MOST_SHOWN_CHARACTERS ? `${shown.slice(0, MOST_SHOWN_CHARACTERS)}\n${shortened}` : shown;
}

customElements.define('api-console', ApiConsole);
