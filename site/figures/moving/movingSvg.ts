import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { Triple } from '../../../src/study/pictures.ts';
import { RULES, type Rule } from '../../../src/study/rules.ts';
import { MOVING_TEXT } from '../../text/figures/moving.ts';
import { taskName } from '../../text/study/studyNames.ts';
import { percent, RULE_FORMULAS, ruleMark } from '../study/ruleMarks.ts';
import type { Row } from './model.ts';
import { sayMove, sayPercent } from './words.ts';

/** Pixels of all rows together, and of the axis below them. */
const ROWS = 324;
const AXIS = 44;
/** Rules stand so far from the middle of their row. */
const OFFSETS: Record<Rule, number> = { 'keep-lambda': -11, 'keep-over-sqrt-m': 0, 'keep-over-m': 11 };
/** Costs that the picture holds; and the shares of its width where they stand. */
const [LEAST, MOST] = [-0.2, 0.6];
const [LEFT, RIGHT] = [4, 87];
const TICKS = [-0.2, 0, 0.2, 0.4, 0.6];

const x = (cost: number) => LEFT + ((RIGHT - LEFT) * (cost - LEAST)) / (MOST - LEAST);
/** Pixels of a row, where there are so many. */
export const rowHeight = (count: number): number => ROWS / count;

const middleOf = (rows: readonly Row[], i: number) => Math.round((i + 0.5) * rowHeight(rows.length));

/** The names of the rows and their sizes. */
export function movingNames(rows: readonly Row[], language: Language): string {
	const names = rows.map((row, i) => {
		const y = middleOf(rows, i);
		return `<text class="row-name" x="0" y="${y - 3}">${taskName(row.task, language)}</text><text class="row-move" x="0" y="${y + 12}">${sayMove(row, language)}</text>`;
	});
	return `<svg width="100%" height="${ROWS + AXIS}" aria-hidden="true">${names.join('')}</svg>`;
}

/** A dot with its interval for each rule of every row; widths are shares of the page's, heights pixels. */
export function movingSvg(rows: readonly Row[], language: Language, label: string): string {
	const height = ROWS + AXIS;
	const bottom = ROWS;
	const ticks = TICKS.map((cost) => {
		const said = formatInProse(Math.round(100 * cost), { language });
		const place = percent(x(cost));
		return `<line class="${cost === 0 ? 'zero' : 'guide'}" x1="${place}" x2="${place}" y1="0" y2="${bottom}"/><text class="tick" x="${place}" y="${bottom + 16}">${said}</text>`;
	});
	const bands = rows.map(
		(_, i) =>
			`<rect class="band" x="0" width="100%" y="${middleOf(rows, i) - rowHeight(rows.length) / 2}" height="${rowHeight(rows.length)}"/>`,
	);
	const dots = rows.map((row, i) =>
		RULES.map((rule) => dot(rule, row.cost[rule], middleOf(rows, i), language)).join(''),
	);
	return [
		`<svg width="100%" height="${height}" role="img" aria-label="${label}">`,
		...bands.filter((_, i) => i % 2 === 0),
		...ticks,
		`<text class="axis-name" x="100%" y="${bottom + 36}">${MOVING_TEXT[language].axis}</text>`,
		...dots,
		rows[0] ? names(rows[0], middleOf(rows, 0)) : '',
		'</svg>',
	].join('');
}

/** What was published, pale: its marks alone. */
export function movingGhost(rows: readonly Row[], shown: readonly Row[]): string {
	const marks = shown.map((row, i) => {
		const published = rows.find(({ task }) => task === row.task);
		if (!published) return '';
		return RULES.map((rule) => {
			const [cost] = published.cost[rule];
			return cost > MOST || cost < LEAST ? '' : ruleMark(rule, x(cost), middleOf(shown, i) + OFFSETS[rule]);
		}).join('');
	});
	return `<svg class="ghost" width="100%" height="${ROWS + AXIS}" aria-hidden="true">${marks.join('')}</svg>`;
}

function dot(rule: Rule, [cost, low, high]: Triple, middle: number, language: Language): string {
	const y = middle + OFFSETS[rule];
	const within = (value: number) => Math.min(MOST, Math.max(LEAST, value));
	const bar = `<line class="interval" x1="${percent(x(within(low)))}" x2="${percent(x(within(high)))}" y1="${y}" y2="${y}"/>`;
	const mark = cost > MOST || cost < LEAST ? '' : ruleMark(rule, x(cost), y);
	return `<g class="${rule}">${bar}${low < LEAST ? arrow(LEFT, y, -1) : ''}${high > MOST || cost > MOST ? arrow(RIGHT, y, 1) : ''}${mark}${beyond(cost, high, y, language)}</g>`;
}

/** The number of what lies beyond the right edge: the cost, or only the end of its interval. */
function beyond(cost: number, high: number, y: number, language: Language): string {
	if (high <= MOST && cost <= MOST) return '';
	const isOut = cost > MOST;
	return `<text class="beyond${isOut ? ' is-out' : ''}" x="${percent(RIGHT)}" dx="9" y="${y + 4}">${sayPercent(isOut ? cost : high, language)}</text>`;
}

/** An arrowhead at the edge. */
const arrow = (place: number, y: number, direction: 1 | -1) =>
	`<svg x="${percent(place)}" y="${y}" overflow="visible"><path class="arrow" d="M0 -4l${6 * direction} 4l${-6 * direction} 4z"/></svg>`;

/** The rules' names beside the marks of the first row, where their intervals end. */
function names({ cost }: Row, middle: number): string {
	return RULES.map((rule) => {
		const [, , high] = cost[rule];
		if (high > 0.45) return '';
		return `<text class="rule-name ${rule}" x="${percent(x(high))}" dx="10" y="${middle + OFFSETS[rule] + 5}">${RULE_FORMULAS[rule]}</text>`;
	}).join('');
}
