import type { Language } from '../../../src/language.ts';
import { formatCount, formatDuration } from '../../../src/numberFormat.ts';
import { finalNumbers } from '../../../src/schema/finalNumbers.ts';
import { LatestTask } from '../../elements/LatestTask.ts';
import { messageOf } from '../../elements/messageOf.ts';
import { putText } from '../../elements/putText.ts';
import { HERO_TEXT } from '../../text/figures/hero.ts';
import type { LiveOutcome } from '../../training/live/messages.ts';

/** The hero's button: trains on the edge what the reader sees, told as it goes, and holds the numbers together. */
export class HeroEdge {
	readonly #find: (name: string) => HTMLElement;
	readonly #language: Language;
	readonly #trainHere: () => Promise<LiveOutcome[]>;
	readonly #task = new LatestTask({
		showBusy: (isBusy) => {
			const { edge, stopEdge } = this.#text;
			this.#find('edge').textContent = isBusy ? stopEdge : edge;
		},
		showCancelled: () => this.#say(''),
		showFailure: (error) => this.#say(this.#text.edgeFailed(messageOf(error))),
	});

	constructor(find: (name: string) => HTMLElement, language: Language, trainHere: () => Promise<LiveOutcome[]>) {
		this.#find = find;
		this.#language = language;
		this.#trainHere = trainHere;
	}

	connect(lifetime: AbortSignal): void {
		const press = () => (this.#task.isRunning ? this.#task.cancel() : this.#compare(lifetime));
		this.#find('edge').addEventListener('click', press, { signal: lifetime });
	}

	/** The networks are others: what was said of those before is taken back. */
	forget(): void {
		this.#task.cancel();
		this.#say('');
	}

	#compare(lifetime: AbortSignal): void {
		void this.#task.start(async (signal) => {
			const [here, { createClient }] = await Promise.all([this.#trainHere(), import('../../../src/client/client.ts')]);
			const begun = performance.now();
			const [first, ...others] = here.map(({ spec }) => spec);
			if (!first) return;
			const variants = [first, ...others].map(({ penalty }, i) => ({ label: String(i + 1), patch: { penalty } }));
			const api = createClient({ baseUrl: '/api/v1' });
			for await (const { event, data } of api.comparisonEvents({ base: first, variants }, { signal })) {
				if (event === 'progress') {
					const [epoch, epochs] = [data.epoch, data.epochs].map((count) => formatCount(count, this.#language));
					this.#say(this.#text.edgeTrains(epoch ?? '', epochs ?? ''));
				} else {
					const numbers = data.runs.map(({ run }) => JSON.stringify(finalNumbers(run.final)));
					const isSame = numbers.every((text, i) => text === JSON.stringify(here[i]?.final));
					const duration = formatDuration(performance.now() - begun, this.#language);
					this.#say(isSame ? this.#text.edgeSame(duration) : this.#text.edgeDiffers);
				}
			}
		}, lifetime);
	}

	#say(said: string): void {
		putText(this.#find('edge-said'), said);
	}

	get #text() {
		return HERO_TEXT[this.#language];
	}
}
