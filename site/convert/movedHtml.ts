import { libraries } from '../../src/convert/libraries.ts';
import type { Language } from '../../src/language.ts';
import { formatCount, formatShortest, roundTo } from '../../src/numberFormat.ts';
import type { Moved } from '../../src/schema/movedLambda.ts';
import { KEPT, sayCost } from '../../src/study/sayAdvice.ts';
import { escapeHtml } from '../html/escapeHtml.ts';
import { CONVERTER_TEXT } from '../text/converter/converterText.ts';
import type { Spellings } from './answer.ts';

/** Of a number that a rule gives: none is known better. */
const DIGITS = 3;

/**
 * What each rule makes of λ, and of the reader's own parameter, at another number of examples; empty without one. A rule
 * is a column: three numbers side by side fit a telephone.
 */
export function movedHtml(
	{ moved, equivalents }: Spellings,
	{ language, from }: { language: Language; from: string },
): string {
	if (!moved) return '';
	const text = CONVERTER_TEXT[language].moved;
	const { rules, best } = moved;
	const isBest = (rule: Moved['best']) => (rule === best ? ' class="best"' : '');
	const row = (name: string, cellOf: (rule: Moved['rules'][number]) => string) => {
		const cells = rules.map((each) => `<td${isBest(each.rule)}>${escapeHtml(cellOf(each))}</td>`);
		return `<tr><th scope="row">${escapeHtml(name)}</th>${cells.join('')}</tr>`;
	};
	const asked = equivalents.find(({ library }) => library === from)?.library;
	const head = rules.map(({ rule }) => `<th scope="col"${isBest(rule)}>${text.keep(KEPT[rule])}</th>`);
	return [
		`<table><caption>${text.caption(formatCount(moved.m, language))}</caption>`,
		`<thead><tr><td></td>${head.join('')}</tr></thead><tbody>`,
		row('λ', ({ lambda }) => numberOf(lambda)),
		asked ? row(libraries[asked].parameter, ({ value }) => numberOf(value)) : '',
		row(text.cost, ({ cost }) => sayCost(cost)[language].trim()),
		row(text.tasks, ({ tasksBelow1Percent, tasks }) => text.below(tasksBelow1Percent, tasks)),
		'</tbody></table>',
	].join('');
}

const numberOf = (value: number | null) => (value === null ? '–' : formatShortest(roundTo(value, DIGITS)));
