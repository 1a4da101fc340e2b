import { committedResult } from '../../src/experiments/committed.ts';
import published from '../../src/experiments/published.json' with { type: 'json' };

/** A run of the notebook: what it published, epoch by epoch, and what the committed result has there. */
export interface PublishedRun {
	m: number;
	lambda: number;
	/** Null where there is no penalty. */
	scaling: string | null;
	/** `apart` is the relative difference. */
	rows: { epoch: number; value: number; ours: number; apart: number }[];
}

/** @throws Error when the notebook's experiment has no committed curves */
export function publishedBesideOurs(): PublishedRun[] {
	const notebook = committedResult('notebook');
	if (notebook?.figure.kind !== 'curves') throw new Error('the notebook’s experiment has no committed curves');
	const { series } = notebook.figure;
	return published.runs.map(({ m, lambda, scaling, objective }, index) => ({
		m,
		lambda,
		scaling: lambda === 0 ? null : scaling,
		rows: objective.map(({ epoch, value }, k) => {
			const ours = series[2 * index]?.y[k] ?? Number.NaN; // a line of ours, then the published points beside it
			return { epoch, value, ours, apart: Math.abs(ours / value - 1) };
		}),
	}));
}
