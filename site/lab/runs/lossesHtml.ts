import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';

interface Losses {
	dataLoss: number | null;
	testLoss: number | null;
}

/** The two losses of a run as terms and numbers, each behind a piece of its line: solid for training, dashed for held-out data. */
export function lossesHtml(losses: Losses | null, language: Language): string {
	const text = LAB_TEXT[language];
	const said = sayLosses(losses, language);
	const one = (kind: string, [name, short]: readonly [string, string], part: keyof Losses) =>
		`<span class="loss is-${kind}"><i class="line"></i><span class="name">${name}</span><span class="short-name">${short}</span> <b data-part="${part}">${said[part]}</b></span>`;
	return (
		one('training', [text.trainingLoss, text.training], 'dataLoss') +
		one('held-out', [text.heldOutLoss, text.heldOut], 'testLoss')
	);
}

/** What stands in the parts of that name. */
export function sayLosses(losses: Losses | null, language: Language): Record<keyof Losses, string> {
	const number = (value: number | null | undefined) =>
		typeof value === 'number' ? formatInProse(value, { language }) : '–';
	return { dataLoss: number(losses?.dataLoss), testLoss: number(losses?.testLoss) };
}
