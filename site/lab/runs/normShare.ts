import type { LiveRun } from '../training/liveRun.ts';

/** Where bars may end, times a power of ten. */
const ENDS = [1, 2, 5, 10];

/** The largest norm of a training so far, at whatever epoch it is looked at: the end of its bar moves with no epoch. */
export const largestNorm = ({ trace, look }: Pick<LiveRun, 'trace' | 'look'>): number =>
	[...trace.weightNorm, look?.measured.weightNorm].reduce<number>(
		(most, norm) => (typeof norm === 'number' && Number.isFinite(norm) && norm > most ? norm : most),
		0,
	);

/** Where the bars of these norms end, all at the same: the least round number from 1 on that holds the largest of them. */
export function normEnd(norms: readonly (number | null)[]): number {
	const largest = Math.max(1, ...norms.filter((norm) => norm !== null && Number.isFinite(norm)).map(Number));
	const power = 10 ** Math.floor(Math.log10(largest));
	return Number(((ENDS.find((end) => end * power >= largest) ?? 10) * power).toPrecision(1));
}

/** How long the bar of a norm is, in hundredths: twice the norm is twice the bar. */
export const normShare = (norm: number | null, end: number): number =>
	norm === null || !(norm > 0) ? 0 : Math.min(100, (100 * norm) / end);
