import { at } from '../../../src/at.ts';
import type { Language } from '../../../src/language.ts';
import { formatCount, formatInProse } from '../../../src/numberFormat.ts';
import { TASKS } from '../../../src/study/design.ts';
import { pairsOf } from '../../../src/study/moves.ts';
import { RULES, type Rule } from '../../../src/study/rules.ts';
import { MOVING_TEXT } from '../../text/figures/moving.ts';
import { RULE_NAMES, taskName } from '../../text/study/studyNames.ts';
import { cheaperOf, type MovingState, PUBLISHED_MOVING, type Row, tasksOf } from './model.ts';

/** A share in percent: whole ones from 10 on. */
export const sayPercent = (share: number, language: Language): string =>
	formatInProse(Math.round(1000 * share) / 10, { language, digits: Math.abs(share) < 0.1 ? 2 : 3 });

/** Where to look: how many data sets tell the rules apart. */
export function movingCaption(state: MovingState, rows: readonly Row[], language: Language): string {
	const text = MOVING_TEXT[language];
	const between = rows.map((row) => cheaperOf(row, ['keep-lambda', 'keep-over-sqrt-m']));
	const count = (rule: Rule | null) => between.filter((each) => each === rule).length;
	const overM = rows.map((row) => {
		const pairs = [
			['keep-lambda', 'keep-over-m'],
			['keep-over-sqrt-m', 'keep-over-m'],
		] as const;
		return pairs.map((pair) => cheaperOf(row, pair));
	});
	const left = tasksOf(PUBLISHED_MOVING).filter((task) => !rows.some((row) => row.task === task)).length;
	const said = text.caption({
		tasks: rows.length,
		dearest: overM.filter((cheaper) => cheaper.every((rule) => rule !== null && rule !== 'keep-over-m')).length,
		cheapest: overM.filter((cheaper) => cheaper.every((rule) => rule === 'keep-over-m')).length,
		untold: count(null),
		lambda: count('keep-lambda'),
		sqrt: count('keep-over-sqrt-m'),
		how:
			state.moves === 'tenfold' ? text.howTenfold : text.howOne(at(text.sizes, state.from), at(text.sizes, state.to)),
	});
	return left > 0 ? `${said}${text.left(left)}` : said;
}

/** The sizes of a row, `20 → 200`. */
export function sayMove({ task, move }: Row, language: Language): string {
	const text = MOVING_TEXT[language];
	if (move) return text.move(formatCount(move.from, language), formatCount(move.to, language));
	const pairs = pairsOf(TASKS[task].sizes);
	const [only] = pairs;
	if (pairs.length > 1 || !only) return text.averageOf(pairs.length);
	const [from, to] = only.map((place) => formatCount(at(TASKS[task].sizes, place), language));
	return text.move(from ?? '', to ?? '');
}

/** What a row says. */
export function sayRow(row: Row, language: Language): string {
	const text = MOVING_TEXT[language];
	const costs = RULES.map((rule) => {
		const [cost, low, high] = row.cost[rule].map((value) => sayPercent(value, language));
		return text.cost({ rule: RULE_NAMES[rule][language], cost: cost ?? '', low: low ?? '', high: high ?? '' });
	});
	const pair = ['keep-lambda', 'keep-over-sqrt-m'] as const;
	const cheaper = cheaperOf(row, pair);
	const [rule, other] = (cheaper === pair[1] ? [pair[1], pair[0]] : pair).map((each) => RULE_NAMES[each][language]);
	const verdict = (cheaper ? text.cheaper : text.untold)(rule ?? '', other ?? '');
	return text.row({
		task: taskName(row.task, language),
		move: sayMove(row, language),
		costs: costs.join(language === 'zh' ? '，' : ', '),
		verdict,
	});
}

/** What a screen reader says of the picture. */
export const movingLabel = (rows: readonly Row[], language: Language): string =>
	MOVING_TEXT[language].picture(rows.map((row) => sayRow(row, language)).join(' '));
