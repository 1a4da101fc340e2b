import type { Problem } from './problem.ts';

/** What one training told: the time of an epoch, and Σw² at its end, by which contestants are held against each other. */
export interface Timed {
	microseconds: number;
	squaredNorm: number;
}

/** Trains a problem from its initial weights for some epochs. */
export type Train = (epochs: number) => Promise<Timed> | Timed;

export interface Contestant {
	name: string;
	/** Gets a problem ready, outside what is timed; a reason in words where this machine cannot. */
	prepare(problem: Problem): Promise<Train | string> | Train | string;
}

/**
 * The time of an epoch for those that are called for a whole run: what `epochs` more of them add to
 * a run of one, so that the fixed price of a run is not counted.
 */
export async function perEpoch(run: (epochs: number) => Promise<number>, epochs: number): Promise<Timed> {
	const clock = async (count: number) => {
		const start = performance.now();
		const squaredNorm = await run(count);
		return { milliseconds: performance.now() - start, squaredNorm };
	};
	const one = await clock(1);
	const all = epochs > 1 ? await clock(epochs) : one;
	const more = Math.max(1, epochs - 1);
	const milliseconds = epochs > 1 ? Math.max(all.milliseconds - one.milliseconds, 1e-3) : one.milliseconds;
	return { microseconds: (milliseconds * 1000) / more, squaredNorm: all.squaredNorm };
}

/** Epochs that take about `milliseconds`, found by trying; at least 2. */
export async function epochsFor(train: Train, milliseconds: number, most: number): Promise<number> {
	let epochs = 2;
	for (let attempt = 0; attempt < 3; attempt++) {
		const { microseconds } = await train(epochs);
		epochs = Math.max(2, Math.min(most, Math.round((milliseconds * 1000) / microseconds), epochs * 200));
	}
	return epochs;
}

export const squaredNorm = (weights: Iterable<number>): number => {
	let sum = 0;
	for (const w of weights) sum += w * w;
	return sum;
};
