/** Arithmetic of a first piece, and of the shortest: 10 ms on a slow core. */
const LEAST_FLOP = 4e7;
/** Of the longest: where a clock stands still, pieces would grow without end. */
const MOST_FLOP = 1e9;
/** Pieces grow by no more than this at once. */
const GROWTH = 4;

interface Pace {
	/** How long a piece is meant to take; 30 unless given. */
	milliseconds?: number;
	/** Lets others have their turn; a timer unless given. */
	pause?: () => Promise<void>;
}

/**
 * Divides trainings into pieces, between which whatever shares their thread has its turn: messages, such as the one that
 * aborts, and other requests. How much arithmetic a piece has follows from how long those before took. One pacer may
 * serve many trainings, of which the short ones share a piece.
 */
export class Pacer {
	readonly #milliseconds: number;
	readonly #pause: () => Promise<void>;
	#pieceFlop = LEAST_FLOP;
	#spent = 0;
	#since = Date.now();

	constructor({ milliseconds = 30, pause = () => new Promise((done) => setTimeout(done)) }: Pace = {}) {
		this.#milliseconds = milliseconds;
		this.#pause = pause;
	}

	/** Arithmetic that is left of this piece, in FLOP. */
	get left(): number {
		return Math.max(0, this.#pieceFlop - this.#spent);
	}

	/** Counts arithmetic that is done, in FLOP, and pauses when the piece is over. */
	async spend(flop: number): Promise<void> {
		this.#spent += flop;
		if (this.#spent < this.#pieceFlop) return;
		await this.#pause();
		// In a Worker the clock moves on only now.
		const elapsed = Math.max(1, Date.now() - this.#since);
		const factor = Math.min(GROWTH, this.#milliseconds / elapsed);
		this.#pieceFlop = Math.min(MOST_FLOP, Math.max(LEAST_FLOP, this.#pieceFlop * factor));
		this.#spent = 0;
		this.#since = Date.now();
	}
}
