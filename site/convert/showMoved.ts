import { keptOf } from '../../src/convert/moveLambda.ts';
import type { Language } from '../../src/language.ts';
import { formatCount, formatInProse, formatShortest, roundTo } from '../../src/numberFormat.ts';
import type { Rule } from '../../src/schema/lambdaRules.ts';
import { LIBRARY_IDS } from '../../src/schema/libraryIds.ts';
import type { Moved } from '../../src/schema/movedLambda.ts';
import { sayCost } from '../../src/study/sayAdvice.ts';
import { escapeHtml } from '../html/escapeHtml.ts';
import { CONVERTER_TEXT } from '../text/converter/converterText.ts';
import type { Spellings } from './answer.ts';

/** Of a number that a rule gives: none is known better. */
const THEN_DIGITS = 3;

/** A number as a rule gives it; a dash where no finite one says it. */
export const thenText = (value: number | null) => (value === null ? '–' : formatShortest(roundTo(value, THEN_DIGITS)));

/** Costs were measured in one step to about ten times the data (`study/moves.ts`), and stand beside no other. */
const MEASURED_TIMES = { from: 7, to: 12 } as const;

const isMeasured = (times: number) => times >= MEASURED_TIMES.from && times <= MEASURED_TIMES.to;

/** What a rule makes of λ, or of the parameter of a decay that has none, and what it costs where that was measured: a line each. */
export function ruleHtml(
	{ lambda, value, cost }: Moved['rules'][number],
	{ times, isBest, besideStep }: { times: number; isBest: boolean; besideStep: string | null },
	language: Language,
): string {
	const text = CONVERTER_TEXT[language].moved;
	const said = besideStep === null ? `λ = ${thenText(lambda)}` : `${besideStep} = ${thenText(value)}`;
	const then = `<b>${escapeHtml(said)}</b>`;
	if (!isMeasured(times)) return then;
	const costs = text.cost(sayCost(cost)[language].trim());
	return `${then}<b${isBest ? ' class="is-best"' : ''}>${escapeHtml(isBest ? text.cheapest(costs) : costs)}</b>`;
}

/** How many libraries' numbers change with m, and how many stay: the question of the slider. Empty where m stays. */
export function sayCounted({ later, moved }: Pick<Spellings, 'later' | 'moved'>, language: Language): string {
	if (!moved) return '';
	const staying = later.filter(({ stays }) => stays).length;
	const others = LIBRARY_IDS.length - later.length;
	return CONVERTER_TEXT[language].moved.counted(
		formatCount(moved.m, language),
		later.length - staying,
		staying,
		others,
	);
}

/** What a rule keeps, as it is called above what it makes of it. */
export const sayKept = (rule: Rule, besideStep: string | null, language: Language): string =>
	keptOf(rule, besideStep)[language];

/** Where the costs come from, or why none stands here. */
export function sayMeasured(
	{ times, measuredWith }: Pick<Moved, 'times' | 'measuredWith'>,
	language: Language,
): string {
	const { measured, models, notMeasured } = CONVERTER_TEXT[language].moved;
	const on = models(measuredWith === 'linear');
	return isMeasured(times) ? measured(on) : notMeasured(on, sayTimes(times, language));
}

/** How far the slider is from where nothing changes: `10 × m`, `m/10`. */
export function sayTimes(times: number, language: Language): string {
	const { times: more, over } = CONVERTER_TEXT[language].moved;
	const isLess = times < 1;
	return (isLess ? over : more)(formatInProse(isLess ? 1 / times : times, { language }));
}
