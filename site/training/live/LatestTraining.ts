import type { LivePool } from './LivePool.ts';
import type { LiveOutcome, LiveTask } from './messages.ts';

interface Asked {
	task: LiveTask;
	resolve: (outcome: LiveOutcome | null) => void;
	reject: (error: unknown) => void;
}

/**
 * The trainings of one panel while its reader drags: one runs, the newest waits, and those between are never begun. So
 * pictures come as fast as a worker trains, always in the order of the drag, and the last value always has its picture.
 */
export class LatestTraining {
	readonly #pool: LivePool;
	#isRunning = false;
	#newest: Asked | null = null;

	constructor(pool: LivePool) {
		this.#pool = pool;
	}

	/** @returns what came of it; null where a later task took its place before it began */
	train(task: LiveTask): Promise<LiveOutcome | null> {
		this.#newest?.resolve(null);
		return new Promise((resolve, reject) => {
			this.#newest = { task, resolve, reject };
			if (!this.#isRunning) void this.#runNewest();
		});
	}

	/** Trains what no picture waits for, so that it is there when one does. @returns null where something else is to be trained */
	prepare(task: LiveTask): Promise<LiveOutcome | null> {
		return this.#isRunning ? Promise.resolve(null) : this.train(task);
	}

	async #runNewest(): Promise<void> {
		this.#isRunning = true;
		for (let asked = this.#take(); asked; asked = this.#take()) {
			try {
				asked.resolve(await this.#pool.train(asked.task));
			} catch (error) {
				asked.reject(error);
			}
		}
		this.#isRunning = false;
	}

	#take(): Asked | null {
		const asked = this.#newest;
		this.#newest = null;
		return asked;
	}
}
