/** What a step may train, in milliseconds: more than half of a frame, so that the rest is left for pictures. */
const LEAST_MS = 10;
/** Of the frames of a slow screen, which a step may have as large a share of; and so much at most, so that the hand is heard. */
const SHARE = 0.6;
const MOST_MS = 100;
/** Steps grow by no more than this at once. */
const GROWTH = 2;

/** How many epochs a step may have, so that pictures come at the rate of the screen: as many as the last steps took no longer for. */
export class Pace {
	#epochs = 8;
	#milliseconds = LEAST_MS;

	/** Epochs of the next step, at least one. */
	get epochs(): number {
		return Math.max(1, Math.floor(this.#epochs));
	}

	/** @param milliseconds that a frame of the screen takes */
	frame(milliseconds: number): void {
		this.#milliseconds = Math.min(MOST_MS, Math.max(LEAST_MS, SHARE * milliseconds));
	}

	/** @param milliseconds that so many epochs took, of all runs together */
	note(epochs: number, milliseconds: number): void {
		const within = (epochs * this.#milliseconds) / Math.max(milliseconds, 0.1);
		this.#epochs = Math.max(1, Math.min(within, GROWTH * Math.max(epochs, this.#epochs)));
	}
}
