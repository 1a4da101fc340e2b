import { at } from '../../../src/at.ts';
import { AXES, axis, same } from '../../../src/experiments/figure.ts';
import type { Language } from '../../../src/language.ts';
import { formatCount, formatForCode } from '../../../src/numberFormat.ts';
import type { Axis, CurvesFigure, Series } from '../../../src/schema/figure.ts';
import { TASKS } from '../../../src/study/design.ts';
import type { CasePicture } from '../../../src/study/pictures.ts';
import { RULES } from '../../../src/study/rules.ts';
import type { Chart, ChartSeries } from '../../charts/chart.ts';
import { chartsOfFigure } from '../../figures/experiment/chartsOfFigure.ts';
import { RULE_NAMES } from '../../text/study/studyNames.ts';
import { STUDY_AXES } from '../../text/sweeps/studyText.ts';

/** A chart of costs ends here, in percent beyond the largest cost, or one wide interval would flatten all others. */
const MOST_BEYOND = 20;
/** A chart of costs ends here, in percent, where one is more than twice as large: the others would lie on one line. */
const MOST_COST = 100;
/** A chart of losses ends here, in percent over the least, or λ that ruin a network would flatten the valley. */
const MOST_EXCESS = 40;
/** Room at the ends of a chart that is cut, as a share of it: at the top for the half of a number that stands above its tick. */
const MARGIN = 0.04;
/** Where an axis of λ is broken: none at all is no half decade below the least. */
const BREAK = '//';

const percent = (share: number) => Number((100 * share).toFixed(2));
const count = (m: number) => formatCount(m, 'en'); // grouped alike in both languages
const nameOf = (lambda: number) => formatForCode(lambda, 3);

/**
 * Test loss over λ, a line for each m, in percent over the least at that m. λ are half a decade apart; no penalty stands
 * before a break of the axis.
 */
export function lossFigure({ task, lambdas, excess, best }: CasePicture): CurvesFigure {
	const { sizes } = TASKS[task];
	const cells = excess.map((row) => row.map((cell) => cell?.map(percent)));
	const label = (i: number) => `m = ${count(at(sizes, i))}`;
	const none = cells.map(
		(row, i): Series => ({
			label: same(`${label(i)}, λ = 0`),
			draw: 'points',
			x: [nameOf(0)],
			...columns(row.slice(0, 1)),
		}),
	);
	const lines = cells.map(
		(row, i): Series => ({
			label: same(label(i)),
			draw: 'line',
			x: [BREAK, ...lambdas.slice(1).map(nameOf)],
			...columns([null, ...row.slice(1)]),
		}),
	);
	// Where the words' λ stands on its curve: of the least validation loss, while the curve is of the test loss.
	const chosen = cells.flatMap((row, i): Series[] => {
		const place = nearestTo(at(best, i)[0], lambdas);
		const { en, zh } = STUDY_AXES.chosen;
		if (place === null) return []; // no penalty, which has its point
		return [
			{
				label: { en: `${label(i)}, ${en}`, zh: `${label(i)}, ${zh}` },
				draw: 'points',
				x: [nameOf(at(lambdas, place))],
				y: [row[place]?.[0] ?? null],
			},
		];
	});
	const lost = lambdas.filter((_, j) => cells.some((row) => !row[j])).map(nameOf);
	const notFinite: Series[] =
		lost.length > 0 ? [{ label: STUDY_AXES.notFinite, draw: 'points', x: lost, y: lost.map(() => MOST_EXCESS) }] : [];
	return {
		kind: 'curves',
		x: axis('λ', 'category'),
		y: cutAxis(STUDY_AXES.excess, [...none, ...lines], { least: -MOST_BEYOND, most: MOST_EXCESS }),
		series: [...none, ...lines, ...chosen, ...notFinite],
	};
}

/** The charts of `lossFigure`. No penalty has a full mark only at the m where it is the best. */
export const lossCharts = (picture: CasePicture, language: Language): Chart[] =>
	chartsOfFigure(lossFigure(picture), language).map((chart) => {
		if (chart.kind !== 'curves') return chart;
		const series = chart.series.map((one, i) => {
			const [best = 0] = picture.best[i] ?? []; // the first series are those of no penalty, one an m
			return best > 0 && one.mark ? { ...one, mark: { ...one.mark, isOpen: true } } : one;
		});
		return { ...chart, series: partDiamonds(series) };
	});

/** Diamonds nearer than this, in percent, would hide each other at one λ; how far they are set apart, in places, and within how many. */
const NEAR = 1.5;
const APART = 0.32;
const ROOM = 0.9;

/** The same series, diamonds of the best λ that would hide each other set side by side. */
function partDiamonds(series: readonly ChartSeries[]): ChartSeries[] {
	const isChosen = ({ name }: ChartSeries) => CHOSEN_NAMES.some((ending) => name.endsWith(`, ${ending}`));
	const diamonds = series.filter(isChosen);
	return series.map((one) => {
		const [own] = one.points;
		if (!own || !isChosen(one)) return one;
		const beside = diamonds.filter(({ points: [point] }) => point?.x === own.x && Math.abs(point.y - own.y) < NEAR);
		const shift = (beside.indexOf(one) - (beside.length - 1) / 2) * Math.min(APART, ROOM / beside.length);
		return { ...one, points: [{ ...own, x: own.x + shift }] };
	});
}
const CHOSEN_NAMES = Object.values(STUDY_AXES.chosen);

/** The place of the λ > 0 that is nearest by its logarithm; null for 0. */
function nearestTo(wanted: number, lambdas: readonly number[]): number | null {
	if (wanted === 0) return null;
	const away = lambdas.map((lambda) => Math.abs(Math.log(lambda / wanted))); // ∞ for λ = 0
	return away.indexOf(Math.min(...away));
}

/** The best λ at each m with its interval; 0, where no penalty does best, stands at the end of the axis. */
export function bestFigure({ task, best }: CasePicture): CurvesFigure {
	const { best: label, bestOrNone } = STUDY_AXES;
	return {
		kind: 'curves',
		x: { ...AXES.m, scale: 'category' }, // sizes are one ratio apart: their places are those of a logarithmic axis
		y: axis(best.some(([value]) => value === 0) ? bestOrNone : label, 'logarithmic'),
		series: [{ label, draw: 'points', x: TASKS[task].sizes.map(count), ...columns(best) }],
	};
}

/** What each rule costs for every move to more data, in percent, with intervals. */
export function movesFigure({ task, moves }: CasePicture): CurvesFigure {
	const { sizes } = TASKS[task];
	const series = RULES.map(
		(rule): Series => ({
			label: RULE_NAMES[rule],
			draw: 'points',
			x: moves.map(({ from, to }) => `${count(at(sizes, from))} → ${count(at(sizes, to))}`),
			...columns(moves.map(({ cost }) => cost[rule].map(percent))),
		}),
	);
	const costs = series.flatMap(({ y }) => y.flatMap((value) => value ?? []));
	const isCut = Math.max(...costs) > 2 * MOST_COST;
	const most = isCut ? MOST_COST : Math.max(...costs) + MOST_BEYOND;
	const ends = { least: Math.min(0, ...costs) - MOST_BEYOND, most };
	return {
		kind: 'curves',
		x: axis(STUDY_AXES.move, 'category'),
		y: cutAxis(STUDY_AXES.cost, series, ends),
		series: isCut ? [...series, beyond(series, most)] : series,
	};
}

/** Marks at the end of a chart for what lies beyond it, named by what that is. */
function beyond(series: readonly Series[], most: number): Series {
	const found = series.flatMap(({ x, y }) =>
		x.flatMap((at, i) => ((y[i] ?? 0) > most ? [{ at, value: Math.round(Number(y[i])) }] : [])),
	);
	const said = found.map(({ value }) => `${value}%`).join(' / ');
	return {
		label: { en: `beyond the axis: ${said}`, zh: `超出坐标轴：${said}` },
		draw: 'points',
		x: found.map(({ at }) => at),
		y: found.map(() => most),
	};
}

/** An axis over all that is drawn, but no further than some ends. */
function cutAxis(label: Axis['label'], series: readonly Series[], ends: { least: number; most: number }): Axis {
	const drawn = series.flatMap(({ y, low = [], high = [] }) => [...y, ...low, ...high].flatMap((value) => value ?? []));
	const [from, to] = [Math.min(...drawn), Math.max(...drawn)];
	if (from >= ends.least && to <= ends.most) return axis(label);
	const [least, most] = [Math.max(from, ends.least), Math.min(to, ends.most)];
	const room = (most - least) * MARGIN;
	return { ...axis(label), range: [from < ends.least ? least : least - room, most + room] };
}

const columns = (cells: readonly (readonly number[] | null | undefined)[]): Pick<Series, 'y' | 'low' | 'high'> => ({
	y: cells.map((cell) => cell?.[0] ?? null),
	low: cells.map((cell) => cell?.[1] ?? null),
	high: cells.map((cell) => cell?.[2] ?? null),
});
