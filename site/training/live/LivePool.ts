import type { TrainedRun } from '../../../src/schema/run.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { compiledKernel } from '../kernel.ts';
import { WorkerFailed } from '../WorkerFailed.ts';
import type { LiveAnswer, LiveJobs, LiveOutcome, LiveProgress, LiveRequest, LiveTask } from './messages.ts';

interface Waiting {
	requestFor: (id: number) => LiveRequest;
	tell: (progress: LiveProgress) => void;
	resolve: (answer: LiveJobs[keyof LiveJobs]['answer']) => void;
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
		return this.#ask<'task'>((id) => ({ kind: 'task', id, asked: task }));
	}

	/**
	 * Trains a whole run as soon as a worker is free: the same bits as anywhere.
	 *
	 * @param tell hears of it about once a frame
	 * @throws WorkerFailed with the engine's message
	 */
	run(spec: RunSpecInput, tell: (progress: LiveProgress) => void): Promise<TrainedRun> {
		return this.#ask<'run'>((id) => ({ kind: 'run', id, asked: spec }), tell);
	}

	#ask<Kind extends keyof LiveJobs>(
		requestFor: (id: number) => LiveRequest & { kind: Kind },
		tell: (progress: LiveProgress) => void = () => {},
	): Promise<LiveJobs[Kind]['answer']> {
		return new Promise((resolve, reject) => {
			const answered = (answer: LiveJobs[keyof LiveJobs]['answer']) => resolve(answer as LiveJobs[Kind]['answer']); // liveWorker.ts answers each kind in its kind
			this.#waiting.push({ requestFor, tell, resolve: answered, reject });
			this.warm().then(
				() => this.#serve(),
				(error) => reject(new WorkerFailed(error instanceof Error ? error.message : String(error))),
			);
		});
	}

	async #start(): Promise<void> {
		const module = await compiledKernel();
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

	#run(worker: Worker, { requestFor, tell, resolve, reject }: Waiting): void {
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
			if ('progress' in data) tell(data.progress);
			else end(() => ('answer' in data ? resolve(data.answer) : reject(new WorkerFailed(data.failure))));
		};
		worker.onerror = ({ message }) =>
			end(() => reject(new WorkerFailed(message || 'the training worker does not start')));
		worker.postMessage(requestFor(id));
	}
}

let shared: LivePool | null = null;

/** The pool of the page. */
export function livePool(): LivePool {
	shared ??= new LivePool();
	return shared;
}
