import { at } from '../../../src/at.ts';
import { AXES, axis, same } from '../../../src/experiments/figure.ts';
import { formatCount, formatForCode } from '../../../src/numberFormat.ts';
import type { CurvesFigure, Series } from '../../../src/schema/figure.ts';
import { TASKS } from '../../../src/study/design.ts';
import type { CasePicture, Triple } from '../../../src/study/pictures.ts';
import { RULES } from '../../../src/study/rules.ts';
import { RULE_NAMES } from '../../text/study/studyNames.ts';
import { STUDY_AXES } from '../../text/sweeps/studyText.ts';

/** Intervals of a cost end here, in percent beyond the largest cost, or one wide one would flatten all others. */
const MOST_BEYOND = 20;

const percent = (share: number) => Number((100 * share).toFixed(2));
const count = (m: number) => formatCount(m, 'en'); // grouped alike in both languages

/** Test loss over λ, a line for each m, in percent over the least at that m. λ are half a decade apart and begin at none. */
export function lossFigure({ task, lambdas, excess }: CasePicture): CurvesFigure {
	const { sizes } = TASKS[task];
	return {
		kind: 'curves',
		x: axis('λ', 'category'),
		y: axis(STUDY_AXES.excess),
		series: excess.map((row, i) => ({
			label: same(`m = ${count(at(sizes, i))}`),
			draw: 'line',
			x: lambdas.map((lambda) => formatForCode(lambda, 3)),
			...columns(row.map((cell) => cell?.map(percent))),
		})),
	};
}

/** The best λ at each m with its interval; a size at which no penalty does best has none. */
export function bestFigure({ task, best }: CasePicture): CurvesFigure {
	const positive = best.map((cell) => (cell[0] > 0 ? [cell[0], cell[1] > 0 ? cell[1] : cell[0], cell[2]] : null));
	return {
		kind: 'curves',
		x: AXES.m,
		y: axis(STUDY_AXES.best, 'logarithmic'),
		series: [{ label: STUDY_AXES.best, draw: 'points', x: [...TASKS[task].sizes], ...columns(positive) }],
	};
}

/** What each rule costs for every move to more data, in percent, with intervals. */
export function movesFigure({ task, moves }: CasePicture): CurvesFigure {
	const { sizes } = TASKS[task];
	const values = moves.flatMap(({ cost }) => RULES.map((rule) => percent(cost[rule][0])));
	const most = Math.max(...values) + MOST_BEYOND;
	const least = Math.min(0, ...values) - MOST_BEYOND;
	return {
		kind: 'curves',
		x: axis(STUDY_AXES.move, 'category'),
		y: axis(STUDY_AXES.cost),
		series: RULES.map((rule) => ({
			label: RULE_NAMES[rule],
			draw: 'points',
			x: moves.map(({ from, to }) => `${count(at(sizes, from))} → ${count(at(sizes, to))}`),
			...columns(
				moves.map(({ cost }) => {
					const [value, low, high] = cost[rule].map(percent) as unknown as Triple; // three in, three out
					return [value, Math.min(value, Math.max(least, low)), Math.max(value, Math.min(most, high))];
				}),
			),
		})),
	};
}

const columns = (cells: readonly (readonly number[] | null | undefined)[]): Pick<Series, 'y' | 'low' | 'high'> => ({
	y: cells.map((cell) => cell?.[0] ?? null),
	low: cells.map((cell) => cell?.[1] ?? null),
	high: cells.map((cell) => cell?.[2] ?? null),
});
