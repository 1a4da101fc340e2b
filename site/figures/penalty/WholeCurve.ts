import type { Language } from '../../../src/language.ts';
import { formatCount, formatDuration } from '../../../src/numberFormat.ts';
import { LatestTask } from '../../elements/LatestTask.ts';
import { messageOf } from '../../elements/messageOf.ts';
import { PENALTY_TEXT } from '../../text/figures/penalty.ts';
import { livePool } from '../../training/live/LivePool.ts';
import type { LiveOutcome } from '../../training/live/messages.ts';
import { type CurvePoint, curvePoint, curveTasks, LAMBDAS } from './tasks.ts';

interface Asked {
	button: HTMLElement;
	said: HTMLElement;
	language: Language;
	published: readonly CurvePoint[];
	/** Draws the points that have been trained so far. */
	show: (landed: readonly CurvePoint[]) => void;
}

const TRAININGS = LAMBDAS.flatMap((lambda) => curveTasks(lambda).map((task) => ({ lambda, task })));

/** The button that trains the whole curve in the reader's browser, on all cores; each λ is drawn as it lands. */
export class WholeCurve {
	readonly #asked: Asked;
	#done = 0;
	readonly #task = new LatestTask({
		showBusy: (isBusy) => {
			this.#asked.button.textContent = isBusy ? this.#text.stop : this.#text.trainAll(this.#count(TRAININGS.length));
		},
		showCancelled: () => this.#say(this.#text.stopped(this.#count(this.#done))),
		showFailure: (error) => this.#say(this.#text.failed(messageOf(error))),
	});

	constructor(asked: Asked) {
		this.#asked = asked;
	}

	connect(lifetime: AbortSignal): void {
		const press = () => (this.#task.isRunning ? this.#task.cancel() : this.#start(lifetime));
		this.#asked.button.addEventListener('click', press, { signal: lifetime });
	}

	#start(lifetime: AbortSignal): void {
		void this.#task.start(async (signal) => {
			const begun = performance.now();
			const landed = await this.#trainAll(signal);
			const isSame = this.#asked.published.every((point) =>
				landed.some(
					(own) => own.lambda === point.lambda && own.fresh === point.fresh && own.training === point.training,
				),
			);
			const duration = formatDuration(performance.now() - begun, this.#asked.language);
			this.#say(isSame ? this.#text.same(duration) : this.#text.differs);
		}, lifetime);
	}

	/** Trains in as many lanes as there are cores, one network at a time in each, so that a drag waits for one at most. */
	async #trainAll(signal: AbortSignal): Promise<CurvePoint[]> {
		const finals = new Map<number, LiveOutcome['final'][]>();
		const landed: CurvePoint[] = [];
		const waiting = [...TRAININGS];
		this.#done = 0;
		this.#asked.show([]);
		const lane = async () => {
			for (let next = waiting.shift(); next; next = waiting.shift()) {
				const { final } = await livePool().train(next.task);
				signal.throwIfAborted();
				this.#done++;
				const known = [...(finals.get(next.lambda) ?? []), final];
				finals.set(next.lambda, known);
				if (known.length < curveTasks(next.lambda).length) continue;
				landed.push(curvePoint(next.lambda, known));
				this.#asked.show(landed);
				this.#say(this.#text.trained(this.#count(this.#done), this.#count(TRAININGS.length)));
			}
		};
		await Promise.all(Array.from({ length: navigator.hardwareConcurrency || 2 }, lane));
		return landed;
	}

	#say(said: string): void {
		this.#asked.said.textContent = said;
	}

	#count(value: number): string {
		return formatCount(value, this.#asked.language);
	}

	get #text() {
		return PENALTY_TEXT[this.#asked.language];
	}
}
