import type { TrainedRun } from '../../../src/schema/run.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { compiledKernel } from '../kernel.ts';
import { WorkerFailed } from '../WorkerFailed.ts';
import type { LiveAnswer, LiveJobs, LiveOutcome, LiveProgress, LiveRequest, LiveTask } from './messages.ts';

/** Whole runs that wait at a worker beside the one that it trains. */
export const RUNS_AHEAD = 1;

interface Waiting {
	requestFor: (id: number) => LiveRequest;
	/** How many jobs its worker may have before it, at most. */
	among: number;
	tell: (progress: LiveProgress) => void;
	resolve: (answer: LiveJobs[keyof LiveJobs]['answer']) => void;
	reject: (error: WorkerFailed) => void;
}

/** A worker with its jobs by their id, of which it does the first. */
interface Warm {
	worker: Worker;
	jobs: Map<number, Waiting>;
}

/**
 * Warm workers, one a core, that share the trainings of all figures of a page. The kernel is compiled once and handed to
 * each of them. Tasks are begun in the order in which they come.
 */
export class LivePool {
	readonly #size: number;
	#warm: Warm[] = [];
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
		return this.#ask<'task'>((id) => ({ kind: 'task', id, asked: task }), 0);
	}

	/**
	 * Trains a whole run: the same bits as anywhere. A worker has the next run while it trains one, and never waits.
	 *
	 * @param tell hears of it about once a frame
	 * @throws WorkerFailed with the engine's message
	 */
	run(spec: RunSpecInput, tell: (progress: LiveProgress) => void): Promise<TrainedRun> {
		return this.#ask<'run'>((id) => ({ kind: 'run', id, asked: spec }), RUNS_AHEAD, tell);
	}

	#ask<Kind extends keyof LiveJobs>(
		requestFor: (id: number) => LiveRequest & { kind: Kind },
		among: number,
		tell: (progress: LiveProgress) => void = () => {},
	): Promise<LiveJobs[Kind]['answer']> {
		return new Promise((resolve, reject) => {
			const answered = (answer: LiveJobs[keyof LiveJobs]['answer']) => resolve(answer as LiveJobs[Kind]['answer']); // liveWorker.ts answers each kind in its kind
			this.#waiting.push({ requestFor, among, tell, resolve: answered, reject });
			this.warm().then(
				() => this.#serve(),
				(error) => reject(new WorkerFailed(error instanceof Error ? error.message : String(error))),
			);
		});
	}

	/** The workers read their script while the kernel is on its way. */
	async #start(): Promise<void> {
		const started = Array.from({ length: this.#size }, () => startWorker());
		for (const one of started) {
			one.worker.onmessage = ({ data }: MessageEvent<LiveAnswer>) => this.#hear(one, data);
			one.worker.onerror = ({ message }) => this.#fail(one, message || 'the training worker does not start');
		}
		this.#warm = started;
		try {
			const module = await compiledKernel();
			for (const { worker } of this.#warm) worker.postMessage({ kind: 'kernel', module } satisfies LiveRequest);
		} catch (error) {
			for (const { worker } of started) worker.terminate();
			this.#workers = null; // the next task may find the kernel
			this.#waiting.length = 0; // they hear of it by the promise that they waited for
			throw error;
		}
	}

	#serve(): void {
		for (let waiting = this.#waiting[0]; waiting; waiting = this.#waiting[0]) {
			const [idlest] = this.#warm.toSorted((a, b) => a.jobs.size - b.jobs.size);
			if (!idlest || idlest.jobs.size > waiting.among) return;
			this.#waiting.shift();
			const id = this.#next++;
			idlest.jobs.set(id, waiting);
			idlest.worker.postMessage(waiting.requestFor(id));
		}
	}

	#hear({ jobs }: Warm, data: LiveAnswer): void {
		const job = jobs.get(data.id);
		if (!job) return;
		if ('progress' in data) {
			job.tell(data.progress);
			return;
		}
		jobs.delete(data.id);
		if ('answer' in data) job.resolve(data.answer);
		else job.reject(new WorkerFailed(data.failure));
		this.#serve();
	}

	/** A worker that failed answers nothing any more: the others do what comes, and new ones where none is left. */
	#fail(failed: Warm, message: string): void {
		failed.worker.terminate();
		this.#warm = this.#warm.filter((one) => one !== failed);
		const isLast = this.#warm.length === 0;
		if (isLast) this.#workers = null;
		const without = [...failed.jobs.values(), ...(isLast ? this.#waiting.splice(0) : [])];
		for (const { reject } of without) reject(new WorkerFailed(message));
		if (this.#waiting.length > 0) void this.warm().then(() => this.#serve()); // not before the others have the kernel
	}
}

const startWorker = (): Warm => ({
	worker: new Worker(new URL('./liveWorker.ts', import.meta.url), { type: 'module' }),
	jobs: new Map(),
});

let shared: LivePool | null = null;

/** The pool of the page. */
export function livePool(): LivePool {
	shared ??= new LivePool();
	return shared;
}
