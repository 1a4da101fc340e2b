import type { RunSpec } from '../../../src/schema/runSpec.ts';
import type { Goal, LabFrame } from './messages.ts';
import type { Pool, PooledTraining } from './trainingPool.ts';

/** A training that is slower than this, in milliseconds, gives way to a newer one; a faster one is worth a picture. */
const PATIENCE = 250;

/** What a run hears of the trainings that are begun for it. */
interface Listener {
	/** A training has come to the goal, and takes the place of the one before it. */
	caughtUp: (training: PooledTraining, frame: LabFrame, spec: RunSpec) => void;
	/** One is on its way for long: the share of it that is done. */
	progress: (share: number) => void;
	/** Of the training that caught up, later. */
	frame: (frame: LabFrame) => void;
	failure: (message: string) => void;
}

interface Begun {
	training: PooledTraining;
	timer: ReturnType<typeof setTimeout>;
	isPatienceOver: boolean;
}

/**
 * The trainings of one run while its settings change: one catches up, the newest waits, and those between are never
 * begun. So pictures come as fast as a worker trains, always in the order of the changes, and the last one always has its
 * picture; and one that takes longer than `PATIENCE` is left where it is as soon as there is a newer one.
 */
export class CatchUp {
	readonly #pool: Pool;
	readonly #key: number;
	readonly #goal: () => Goal;
	readonly #listener: Listener;
	#begun: Begun | null = null;
	#newest: RunSpec | null = null;

	/** @param goal where a training that begins now is to go */
	constructor(pool: Pool, key: number, goal: () => Goal, listener: Listener) {
		this.#pool = pool;
		this.#key = key;
		this.#goal = goal;
		this.#listener = listener;
	}

	/** Whether a training is on its way to the goal, or waits. */
	get isUnderWay(): boolean {
		return this.#begun !== null || this.#newest !== null;
	}

	/** Trains this spec from epoch 0, in the place of all before it. */
	begin(spec: RunSpec): void {
		this.#newest = spec;
		if (this.#begun === null || this.#begun.isPatienceOver) this.#beginNewest();
	}

	/** Nothing is heard any more of what has not caught up. */
	end(): void {
		this.#newest = null;
		this.#giveUp();
	}

	#beginNewest(): void {
		const spec = this.#newest;
		if (spec === null) return;
		this.end();
		let isFirst = true;
		const training = this.#pool.begin(this.#key, spec, this.#goal(), {
			frame: (frame) => {
				if (!isFirst) return this.#listener.frame(frame);
				isFirst = false;
				this.#forget();
				this.#listener.caughtUp(training, frame, spec);
				this.#beginNewest();
			},
			progress: (share) => isFirst && this.#listener.progress(share),
			failure: (message) => {
				if (isFirst) this.#forget();
				this.#listener.failure(message);
				this.#beginNewest();
			},
		});
		const timer = setTimeout(() => {
			if (this.#begun) this.#begun.isPatienceOver = true;
			this.#beginNewest();
		}, PATIENCE);
		this.#begun = { training, timer, isPatienceOver: false };
	}

	#giveUp(): void {
		this.#begun?.training.end();
		this.#forget();
	}

	#forget(): void {
		clearTimeout(this.#begun?.timer);
		this.#begun = null;
	}
}
