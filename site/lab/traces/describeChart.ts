import type { Language } from '../../../src/language.ts';
import type { Measurement } from '../../../src/schema/measurements.ts';
import type { CurvesChart } from '../../charts/chart.ts';
import type { Chart } from '../../text/lab/labWords.ts';
import type { LiveRun } from '../training/liveRun.ts';
import { type TraceLine, tracesChart } from './tracesChart.ts';

/** What a chart is of: its runs, and the epoch that is looked at. */
interface Traced {
	runs: readonly Pick<LiveRun, 'key' | 'trace' | 'look'>[];
	epochs: number;
	shown: number;
	playhead: number;
}

/** Which columns of a trace a chart draws: of the training data, and of held-out ones. */
const COLUMNS: Record<Chart, readonly [keyof Measurement, (keyof Measurement)?]> = {
	dataLoss: ['dataLoss', 'testLoss'],
	penalty: ['penalty'],
	objective: ['objective'],
	accuracy: ['trainAccuracy', 'testAccuracy'],
	weightNorm: ['weightNorm'],
};

/** A chart's description as all runs have it now. */
export function describeChart(
	chart: Chart,
	{ runs, epochs, shown, playhead }: Traced,
	isLogarithmic: boolean,
	language: Language,
	title = '',
): CurvesChart {
	const lines: TraceLine[] = runs.flatMap(({ key, trace, look }) =>
		COLUMNS[chart].flatMap((name, index) => {
			if (!name) return [];
			// What is looked at lies beyond the last row of the trace where not every epoch has one.
			const isBeyond = look !== null && look.epoch > (trace.epoch.at(-1) ?? -1);
			const epoch = isBeyond ? [...trace.epoch, look.epoch] : trace.epoch;
			const values = isBeyond ? [...trace[name], look.measured[name]] : trace[name];
			return [{ key, epoch, values, isHeldOut: index > 0 }];
		}),
	);
	return tracesChart({
		lines,
		epochs,
		isLogarithmic,
		fromZero: chart !== 'accuracy',
		cursor: shown < playhead ? shown : null,
		title,
		language,
	});
}
