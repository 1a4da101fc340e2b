import { readEventStream } from '../../src/client/eventStream.ts';
import { formatCount, formatDuration } from '../../src/numberFormat.ts';
import { LatestTask } from '../elements/LatestTask.ts';
import { messageOf } from '../elements/messageOf.ts';
import { PageElement } from '../elements/PageElement.ts';
import { addressIn } from '../text/languages.ts';
import { REFERENCE_TEXT } from '../text/reference/referenceText.ts';
import { completeAddress } from './completeAddress.ts';
import { addEventLine } from './eventLines.ts';
import { fillInBlocks } from './fillInBlocks.ts';
import { layOutAnswer, layOutJson } from './layOutAnswer.ts';
import { seedAnew } from './seedAnew.ts';

/** Every part that an answer fills, hidden until it does. */
const ANSWER_PARTS = ['problem', 'events', 'body', 'headers'];

/** How a request went; '' while nobody knows. */
type Outcome = 'good' | 'bad' | '';

/** What makes the result that an example reads. */
interface Maker {
	address: string;
	body?: object;
}

/**
 * `<api-console>`: sends the request that a reader has written, and shows what came back: how it went, the whole body, and
 * folded below it the headers. An answer that comes in events is shown line by line as it arrives, each with its time, and
 * what it ends with as the body. While it is awaited, the button that sent it stops it. An example that reads a result which
 * nobody has made yet makes it first, and says so.
 */
class ApiConsole extends PageElement {
	readonly #text = REFERENCE_TEXT[this.language];
	readonly #task = new LatestTask({
		showBusy: (isBusy) => {
			this.#sendButton?.replaceChildren(isBusy ? this.#text.stop : this.#text.send);
			if (isBusy) this.#say(this.#text.sending);
		},
		showCancelled: () => this.#say(this.#text.stopped),
		showFailure: (error) => this.#say(this.#text.failed(messageOf(error)), 'bad'),
	});

	protected override connect(): void {
		const signal = this.lifetime;
		const press = () => (this.#task.isRunning ? this.#task.cancel() : this.#send());
		this.#sendButton?.addEventListener('click', press, { signal });
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
		for (const part of ANSWER_PARTS) this.findPart(part).hidden = true;
		void this.#task.start(async (signal) => {
			const address = this.#completeAddress();
			const maker = this.#makerOf(address);
			const needsToken = this.#token?.value.trim() === '';
			if (maker && needsToken) await this.#make(maker, signal);
			let { response, start } = await this.#fetch(address, signal);
			if (response.status === 404 && maker && !needsToken) {
				await response.body?.cancel();
				await this.#make(maker, signal);
				({ response, start } = await this.#fetch(address, signal));
			}
			this.#showHeaders(response.headers);
			this.findPart('status').scrollIntoView({ block: 'nearest' });
			if (response.body && response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
				await this.#showEvents(response, response.body, start);
			} else await this.#showWhole(response, start);
		}, this.lifetime);
	}

	/** The field shows what is sent. */
	#completeAddress(): string {
		const field = this.querySelector('input');
		const address = completeAddress(field?.value ?? '', location.origin);
		if (field) field.value = address;
		return address;
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
		const passed = formatDuration(performance.now() - start, this.language);
		const bytes = formatCount(new TextEncoder().encode(text).length, this.language);
		this.#say(this.#text.came(response.status, passed, bytes), response.ok ? 'good' : 'bad');
		this.#showBody(layOutAnswer(text));
		if (!response.ok) this.#leadToProblem(text);
	}

	/** A line an event, drawn as it comes, with the time since the request was sent; what it ends with, as the body. */
	async #showEvents({ status }: Response, body: ReadableStream<Uint8Array>, start: number): Promise<void> {
		const list = this.findPart('events');
		list.replaceChildren();
		list.hidden = false;
		let count = 0;
		let last = formatDuration(0, this.language);
		let outcome: Outcome = 'good';
		for await (const { event, data } of readEventStream(body)) {
			const passed = formatDuration(performance.now() - start, this.language);
			const isAnswer = event === 'result' || event === 'problem';
			addEventLine(list, passed, event, isAnswer ? this.#text.below : JSON.stringify(data));
			if (isAnswer) this.#showBody(layOutJson(data));
			if (event === 'problem') {
				outcome = 'bad';
				this.#leadToProblem(JSON.stringify(data));
			}
			count += 1;
			last = passed;
			this.#say(this.#text.streaming(status, formatCount(count, this.language), last), outcome);
		}
		this.#say(this.#text.streamed(status, formatCount(count, this.language), last), outcome);
	}

	#showHeaders(headers: Headers): void {
		const lines = [...headers].map(([name, value]) => `${name}: ${value}`);
		this.findPart('headers').hidden = false;
		this.findPart('header-count').textContent = this.#text.headerCount(formatCount(lines.length, this.language));
		this.findPart('header-lines').textContent = lines.join('\n');
	}

	/** The page that says what is behind a refusal, and shows a request that is not refused. */
	#leadToProblem(body: string): void {
		const type = /"type":\s*"(\/problems\/[a-z-]+)"/.exec(body)?.[1];
		const link = this.findPart('problem').querySelector('a');
		if (!type || !link) return;
		link.href = addressIn(this.language, `${type}/`);
		this.findPart('problem').hidden = false;
	}

	#makerOf(address: string): Maker | null {
		const { maker, example } = this.dataset;
		return maker && address === example ? JSON.parse(maker) : null;
	}

	#showBody(text: string): void {
		this.findPart('body').hidden = false;
		fillInBlocks(this.findPart('body'), text);
	}

	/** @param outcome gives it a colour */
	#say(said: string, outcome: Outcome = ''): void {
		this.findPart('status').textContent = said;
		this.findPart('status').dataset.outcome = outcome;
	}

	get #sendButton(): HTMLButtonElement | null {
		return this.querySelector<HTMLButtonElement>('[data-send]');
	}

	get #events(): HTMLInputElement | null {
		return this.querySelector<HTMLInputElement>('[data-events]');
	}

	get #token(): HTMLInputElement | null {
		return this.querySelector<HTMLInputElement>('[data-token]');
	}
}

customElements.define('api-console', ApiConsole);
