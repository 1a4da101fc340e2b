import { Pacer } from '../../src/engine/pacer.ts';
import type { Progress, Watching } from '../../src/engine/train.ts';
import type { TrainingProgress } from '../../src/schema/trainingEvents.ts';

/** Hears how a training stands: the next news come when the promise is fulfilled, and none once it has failed. */
export type Listener = (news: TrainingProgress) => Promise<void>;

/** How long a training works between two looks at whatever else waits. */
const PIECE_MS = 12;
/** Least time between two events, without and with a picture. */
const INTERVAL_MS = { plain: 100, boundary: 250 };

/** Somebody who listens. */
interface Seat {
	listener: Listener;
	/** How much of the trace they have. */
	rows: number;
	isBusy: boolean;
	leave: () => void;
}

/** One training that everybody shares who asks for its result. When all who listened have gone and nobody waits, it ends. */
export class SharedTraining<Result> {
	readonly #result: Promise<Result>;
	readonly #resolution: number | null;
	readonly #abort = new AbortController();
	readonly #seats = new Set<Seat>();
	#waiting = 0;
	#lastTold = Number.NEGATIVE_INFINITY;

	/**
	 * @param train begins the training
	 * @param resolution of the boundary that listeners see; null for none
	 */
	constructor(train: (watching: Watching) => Promise<Result>, resolution: number | null) {
		this.#resolution = resolution;
		this.#result = train({
			pacer: new Pacer({ milliseconds: PIECE_MS, pause: () => scheduler.wait(0) }),
			signal: this.#abort.signal,
			onProgress: (progress) => this.#tell(progress),
		});
		this.#result.catch(() => {}); // who joined hears of it; there may be nobody any more
	}

	/** Whether it has been given up. */
	get isAborted(): boolean {
		return this.#abort.signal.aborted;
	}

	/** The result, for somebody who listens while it is made or only waits; null when the listener has gone. */
	join(listener?: Listener): Promise<Result | null> {
		if (!listener) {
			this.#waiting += 1;
			return this.#result;
		}
		const gone = new Promise<null>((resolve) => {
			const leave = () => {
				this.#seats.delete(seat);
				if (this.#seats.size === 0 && this.#waiting === 0) this.#abort.abort();
				resolve(null);
			};
			const seat: Seat = { listener, rows: 0, isBusy: false, leave };
			this.#seats.add(seat);
		});
		return Promise.race([this.#result, gone]);
	}

	#tell(progress: Progress): void {
		const now = Date.now();
		const interval = this.#resolution === null ? INTERVAL_MS.plain : INTERVAL_MS.boundary;
		const seats = [...this.#seats].filter(({ isBusy }) => !isBusy);
		if (seats.length === 0 || now - this.#lastTold < interval) return;
		this.#lastTold = now;
		const { epoch, epochs } = progress;
		const boundary = this.#resolution === null ? {} : { boundary: progress.boundary(this.#resolution) };
		for (const seat of seats) {
			const trace = progress.trace(seat.rows);
			seat.rows += trace.epoch.length;
			seat.isBusy = true;
			seat.listener({ epoch, epochs, trace, ...boundary }).then(() => {
				seat.isBusy = false;
			}, seat.leave);
		}
	}
}
