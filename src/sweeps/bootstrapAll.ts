import type { Measured } from '../experiments/experiment.ts';
import { bootstrap, quantile } from '../experiments/statistics.ts';

/** Several statistics with their intervals, all of the same resamples: `bootstrap` of each, in one pass. */
export function bootstrapAll(count: number, statistics: (sample: readonly number[]) => readonly number[]): Measured[] {
	const samples: (readonly number[])[] = [];
	bootstrap(count, (sample) => samples.push(sample)); // the resamples, and last the sample itself
	const rows = samples.map(statistics);
	return (rows.pop() ?? []).map((value, i) => {
		const resampled = rows.map((row) => row[i] ?? Number.NaN);
		return { value, low: quantile(resampled, 0.025), high: quantile(resampled, 0.975) };
	});
}
