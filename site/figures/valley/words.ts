import { at } from '../../../src/at.ts';
import type { Language } from '../../../src/language.ts';
import { formatCount, formatInProse } from '../../../src/numberFormat.ts';
import { TASKS } from '../../../src/study/design.ts';
import type { CasePicture } from '../../../src/study/pictures.ts';
import { VALLEY_TEXT } from '../../text/figures/valley.ts';
import { taskName } from '../../text/study/studyNames.ts';
import { moveFrom, type ValleyState } from './model.ts';

/** Costs nearer to nothing than this are told as that: another 16 draws would give others. */
const LEAST_COST = 0.005;
/** Between these, a move is one to ten times the data. */
const TENFOLD = [8, 12.5] as const;

export const sayLambda = (lambda: number, language: Language): string => formatInProse(lambda, { language, digits: 2 });

function sayCost(cost: number, language: Language): string {
	const text = VALLEY_TEXT[language];
	if (cost < LEAST_COST) return text.noCost;
	return text.cost(formatInProse(100 * cost, { language, digits: 100 * cost < 9.5 ? 1 : 2 }));
}

/** Where λ is tuned, and what bringing it along costs. */
export function valleyCaption(state: ValleyState, picture: CasePicture, language: Language): string {
	const text = VALLEY_TEXT[language];
	const { sizes } = TASKS[state.task];
	const [lambda] = at(picture.best, state.tunedAt);
	const said = {
		task: taskName(state.task, language),
		m: formatCount(at(sizes, state.tunedAt), language),
		lambda: sayLambda(lambda, language),
	};
	const move = moveFrom(state, picture);
	if (!move) return text.captionEnd(said);
	const m = formatCount(at(sizes, move.to), language);
	const isTenfold = move.times >= TENFOLD[0] && move.times <= TENFOLD[1];
	const data = isTenfold ? text.tenfold : text.times(formatInProse(move.times, { language, digits: 2 }), m);
	const cost = (rule: keyof typeof move.cost) => sayCost(move.cost[rule][0], language);
	if (lambda === 0) return text.captionNone({ ...said, data, cost: cost('keep-lambda') });
	return text.caption({ ...said, data, costs: [cost('keep-lambda'), cost('keep-over-sqrt-m'), cost('keep-over-m')] });
}

/** What a cell says; `row` counts the λ from 0 upwards. */
export function sayCell(picture: CasePicture, column: number, row: number, language: Language): string {
	const text = VALLEY_TEXT[language];
	const of = {
		m: formatCount(at(TASKS[picture.task].sizes, column), language),
		lambda: formatInProse(at(picture.lambdas, row), { language, powersBelow: 1e-4 }),
	};
	const cell = at(at(picture.excess, column), row);
	if (cell === null) return text.diverged(of);
	const [excess, low, high] = cell;
	if (excess === 0) return text.cellLeast(of);
	const percent = (value: number) => formatInProse(100 * value, { language, digits: Math.abs(value) < 0.1 ? 2 : 3 });
	return text.cell({ ...of, excess: percent(excess), range: low < high ? `${percent(low)}–${percent(high)}` : null });
}

/** What a screen reader says of the picture. */
export function valleyLabel(picture: CasePicture, language: Language): string {
	const text = VALLEY_TEXT[language];
	const best = picture.best.map(([lambda], i) =>
		text.pictureBest(formatCount(at(TASKS[picture.task].sizes, i), language), sayLambda(lambda, language)),
	);
	return text.picture(taskName(picture.task, language), best.join(language === 'zh' ? '，' : ', '));
}
