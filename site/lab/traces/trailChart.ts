import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { ChartPoint, ChartSeries, CurvesChart } from '../../charts/chart.ts';
import { categoricalColour } from '../../charts/colours.ts';
import { ZERO_APART } from '../../charts/domain.ts';
import type { TrailDot } from './LambdaTrail.ts';

/** A run with all of its dots, and the λ that it has now. */
interface TrailOfRun {
	key: number;
	dots: readonly TrailDot[];
	lambda: number | null;
}

/** The axis spans whole powers of ten, these at least: it seldom moves under the hand. */
const LEAST_SPAN = [0.01, 1] as const;
/** The axis goes so many times beyond its ends. */
const EDGE = 1.3;
const HELD_OUT_DASH = [5, 4] as const;

/** Losses over λ: a thin line through the dots of each run, dashed for held-out data, with what the run has now as a larger dot. */
export function trailChart(
	trails: readonly TrailOfRun[],
	{ isLogarithmic, title, language }: { isLogarithmic: boolean; title: string; language: Language },
): CurvesChart {
	const tried = trails.flatMap(({ dots }) => dots.map(({ lambda }) => lambda)).filter((lambda) => lambda > 0);
	const from = 10 ** Math.floor(Math.log10(Math.min(LEAST_SPAN[0], ...tried)));
	const to = 10 ** Math.ceil(Math.log10(Math.max(LEAST_SPAN[1], ...tried)));
	const zeroAt = from / ZERO_APART;
	const series = trails.flatMap(({ key, dots, lambda }) =>
		(['dataLoss', 'testLoss'] as const).flatMap((measured): ChartSeries[] => {
			const placed = (some: readonly TrailDot[]): ChartPoint[] =>
				some.flatMap((dot) => {
					const y = dot[measured];
					const isShown = y !== null && Number.isFinite(y) && (!isLogarithmic || y > 0);
					return isShown ? [{ x: dot.lambda === 0 ? zeroAt : dot.lambda, y, interval: null }] : [];
				});
			const isHeldOut = measured === 'testLoss';
			const points = placed(dots);
			const common = { name: String(key), colour: categoricalColour(key - 1), dash: isHeldOut ? HELD_OUT_DASH : [] };
			const beyondZero = points.filter(({ x }) => x > zeroAt); // no line goes across the break
			return [
				{ ...common, draw: 'line', points: beyondZero.length > 1 ? beyondZero : [], isNamed: false },
				{ ...common, draw: 'points', points, isNamed: false },
				{
					...common,
					draw: 'line',
					points: placed(dots.filter((dot) => dot.lambda === lambda)),
					isNamed: isHeldOut,
				},
			];
		}),
	);
	return {
		kind: 'curves',
		x: { title, scale: 'logarithmic', range: [zeroAt / EDGE, to * EDGE], zeroAt },
		y: { title: '', scale: isLogarithmic ? 'logarithmic' : 'linear' },
		series: series.filter(({ points }) => points.length > 0),
		formatNumber: (value, notation) => formatInProse(value, { language, ...notation }),
	};
}

/** The λ of the least held-out loss that a run has been seen with; null where it has none. */
export function bestOf(dots: readonly TrailDot[]): TrailDot | null {
	const judged = dots.filter(({ testLoss }) => testLoss !== null && Number.isFinite(testLoss));
	return judged.toSorted((a, b) => (a.testLoss ?? 0) - (b.testLoss ?? 0))[0] ?? null;
}
