import type { Language } from '../../../src/language.ts';
import { formatCount, formatInProse, roundTo } from '../../../src/numberFormat.ts';
import { WITNESSES_TEXT } from '../../text/figures/witnesses.ts';
import { MOST, type Scale, type WitnessesState } from './tasks.ts';
import type { Weighed } from './weigh.ts';

export const FORMULAS: Readonly<Record<Scale, string>> = { divided: 'λ/2m · ‖W‖²', undivided: 'λ/2 · ‖W‖²' };

/** Fewer examples than this are told with a digit more. */
const FEW = 10;
const say = (value: number, language: Language) => formatInProse(value, { language });

/** A number of examples as a person would say it: 62,000,000; 62; 6.2; 0.21. */
export const sayExamples = (count: number, language: Language): string => {
	if (count >= 100) return formatCount(roundTo(count, 2), language);
	if (count >= FEW) return formatCount(Math.round(count), language);
	return formatInProse(count, { language, digits: 2 });
};

/** What a penalty weighs like. */
function sayWeight(scale: Scale, weighed: Weighed, { m }: WitnessesState, language: Language): string {
	const text = WITNESSES_TEXT[language];
	const weight = weighed[scale];
	const count = sayExamples(weight, language);
	if (scale === 'divided') return weight < 1 ? text.ofOne(count) : text.ofExamples(count, formatCount(m, language));
	return weight >= m
		? text.timesAll(count, sayExamples(weight / m, language))
		: text.shareOfAll(count, `${formatInProse((100 * weight) / m, { digits: 2 })}%`);
}

/** Where to look, with what both penalties weigh. */
export function witnessesCaption(state: WitnessesState, weighed: Weighed, language: Language): string {
	const text = WITNESSES_TEXT[language];
	const expected = state.m > MOST ? text.expected(formatCount(MOST, language)) : '';
	const said = text.caption({
		lambda: say(state.lambda, language),
		m: formatCount(state.m, language),
		divided: sayWeight('divided', weighed, state, language),
		undivided: sayWeight('undivided', weighed, state, language),
	});
	return said + expected;
}

/** What a screen reader says of a balance. */
export const balanceLabel = (scale: Scale, weighed: Weighed, state: WitnessesState, language: Language): string =>
	WITNESSES_TEXT[language].balance(
		FORMULAS[scale],
		formatCount(state.m, language),
		sayWeight(scale, weighed, state, language),
	);
