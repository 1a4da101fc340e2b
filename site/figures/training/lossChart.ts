import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { Trace } from '../../../src/schema/run.ts';
import type { Chart, ChartSeries } from '../../charts/chart.ts';
import { categoricalColour } from '../../charts/colours.ts';
import { LIVE_FIGURE_TEXT } from '../../text/liveFigures/liveFigureText.ts';

/** What the losses of the figures' trainings stay within. */
const LEAST_LOSS = 1e-4;
const LARGEST_LOSS = 3;

/** Training and test loss over the epochs, on axes that do not move while the lines grow. */
export function lossChart(
	{ epoch, dataLoss, testLoss }: Pick<Trace, 'epoch' | 'dataLoss' | 'testLoss'>,
	epochs: number,
	language: Language,
): Chart {
	const text = LIVE_FIGURE_TEXT[language];
	const series = (name: string, values: readonly (number | null)[], colour: string, dash: number[]): ChartSeries => ({
		name,
		draw: 'line',
		points: epoch.flatMap((x, i) => {
			const value = values[i] ?? null;
			if (value === null || value <= 0) return [];
			return [{ x, y: Math.min(LARGEST_LOSS, Math.max(LEAST_LOSS, value)), interval: null }];
		}),
		colour,
		dash,
		isNamed: true,
	});
	return {
		kind: 'curves',
		x: { title: text.epoch, scale: 'linear', range: [0, epochs] },
		y: { title: text.loss, scale: 'logarithmic', range: [LEAST_LOSS, LARGEST_LOSS] },
		series: [
			series(text.training, dataLoss, categoricalColour(2), []),
			series(text.test, testLoss, categoricalColour(1), [7, 4]),
		],
		formatNumber: (value, notation) => formatInProse(value, { language, ...notation }),
	};
}
