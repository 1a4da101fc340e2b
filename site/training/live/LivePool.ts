import kernelAddress from '../../../build/kernel.wasm?url';
import { WorkerFailed } from '../WorkerFailed.ts';
import type { LiveAnswer, LiveOutcome, LiveRequest, LiveTask } from './messages.ts';

interface Waiting {
	task: LiveTask;
	resolve: (outcome: LiveOutcome) => void;
	reject: (error: WorkerFailed) => void;
}

/**
 * Warm workers, one a core, that share the trainings of all figures of a page. The kernel is compiled once and handed to
 * each of them. Tasks are begun in the order in which they come.
 */
export class LivePool {
	readonly #size: number;
	readonly #idle: Worker[] = [];
	readonly #waiting: Waiting[] = [];
	#workers: Promise<void> | null = null;
	#next = 1;

	/** @param size workers; one a core unless given */
	constructor(size = navigator.hardwareConcurrency || 2) {
		this.#size = size;
	}

	/** Starts the workers, so that the first task finds them warm. */
	warm(): Promise<void> {
		this.#workers ??= this.#start();
		return this.#workers;
	}

	/** Trains a task as soon as a worker is free. @throws WorkerFailed with the engine's message */
	train(task: LiveTask): Promise<LiveOutcome> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ task, resolve, reject });
			this.warm().then(
				() => this.#serve(),
				(error) => reject(new WorkerFailed(error instanceof Error ? error.message : String(error))),
			);
		});
	}

	async #start(): Promise<void> {
		const module = await WebAssembly.compileStreaming(fetch(kernelAddress));
		for (let i = 0; i < this.#size; i++) {
			const worker = new Worker(new URL('./liveWorker.ts', import.meta.url), { type: 'module' });
			worker.postMessage({ kind: 'kernel', module } satisfies LiveRequest);
			this.#idle.push(worker);
		}
	}

	#serve(): void {
		while (this.#idle.length > 0 && this.#waiting.length > 0) {
			const worker = this.#idle.pop();
			const waiting = this.#waiting.shift();
			if (worker && waiting) this.#run(worker, waiting);
		}
	}

	#run(worker: Worker, { task, resolve, reject }: Waiting): void {
		const id = this.#next++;
		const end = (settle: () => void) => {
			worker.onmessage = null;
			worker.onerror = null;
			this.#idle.push(worker);
			settle();
			this.#serve();
		};
		worker.onmessage = ({ data }: MessageEvent<LiveAnswer>) => {
			if (data.id !== id) return;
			end(() => ('outcome' in data ? resolve(data.outcome) : reject(new WorkerFailed(data.failure))));
		};
		worker.onerror = ({ message }) =>
			end(() => reject(new WorkerFailed(message || 'the training worker does not start')));
		worker.postMessage({ kind: 'task', id, task } satisfies LiveRequest);
	}
}

let shared: LivePool | null = null;

/** The pool of the page. */
export function livePool(): LivePool {
	shared ??= new LivePool();
	return shared;
}
