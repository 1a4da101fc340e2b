import { at } from '../../../src/at.ts';
import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { ChartSeries, CurvesChart } from '../../charts/chart.ts';
import { fade } from '../../charts/colours.ts';
import { PENALTY_TEXT } from '../../text/figures/penalty.ts';
import { LOSS_LINES } from '../thirtyMoons.ts';
import { type CurvePoint, LAMBDAS, PUBLISHED_PENALTY } from './tasks.ts';
import { pointAt } from './words.ts';

const RANGE = [0, 0.8] as const;
/** How much of its colour the published mark keeps beside the reader's. */
const PALE = 0.4;
const KINDS = ['fresh', 'training'] as const;

/**
 * Both losses over λ, with a mark on each at the strength that the boundary shows.
 *
 * @param landed points of the curve that the reader's browser has trained by itself
 */
export function curveChart(
	curve: readonly CurvePoint[],
	lambda: number,
	language: Language,
	landed: readonly CurvePoint[] = [],
): CurvesChart {
	const text = PENALTY_TEXT[language];
	const series = (
		kind: (typeof KINDS)[number],
		draw: 'line' | 'points',
		points: readonly CurvePoint[],
		{ isPale = false, isOpen = false } = {},
	): ChartSeries => {
		const { colour, dash, shape } = LOSS_LINES[kind];
		return {
			name: text[kind],
			draw,
			points: points.map((point) => ({ x: point.lambda, y: point[kind], interval: null })),
			colour: isPale ? fade(colour, PALE) : colour,
			dash: draw === 'line' ? dash : [],
			...(draw === 'points' && { mark: { shape, isOpen } }),
			isNamed: draw === 'line',
		};
	};
	const opened = PUBLISHED_PENALTY.lambda;
	return {
		kind: 'curves',
		x: { title: 'λ', scale: 'logarithmic', range: [at(LAMBDAS, 0), at(LAMBDAS, LAMBDAS.length - 1)] },
		y: { title: text.loss, scale: 'linear', range: RANGE },
		series: [
			...KINDS.map((kind) => series(kind, 'line', curve)),
			...(landed.length > 0 ? KINDS.map((kind) => series(kind, 'points', landed, { isOpen: true })) : []),
			...(lambda === opened
				? []
				: KINDS.map((kind) => series(kind, 'points', [pointAt(curve, opened)], { isPale: true }))),
			...KINDS.map((kind) => series(kind, 'points', [pointAt(curve, lambda)])),
		],
		formatNumber: (value, notation) => formatInProse(value, { language, ...notation }),
	};
}
