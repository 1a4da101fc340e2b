/** The norms at the ends of the bars: those of nearly all trainings lie between them. */
export const NORM_SCALE = [0.1, 100] as const;

/**
 * How long the bar of a norm is, in hundredths: on a logarithmic scale that is the same for all runs and all times, so that no bar
 * moves when another run is changed.
 */
export function normShare(norm: number | null): number {
	const [least, most] = NORM_SCALE;
	if (norm === null || !(norm > least)) return 0;
	return Math.min(100, (100 * Math.log(norm / least)) / Math.log(most / least));
}
