import type { FigurePenalty } from '../../src/experiments/scalingFigure.ts';
import type { Language } from '../../src/language.ts';
import { formatInProse } from '../../src/numberFormat.ts';
import type { Trace } from '../../src/schema/run.ts';
import type { Chart, ChartSeries } from '../charts/chart.ts';
import { TEXT } from '../text/tables.ts';

/** One training of the figure. */
export interface ObjectiveCurve {
	penalty: FigurePenalty;
	m: number;
	trace: Pick<Trace, 'epoch' | 'objective'>;
}

/** Each penalty has a mark besides its colour. */
const MARKS = { none: 'circle', half: 'triangle', 'over-2m': 'rect' } as const satisfies Record<FigurePenalty, string>;
/** Smaller samples are dashed, and their marks are open. */
const LARGE_SAMPLE = 100;
const DASH = [6, 4];
/** One point in so many carries a mark. */
const MARK_EVERY = 20;

/** The objective over the epochs: colour and mark by penalty, dash by m. */
export function objectiveChart(curves: readonly ObjectiveCurve[], language: Language): Chart {
	const text = TEXT[language].figure;
	return {
		kind: 'curves',
		x: { title: text.epochAxis, scale: 'linear' },
		y: { title: text.objectiveAxis, scale: 'logarithmic' },
		series: curves.map(({ penalty, m, trace }): ChartSeries => {
			const isSmall = m < LARGE_SAMPLE;
			return {
				name: text.traceName({ penalty, m }),
				draw: 'line',
				// A diverged run has nulls from some epoch on: its curve ends there.
				points: trace.epoch.flatMap((x, i) => {
					const y = trace.objective[i] ?? null;
					return y === null ? [] : [{ x, y, interval: null }];
				}),
				colour: `var(--penalty-${penalty})`,
				dash: isSmall ? DASH : [],
				mark: { shape: MARKS[penalty], isOpen: isSmall },
				markEvery: MARK_EVERY,
				isNamed: true,
			};
		}),
		formatNumber: (value, notation) => formatInProse(value, { language, ...notation }),
	};
}
