import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { ChartPoint, ChartSeries, CurvesChart } from '../../charts/chart.ts';
import { categoricalColour, fade } from '../../charts/colours.ts';
import { ZERO_APART } from '../../charts/domain.ts';
import type { TrailDot } from './LambdaTrail.ts';

/** A run with all of its dots, and the λ that it has now. */
interface TrailOfRun {
	key: number;
	dots: readonly TrailDot[];
	lambda: number | null;
	/** What it left at the m before; null where that is nothing. */
	before: { name: string; dots: readonly TrailDot[] } | null;
}

/** The axis spans whole powers of ten, these at least: it seldom moves under the hand. */
const LEAST_SPAN = [0.01, 1] as const;
/** The axis goes so many times beyond its ends. */
const EDGE = 1.3;
/** Dots whose λ is more than so many times as large are not joined: nobody knows what lies between. Stops of the slider are 1.25 times. */
const MOST_APART = 1.5;
const HELD_OUT_DASH = [5, 4] as const;
/** How much is left of the colour of what was tried at the m before. */
const PALE = 0.45;

/**
 * Losses over λ: the dots of each run, neighbours joined, dashed for held-out data, with what the run has now as a larger dot; and pale,
 * with its m, the held-out loss of the m before.
 */
export function trailChart(
	trails: readonly TrailOfRun[],
	{ isLogarithmic, title, language }: { isLogarithmic: boolean; title: string; language: Language },
): CurvesChart {
	const tried = trails
		.flatMap(({ dots, before }) => [...dots, ...(before?.dots ?? [])])
		.flatMap(({ lambda }) => (lambda > 0 ? lambda : []));
	const from = 10 ** Math.floor(Math.log10(Math.min(LEAST_SPAN[0], ...tried)));
	const to = 10 ** Math.ceil(Math.log10(Math.max(LEAST_SPAN[1], ...tried)));
	const zeroAt = from / ZERO_APART;
	const place = (dots: readonly TrailDot[], measured: 'dataLoss' | 'testLoss'): ChartPoint[] =>
		dots.flatMap((dot) => {
			const y = dot[measured];
			const isShown = y !== null && Number.isFinite(y) && (!isLogarithmic || y > 0);
			return isShown ? [{ x: dot.lambda === 0 ? zeroAt : dot.lambda, y, interval: null }] : [];
		});
	/** No line goes across the break. */
	const joined = (points: readonly ChartPoint[]) => neighbours(points.filter(({ x }) => x > zeroAt));
	const series = trails.flatMap(({ key, dots, lambda }) =>
		(['dataLoss', 'testLoss'] as const).flatMap((measured): ChartSeries[] => {
			const isHeldOut = measured === 'testLoss';
			const points = place(dots, measured);
			const now = place(
				dots.filter((dot) => dot.lambda === lambda),
				measured,
			);
			const common = { name: String(key), colour: categoricalColour(key - 1), dash: isHeldOut ? HELD_OUT_DASH : [] };
			return [
				...joined(points)
					.filter(({ length }) => length > 1)
					.map((line) => ({ ...common, draw: 'line' as const, points: line, isNamed: false })),
				{ ...common, draw: 'points', points, isNamed: false },
				{ ...common, draw: 'line', points: now, isNamed: isHeldOut },
			];
		}),
	);
	const pale = trails.flatMap(({ key, before }): ChartSeries[] => {
		const heldOut = place(before?.dots ?? [], 'testLoss');
		const points = heldOut.length > 0 ? heldOut : place(before?.dots ?? [], 'dataLoss');
		const common = { name: before?.name ?? '', colour: fade(categoricalColour(key - 1), PALE), dash: HELD_OUT_DASH };
		return [
			{ ...common, draw: 'points', points, isNamed: false },
			...joined(points)
				.map((line, index, all) => ({ line, isLast: index === all.length - 1 }))
				.filter(({ line, isLast }) => line.length > 1 || isLast)
				.map(({ line, isLast }) => ({ ...common, draw: 'line' as const, points: line, isNamed: isLast })),
		];
	});
	return {
		kind: 'curves',
		x: { title, scale: 'logarithmic', range: [zeroAt / EDGE, to * EDGE], zeroAt },
		y: { title: '', scale: isLogarithmic ? 'logarithmic' : 'linear', fromZero: true },
		series: [...pale, ...series].filter(({ points }) => points.length > 0),
		formatNumber: (value, notation) => formatInProse(value, { language, ...notation }),
	};
}

/** Points along x, parted where two are too far from each other to be joined. */
function neighbours(points: readonly ChartPoint[]): ChartPoint[][] {
	const parts: ChartPoint[][] = [];
	for (const [index, point] of points.entries()) {
		const before = points[index - 1];
		if (before && point.x / before.x <= MOST_APART) parts.at(-1)?.push(point);
		else parts.push([point]);
	}
	return parts;
}

/** The λ of the least held-out loss that a run has been seen with; null where it has none. */
export function bestOf(dots: readonly TrailDot[]): TrailDot | null {
	const judged = dots.filter(({ testLoss }) => testLoss !== null && Number.isFinite(testLoss));
	return judged.toSorted((a, b) => (a.testLoss ?? 0) - (b.testLoss ?? 0))[0] ?? null;
}
