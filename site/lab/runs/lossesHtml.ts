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
	const number = (value: number | null | undefined) =>
		typeof value === 'number' ? formatInProse(value, { language }) : '–';
	const one = (kind: string, name: string, value: number | null | undefined) =>
		`<span class="loss is-${kind}"><i class="line"></i>${name} <b>${number(value)}</b></span>`;
	return one('training', text.trainingLoss, losses?.dataLoss) + one('held-out', text.heldOutLoss, losses?.testLoss);
}
