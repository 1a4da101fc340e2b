import { Pacer } from '../../src/engine/pacer.ts';
import type { Progress, Watching } from '../../src/engine/train.ts';
import type { TrainingProgress } from '../../src/schema/trainingEvents.ts';
import type { Picture } from './task.ts';

/**
 * Hears how a training stands, as the JSON of a `TrainingProgress`, written here so that the Worker need not: the next news
 * come when the promise is fulfilled, and none once it has failed.
 */
export type Listener = (news: string) => Promise<void>;

/** How long a training works between two looks at whatever else waits. */
const PIECE_MS = 12;
/** One for all trainings of this isolate's thread: many short ones, as of a sweep, pause as often as a long one. */
const pacer = new Pacer({ milliseconds: PIECE_MS, pause: () => scheduler.wait(1) });
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
	readonly #picture: Picture | null;
	readonly #abort = new AbortController();
	readonly #seats = new Set<Seat>();
	#waiting = 0;
	#lastTold = Number.NEGATIVE_INFINITY;
	/** The epoch from which on the next picture may be drawn. */
	#nextPicture = 0;

	/**
	 * @param train begins the training
	 * @param picture of the boundary that listeners see; null for none
	 */
	constructor(train: (watching: Watching) => Promise<Result>, picture: Picture | null) {
		this.#picture = picture;
		this.#result = train({
			pacer,
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
		const interval = this.#picture === null ? INTERVAL_MS.plain : INTERVAL_MS.boundary;
		const seats = [...this.#seats].filter(({ isBusy }) => !isBusy);
		if (seats.length === 0 || now - this.#lastTold < interval) return;
		this.#lastTold = now;
		const { epoch, epochs } = progress;
		const boundary = this.#draw(progress);
		for (const seat of seats) {
			const trace = progress.trace(seat.rows);
			seat.rows += trace.epoch.length;
			seat.isBusy = true;
			const news: TrainingProgress = { epoch, epochs, trace, ...boundary };
			seat.listener(JSON.stringify(news)).then(() => {
				seat.isBusy = false;
			}, seat.leave);
		}
	}

	/** A picture, if there is to be one and it is due. */
	#draw(progress: Progress): Pick<TrainingProgress, 'boundary'> {
		if (this.#picture === null || progress.epoch < this.#nextPicture) return {};
		this.#nextPicture = progress.epoch + this.#picture.epochs;
		return { boundary: progress.boundary(this.#picture.resolution) };
	}
}
