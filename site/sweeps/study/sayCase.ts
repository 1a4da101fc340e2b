import { at } from '../../../src/at.ts';
import type { Language } from '../../../src/language.ts';
import { formatCount, formatInProse } from '../../../src/numberFormat.ts';
import { TASKS } from '../../../src/study/design.ts';
import { pairsOf } from '../../../src/study/moves.ts';
import type { CasePicture, Triple } from '../../../src/study/pictures.ts';
import { RULE_PAIRS, RULES, type Rule } from '../../../src/study/rules.ts';
import { KEPT } from '../../../src/study/sayAdvice.ts';
import { MODEL_NAMES, OPTIMIZER_NAMES, taskName } from '../../text/study/studyNames.ts';
import { STUDY_TEXT } from '../../text/sweeps/studyText.ts';

/** What the study says of a case, in a sentence or three. */
export function sayCase(picture: CasePicture, language: Language): string {
	const { task, model, optimizer, best, tenfold, moves } = picture;
	const { sizes } = TASKS[task];
	const last = sizes.length - 1;
	const lambda = ([value]: Triple) => (value > 0 ? formatInProse(value, { language, digits: 2 }) : null);
	const clearly = cheapestOf(tenfold.differences);
	const places = pairsOf(sizes);
	const averaged = moves.filter((move) => places.some(([from, to]) => move.from === from && move.to === to));
	return STUDY_TEXT[language].say({
		task: taskName(task, language),
		model: MODEL_NAMES[model][language],
		optimizer: OPTIMIZER_NAMES[optimizer][language],
		from: formatCount(at(sizes, 0), language),
		to: formatCount(at(sizes, last), language),
		best: [lambda(at(best, 0)), lambda(at(best, last))],
		none: sizes.slice(1, -1).flatMap((m, i) => (lambda(at(best, i + 1)) === null ? [formatCount(m, language)] : [])),
		isDecoupled: optimizer === 'adamw',
		moves: averaged.map(({ from, to }) => ({
			from: formatCount(at(sizes, from), language),
			to: formatCount(at(sizes, to), language),
			times: formatInProse(at(sizes, to) / at(sizes, from), { language, digits: 2 }),
		})),
		costs: RULES.map((rule) => ({
			kept: KEPT[rule],
			cost: sayTriple(tenfold.cost[rule], language),
			each: averaged.map(
				({
					cost: {
						[rule]: [value],
					},
				}) => sayPercent(value, language),
			),
		})),
		clearly: clearly && KEPT[clearly],
	});
}

/** The rule whose cost is below both others' with its whole interval, draw by draw; null where these draws cannot tell. */
export const cheapestOf = (differences: readonly Triple[]): Rule | null =>
	RULES.find((rule) =>
		RULE_PAIRS.every(([first, second], i) => {
			const [, low, high] = at(differences, i);
			if (first === rule) return high < 0;
			return second !== rule || low > 0;
		}),
	) ?? null;

function sayTriple([value, low, high]: Triple, language: Language): string {
	return `${sayPercent(value, language)}% [${sayPercent(low, language)}, ${sayPercent(high, language)}]`;
}

const sayPercent = (share: number, language: Language) =>
	formatInProse(100 * share, { language, digits: 2, powersBelow: 0 });
