import type { Language } from '../../src/language.ts';
import { LOSSES } from '../../src/schema/losses.ts';
import { CONVERTER_TEXT } from '../text/converter/converterText.ts';
import type { ConverterState } from './state.ts';

/** What the folded fields hold: `μ = 0.9`. Empty where they are. */
export function sayFurther(
	{ momentum, loss, targetDeviation }: Pick<ConverterState, 'momentum' | 'loss' | 'targetDeviation'>,
	language: Language,
): string {
	const named = LOSSES.find((one) => one === loss);
	return [
		...(momentum.trim() === '' ? [] : [`μ = ${momentum.trim()}`]),
		...(named ? [CONVERTER_TEXT[language].losses[named]] : []),
		...(targetDeviation.trim() === '' ? [] : [`sd(y) = ${targetDeviation.trim()}`]),
	].join(' · ');
}
