import type { LiveRun } from '../training/liveRun.ts';

/** Where bars may end, times a power of ten. */
const ENDS = [1, 1.5, 2, 3, 4, 5, 7.5, 10];

/** The largest norm of a training so far, at whatever epoch it is looked at: the end of its bar moves with no epoch. */
export const largestNorm = ({ trace, look }: Pick<LiveRun, 'trace' | 'look'>): number =>
	largestOf([...trace.weightNorm, look?.measured.weightNorm]);

/** Where the bars of these norms end, all at the same: the least round number from 1 on that holds the largest of them. */
export function normEnd(norms: readonly (number | null)[]): number {
	const largest = Math.max(1, largestOf(norms));
	const power = 10 ** Math.floor(Math.log10(largest));
	return Number(((ENDS.find((end) => end * power >= largest) ?? 10) * power).toPrecision(2));
}

/** How long the bar of a norm is, in hundredths: twice the norm is twice the bar. */
export const normShare = (norm: number | null, end: number): number =>
	norm === null || !(norm > 0) ? 0 : Math.min(100, (100 * norm) / end);

/**
 * Where the bars of all runs end while a reader changes settings: it holds every norm that was there, so that a bar that is longer
 * than before is that of a larger norm.
 */
export class NormScale {
	#largest = 0;
	#isAnew = false;

	/** Other runs are looked at: once they have come the scale is theirs. */
	begin(): void {
		this.#isAnew = true;
	}

	/**
	 * Where bars end now.
	 *
	 * @param norms the largest of each run; one that diverged has none that a bar could show
	 * @param areBehind whether some of these are of the runs before
	 */
	end(norms: readonly number[], areBehind: boolean): number {
		if (this.#isAnew && !areBehind) [this.#largest, this.#isAnew] = [0, false];
		this.#largest = largestOf([this.#largest, ...norms]);
		return normEnd([this.#largest]);
	}
}

const largestOf = (norms: readonly (number | null | undefined)[]): number =>
	norms.reduce<number>(
		(most, norm) => (typeof norm === 'number' && Number.isFinite(norm) && norm > most ? norm : most),
		0,
	);
