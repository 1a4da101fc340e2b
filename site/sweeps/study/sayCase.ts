import { at } from '../../../src/at.ts';
import type { Language } from '../../../src/language.ts';
import { formatCount, formatInProse } from '../../../src/numberFormat.ts';
import { TASKS } from '../../../src/study/design.ts';
import { pairsOf } from '../../../src/study/moves.ts';
import type { CasePicture, Triple } from '../../../src/study/pictures.ts';
import { RULE_PAIRS, RULES, type Rule } from '../../../src/study/rules.ts';
import { KEPT } from '../../../src/study/sayAdvice.ts';
import { MODEL_NAMES, OPTIMIZER_NAMES, RULE_NAMES, taskName } from '../../text/study/studyNames.ts';
import { STUDY_TEXT } from '../../text/sweeps/studyText.ts';

/** What the study says of a case: its best λ, how its runs ended, and whether a rule is clearly the cheapest. */
export function sayCase(picture: CasePicture, language: Language): string {
	const { task, model, optimizer, best, tenfold, unconverged, lambdas, excess, sway } = picture;
	const { sizes } = TASKS[task];
	const clearly = cheapestOf(tenfold.differences);
	const dearest = clearly ? null : cheapestOf(tenfold.differences.map(([value, low, high]) => [-value, -high, -low]));
	return STUDY_TEXT[language].say({
		task: taskName(task, language),
		model: MODEL_NAMES[model][language],
		optimizer: OPTIMIZER_NAMES[optimizer][language],
		best: sizes.map((m, i) => {
			const [value] = at(best, i);
			return { m: formatCount(m, language), lambda: value > 0 ? formatInProse(value, { language, digits: 2 }) : null };
		}),
		isDecoupled: optimizer === 'adamw',
		unconverged: unconverged > 0 ? sayPercent(unconverged, language) : null,
		notFinite: excess.flatMap((row, i) => {
			const lost = row.flatMap((cell, j) => (cell ? [] : [formatInProse(at(lambdas, j), { language, digits: 3 })]));
			return lost.length > 0 ? [{ m: formatCount(at(sizes, i), language), lambdas: lost }] : [];
		}),
		clearly: clearly && KEPT[clearly],
		dearest: dearest && KEPT[dearest],
		sway: sway && {
			draw: formatCount(sway.draw, language),
			costs: RULES.map((rule) => ({ kept: KEPT[rule], cost: sayPercent(sway.without[rule], language) })),
			cheapest: [KEPT[sway.cheapest[0]], KEPT[sway.cheapest[1]]],
		},
	});
}

/** What each rule costs with about ten times the data: in the mean of the moves, in each, and against the cheapest rule. */
export function costTableHtml({ task, best, tenfold, moves }: CasePicture, language: Language): string {
	const text = STUDY_TEXT[language].costs;
	if (best.every(([value]) => value === 0)) return '';
	const { sizes } = TASKS[task];
	const averaged = pairsOf(sizes).flatMap(([from, to]) => moves.filter((move) => move.from === from && move.to === to));
	const isMean = averaged.length > 1;
	const cheapest = RULES.reduce((least, rule) => (tenfold.cost[rule][0] < tenfold.cost[least][0] ? rule : least));
	const size = (place: number) => formatCount(at(sizes, place), language);
	const head = [
		text.rule,
		isMean ? text.mean : `${size(at(averaged, 0).from)} → ${size(at(averaged, 0).to)}`,
		text.interval,
		text.difference(KEPT[cheapest]),
		...(isMean ? averaged.map(({ from, to }) => `${size(from)} → ${size(to)}`) : []),
	];
	const rows = RULES.map((rule) => {
		const [value, low, high] = tenfold.cost[rule];
		const each = isMean ? averaged.map(({ cost }) => sayPercent(cost[rule][0], language)) : [];
		const ends = `[${sayPercent(low, language)}, ${sayPercent(high, language)}]`;
		const apart = differenceOf(tenfold.differences, rule, cheapest);
		return [sayPercent(value, language), ends, apart ? sayTriple(apart, language) : '–', ...each];
	});
	const cells = (tag: string, values: readonly string[]) => values.map((value) => `<${tag}>${value}</${tag}>`).join('');
	return `<table><caption>${text.caption}</caption><thead><tr>${head.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead><tbody>${rows
		.map((row, i) => `<tr><th scope="row">${RULE_NAMES[at(RULES, i)][language]}</th>${cells('td', row)}</tr>`)
		.join('')}</tbody></table>`;
}

/** Cost of a rule less that of another; null of itself. */
function differenceOf(differences: readonly Triple[], rule: Rule, other: Rule): Triple | null {
	for (const [i, [first, second]] of RULE_PAIRS.entries()) {
		const [value, low, high] = at(differences, i);
		if (first === rule && second === other) return [value, low, high];
		if (first === other && second === rule) return [-value, -high, -low];
	}
	return null;
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
	return `${sayPercent(value, language)} [${sayPercent(low, language)}, ${sayPercent(high, language)}]`;
}

const sayPercent = (share: number, language: Language) =>
	formatInProse(100 * share, { language, digits: 2, powersBelow: 0 });
