import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import type { LabAnswer, LabRequest } from './messages.ts';

/** A training in a worker. */
export interface PooledTraining {
	/** Asks for so many epochs more; the answer is a frame. */
	advance(epochs: number): void;
	/** Gives its memory back; nothing is heard of it any more. */
	end(): void;
}

/** The page itself draws: one core stays its own. */
const size = (most: number) => Math.max(1, Math.min(most, (navigator.hardwareConcurrency || 2) - 1));

/** Web Workers that share the Lab's trainings between them; each starts with its first one. */
export class TrainingPool {
	readonly #workers: (Worker | undefined)[];
	readonly #heard = new Map<number, (answer: LabAnswer) => void>();
	#next = 1;

	constructor(most: number) {
		this.#workers = new Array(size(most)).fill(undefined);
	}

	/**
	 * Begins a training at epoch 0.
	 *
	 * @param resolution points along a side of the boundary in each frame, null for none
	 * @param heard hears of each frame, and of a failure
	 */
	begin(
		key: number,
		spec: RunSpecInput,
		resolution: number | null,
		heard: (answer: LabAnswer) => void,
	): PooledTraining {
		const id = this.#next++;
		const worker = this.#worker(key);
		const ask = (request: LabRequest) => worker.postMessage(request);
		this.#heard.set(id, heard);
		ask({ kind: 'begin', id, spec, resolution });
		return {
			advance: (epochs) => ask({ kind: 'advance', id, epochs }),
			end: () => {
				this.#heard.delete(id);
				ask({ kind: 'end', id });
			},
		};
	}

	/** Ends every worker, wherever it is. */
	close(): void {
		for (const worker of this.#workers) worker?.terminate();
		this.#workers.fill(undefined);
		this.#heard.clear();
	}

	#worker(key: number): Worker {
		const index = (key - 1) % this.#workers.length;
		const known = this.#workers[index];
		if (known) return known;
		const worker = new Worker(new URL('./labWorker.ts', import.meta.url), { type: 'module' });
		this.#workers[index] = worker;
		worker.onmessage = ({ data }: MessageEvent<LabAnswer>) => this.#heard.get(data.id)?.(data);
		worker.onerror = ({ message }) => {
			for (const [id, heard] of this.#heard)
				heard({ kind: 'failure', id, message: message || 'the worker does not start' });
		};
		return worker;
	}
}
