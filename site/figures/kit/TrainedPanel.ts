import { LiveBoundary } from '../../pictures/boundary/LiveBoundary.ts';
import { LatestTraining } from '../../training/live/LatestTraining.ts';
import { livePool } from '../../training/live/LivePool.ts';
import type { LiveOutcome, LiveTask, Window } from '../../training/live/messages.ts';

/** One network of a figure: its trainings while the reader drags, and its boundary. */
export class TrainedPanel {
	readonly #place: HTMLElement;
	readonly #training = new LatestTraining(livePool());
	readonly #boundary: LiveBoundary;
	/** The task that was asked for last, and what comes of it; null where a later one took its place. */
	#asked: { key: string; outcome: Promise<LiveOutcome | null> } | null = null;
	#shown: LiveOutcome | null = null;

	constructor(place: HTMLElement, window: Window) {
		this.#place = place;
		this.#boundary = new LiveBoundary(place, window);
	}

	/** What the picture shows; null before the first training. */
	get shown(): LiveOutcome | null {
		return this.#shown;
	}

	/** Trains a task, but for the one that it was asked for last. @returns null where a later task took its place */
	train(task: LiveTask): Promise<LiveOutcome | null> {
		const key = JSON.stringify(task);
		if (this.#asked?.key === key) return this.#asked.outcome;
		const asked = { key, outcome: this.#training.train(task) };
		this.#asked = asked;
		// One that failed may be asked for again.
		asked.outcome.catch(() => {
			if (this.#asked === asked) this.#asked = null;
		});
		return asked.outcome;
	}

	/** @param label what the picture says to those who cannot see it */
	show(outcome: LiveOutcome, label: string): void {
		this.#shown = outcome;
		this.#boundary.show({ probability: outcome.looks[0]?.probability ?? [], sample: outcome.sample });
		this.#place.querySelector('svg')?.setAttribute('aria-label', label);
	}

	recolour(): void {
		this.#boundary.recolour();
	}
}
