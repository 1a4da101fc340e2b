import { type Estimate, estimate, resample } from '../statistics.ts';

/** Several statistics with their intervals, all of the same resamples: `bootstrap` of each, in one pass. */
export function bootstrapAll(count: number, statistics: (sample: readonly number[]) => readonly number[]): Estimate[] {
	const { whole, resamples } = resample(count);
	const rows = resamples.map(statistics);
	return statistics(whole).map((value, i) =>
		estimate(
			value,
			rows.map((row) => row[i] ?? Number.NaN),
		),
	);
}
