import type { RunSpec } from '../../../src/schema/runSpec.ts';
import type { FieldColours } from '../../pictures/boundary/fieldPixels.ts';
import { WorkerFailed } from '../WorkerFailed.ts';
import type { Goal, LabAnswer, LabFrame, LabQuestion, LabReplies, LabRequest } from './messages.ts';

/** What is heard of a training. */
export interface Hearing {
	frame: (frame: LabFrame) => void;
	/** Of a goal that takes long: which share of its epochs is trained. */
	progress: (share: number) => void;
	/** It goes no further. */
	failure: (message: string) => void;
}

/** A training in a worker. */
export interface PooledTraining {
	/** Asks for a frame at a goal; frames come in the order of their goals. */
	advance(goal: Goal): void;
	/** @throws WorkerFailed where the worker does not answer any more */
	ask<About extends LabQuestion['about']>(question: LabQuestion & { about: About }): Promise<LabReplies[About]>;
	/** Gives its memory back; nothing is heard of it any more. */
	end(): void;
}

/** Where trainings are begun; the Lab's is `TrainingPool`. */
export interface Pool {
	/**
	 * Begins a training at epoch 0, trains it to its goal, and then says so for the first time.
	 *
	 * @param spec in canonical form
	 * @param key trainings of one key share a worker
	 */
	begin(key: number, spec: RunSpec, goal: Goal, hearing: Hearing): PooledTraining;
	/** The palette of every picture from now on. */
	paintWith(colours: FieldColours): void;
	/** Ends everything, wherever it is. */
	close(): void;
}

interface Heard extends Hearing {
	worker: WorkerLike;
	asked: Map<number, { resolve: (reply: LabReplies[keyof LabReplies]) => void; reject: (error: unknown) => void }>;
}

/** The page itself draws: one core stays its own. */
const size = (most: number) => Math.max(1, Math.min(most, (navigator.hardwareConcurrency || 2) - 1));

/** What the pool needs of a worker. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

const startWorker = () => new Worker(new URL('./labWorker.ts', import.meta.url), { type: 'module' });

/** Web Workers that share the Lab's trainings between them; each starts with its first one. */
export class TrainingPool implements Pool {
	readonly #workers: (WorkerLike | undefined)[];
	readonly #start: () => WorkerLike;
	readonly #heard = new Map<number, Heard>();
	#colours: FieldColours | null = null;
	#next = 1;

	/** @param most workers that there may be; of each core but one there is one */
	constructor(most: number, start: () => WorkerLike = startWorker) {
		this.#workers = new Array(size(most)).fill(undefined);
		this.#start = start;
	}

	begin(key: number, spec: RunSpec, goal: Goal, hearing: Hearing): PooledTraining {
		const id = this.#next++;
		const worker = this.#worker(key);
		const ask = (request: LabRequest) => worker.postMessage(request);
		const heard: Heard = { ...hearing, worker, asked: new Map() };
		this.#heard.set(id, heard);
		ask({ kind: 'begin', id, spec, goal });
		return {
			advance: (goal) => ask({ kind: 'advance', id, goal }),
			ask: (question) =>
				new Promise((resolve, reject) => {
					const number = this.#next++;
					// A reply is of the kind of its question (`answerTo`).
					heard.asked.set(number, { resolve: resolve as (reply: LabReplies[keyof LabReplies]) => void, reject });
					ask({ kind: 'ask', id, number, question });
				}),
			end: () => {
				this.#heard.delete(id);
				ask({ kind: 'end', id });
				for (const { resolve } of heard.asked.values()) resolve(null);
			},
		};
	}

	paintWith(colours: FieldColours): void {
		this.#colours = colours;
		for (const worker of this.#workers) worker?.postMessage({ kind: 'colours', colours } satisfies LabRequest);
	}

	close(): void {
		for (const worker of this.#workers) worker?.terminate();
		this.#workers.fill(undefined);
		this.#heard.clear();
	}

	#worker(key: number): WorkerLike {
		const index = (key - 1) % this.#workers.length;
		const known = this.#workers[index];
		if (known) return known;
		const worker = this.#start();
		this.#workers[index] = worker;
		if (this.#colours) worker.postMessage({ kind: 'colours', colours: this.#colours } satisfies LabRequest);
		worker.onmessage = ({ data }: MessageEvent<LabAnswer>) => {
			const heard = this.#heard.get(data.id);
			if (heard) hear(heard, data);
		};
		// One that failed answers nothing any more: the next training starts another.
		worker.onerror = ({ message }) => {
			worker.terminate();
			if (this.#workers[index] === worker) this.#workers[index] = undefined;
			const lost = [...this.#heard.values()].filter((heard) => heard.worker === worker);
			for (const heard of lost) fail(heard, message || 'the worker does not start');
		};
		return worker;
	}
}

function hear(heard: Heard, answer: LabAnswer): void {
	switch (answer.kind) {
		case 'frame':
			heard.frame(answer.frame);
			break;
		case 'progress':
			heard.progress(answer.share);
			break;
		case 'failure':
			fail(heard, answer.message);
			break;
		case 'reply':
			heard.asked.get(answer.number)?.resolve(answer.reply);
			heard.asked.delete(answer.number);
	}
}

function fail(heard: Heard, message: string): void {
	heard.failure(message);
	for (const { reject } of heard.asked.values()) reject(new WorkerFailed(message));
	heard.asked.clear();
}
