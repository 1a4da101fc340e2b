import type { Answer, Job, Outcomes, Warming } from './messages.ts';
import { WorkerFailed } from './WorkerFailed.ts';

/** A worker that has nothing to do, kept warm for the next job. */
let idle: Worker | null = null;

const startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** Starts the worker, with workers of its own, before somebody asks it for an experiment. */
export function warmWorker(workers: number): void {
	const worker = idle ?? startWorker();
	idle = worker;
	worker.onerror = () => {
		if (idle === worker) idle = null; // one that did not start would never answer
	};
	worker.postMessage({ kind: 'warm', workers } satisfies Warming);
}

/**
 * Runs a job in a Web Worker.
 *
 * @param onProgress hears of it about once a frame
 * @throws WorkerFailed with the engine's message; the signal's reason when the caller gave up
 */
export function inWorker<Kind extends Job['kind']>(
	job: Extract<Job, { kind: Kind }>,
	onProgress: (progress: Outcomes[Kind]['progress']) => void,
	signal: AbortSignal,
): Promise<Outcomes[Kind]['result']> {
	signal.throwIfAborted();
	const worker = idle ?? startWorker();
	idle = null;
	return new Promise((resolve, reject) => {
		const end = () => {
			signal.removeEventListener('abort', abort);
			worker.onmessage = null;
			worker.onerror = null;
		};
		const abort = () => {
			end();
			worker.terminate(); // at once, wherever it is
			reject(signal.reason);
		};
		signal.addEventListener('abort', abort);
		worker.onmessage = ({ data }: MessageEvent<Answer>) => {
			if (data.kind === 'progress') return onProgress(data.progress as Outcomes[Kind]['progress']); // `worker.ts` answers each kind of job in its kind
			end();
			if (idle) worker.terminate();
			else idle = worker;
			if (data.kind === 'result') resolve(data.result as Outcomes[Kind]['result']);
			else reject(new WorkerFailed(data.message));
		};
		worker.onerror = ({ message }) => {
			end();
			worker.terminate();
			reject(new WorkerFailed(message || 'the training worker does not start'));
		};
		worker.postMessage(job);
	});
}
