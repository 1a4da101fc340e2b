import type { Language } from '../../src/language.ts';
import { formatCount, formatInProse, formatShortest, roundTo } from '../../src/numberFormat.ts';
import type { Moved } from '../../src/schema/movedLambda.ts';
import { sayCost } from '../../src/study/sayAdvice.ts';
import { escapeHtml } from '../html/escapeHtml.ts';
import { CONVERTER_TEXT } from '../text/converter/converterText.ts';
import type { Spellings } from './answer.ts';

/** Of a number that a rule gives: none is known better. */
const THEN_DIGITS = 3;

/** A number as a rule gives it; a dash where no finite one says it. */
export const thenText = (value: number | null) => (value === null ? '–' : formatShortest(roundTo(value, THEN_DIGITS)));

/** Costs were measured at about ten times the data, and stand beside no move that is far from that. */
const MEASURED_TIMES = { from: 5, to: 20 } as const;

/** What a rule makes of λ, and what it costs where that was measured: a line each. */
export function ruleHtml(
	{ lambda, cost }: Moved['rules'][number],
	{ times, isBest }: { times: number; isBest: boolean },
	language: Language,
): string {
	const text = CONVERTER_TEXT[language].moved;
	const then = `<b>${escapeHtml(`λ = ${thenText(lambda)}`)}</b>`;
	if (times < MEASURED_TIMES.from || times > MEASURED_TIMES.to) return then;
	const said = text.cost(sayCost(cost)[language].trim());
	return `${then}<b${isBest ? ' class="is-best"' : ''}>${escapeHtml(isBest ? text.cheapest(said) : said)}</b>`;
}

/** How many libraries' numbers change with m, and how many stay: the question of the slider. Empty where m stays. */
export function sayCounted({ later, moved }: Pick<Spellings, 'later' | 'moved'>, language: Language): string {
	if (!moved) return '';
	const staying = later.filter(({ stays }) => stays).length;
	return CONVERTER_TEXT[language].moved.counted(formatCount(moved.m, language), later.length - staying, staying);
}

/** How far the slider is from where nothing changes: `10 × m`. */
export const sayTimes = (times: number, language: Language): string =>
	CONVERTER_TEXT[language].moved.times(formatInProse(times, { language }));
