import { at } from '../../../../src/at.ts';
import type { Language } from '../../../../src/language.ts';
import { formatCount, formatInProse } from '../../../../src/numberFormat.ts';
import { TASKS } from '../../../../src/study/design.ts';
import type { Triple } from '../../../../src/study/pictures.ts';
import { RULE_PAIRS, RULES } from '../../../../src/study/rules.ts';
import { KEPT } from '../../../../src/study/sayAdvice.ts';
import { RECOUNT_TEXT } from '../../../text/sweeps/recountText.ts';
import type { CaseNumbers } from './analyseCells.ts';

/** A number as it is committed and as it came out again, to its last digit. */
interface Compared {
	name: string;
	committed: string;
	recounted: string;
}

/** Every number of a case beside the same from its losses. */
export function compareNumbers(committed: CaseNumbers, recounted: CaseNumbers, language: Language): Compared[] {
	const again = numbersOf(recounted, language);
	return numbersOf(committed, language).map(({ name, said }, i) => ({
		name,
		committed: said,
		recounted: at(again, i).said,
	}));
}

function numbersOf({ picture, exponent }: CaseNumbers, language: Language): { name: string; said: string }[] {
	const text = RECOUNT_TEXT[language];
	const number = (value: number, digits: number) => formatInProse(value, { language, digits, powersBelow: 0 });
	/** All digits that are committed: four of p, three of λ, hundredths of a percent. */
	const within = ([value, low, high]: Triple, digits: number) =>
		`${number(value, digits)} [${number(low, digits)}, ${number(high, digits)}]`;
	const percent = ([value, low, high]: Triple) => {
		const [one, from, to] = [value, low, high].map((share) => `${(100 * share).toFixed(2)}%`.replace('-', '−'));
		return `${one} [${from}, ${to}]`;
	};
	const { value = Number.NaN, low = value, high = value } = exponent ?? {};
	return [
		{ name: text.exponent, said: exponent ? within([value, low, high], 4) : text.none },
		{
			name: text.drawsAlone,
			said: exponent ? within([value, exponent.drawsAlone.low, exponent.drawsAlone.high], 4) : text.none,
		},
		...picture.best.map((found, i) => ({
			name: text.best(formatCount(at(TASKS[picture.task].sizes, i), language)),
			said: within(found, 3),
		})),
		...RULES.map((rule) => ({ name: text.cost(KEPT[rule]), said: percent(picture.tenfold.cost[rule]) })),
		...RULE_PAIRS.map(([first, second], i) => ({
			name: text.difference(KEPT[first], KEPT[second]),
			said: percent(at(picture.tenfold.differences, i)),
		})),
	];
}

/** The same as a table. */
export function comparedHtml(compared: readonly Compared[], language: Language): string {
	const text = RECOUNT_TEXT[language];
	const cells = (tag: string, scope: string, values: readonly string[]) =>
		values.map((value) => `<${tag}${scope}>${value}</${tag}>`).join('');
	const rows = compared.map(({ name, committed, recounted }) => {
		const verdict = committed === recounted ? text.same : text.other;
		return `<tr><th scope="row">${name}</th>${cells('td', '', [committed, recounted, verdict])}</tr>`;
	});
	return `<table><thead><tr>${cells('th', ' scope="col"', text.head)}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
