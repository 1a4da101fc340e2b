/** What a step may train, in milliseconds: more than half of a frame, so that the rest is left for pictures. */
const MILLISECONDS = 10;
/** Steps grow by no more than this at once. */
const GROWTH = 2;

/** How many epochs a step may have, so that pictures come at the rate of the screen: as many as the last steps took no longer for. */
export class Pace {
	#epochs = 8;

	/** Epochs of the next step, at least one. */
	get epochs(): number {
		return Math.max(1, Math.floor(this.#epochs));
	}

	/** @param milliseconds that so many epochs took, of all runs together */
	note(epochs: number, milliseconds: number): void {
		const within = (epochs * MILLISECONDS) / Math.max(milliseconds, 0.1);
		this.#epochs = Math.max(1, Math.min(within, GROWTH * Math.max(epochs, this.#epochs)));
	}
}
