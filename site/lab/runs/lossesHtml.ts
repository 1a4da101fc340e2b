import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import type { LiveRun } from '../training/liveRun.ts';

interface Losses {
	dataLoss: number | null;
	testLoss: number | null;
	/** Shown in the place of the held-out loss of a run that has no held-out rows. */
	objective: number | null;
}

/** The two losses of a run as terms and numbers, each behind a piece of its line: solid for training, dashed for held-out data. */
export function lossesHtml(losses: Losses | null, language: Language): string {
	const text = LAB_TEXT[language];
	const said = sayLosses(losses, language);
	const loss = (kind: string, names: string, number: 'dataLoss' | 'testLoss') =>
		`<span class="loss is-${kind}"><i class="line"></i>${names} <b data-part="${number}">${said[number]}</b></span>`;
	return (
		loss(
			'training',
			`<span class="name">${text.trainingLoss}</span><span class="short-name">${text.training}</span>`,
			'dataLoss',
		) +
		loss(
			'held-out',
			`<span class="name" data-part="testName">${said.testName}</span><span class="short-name" data-part="testShort">${said.testShort}</span>`,
			'testLoss',
		)
	);
}

/** Whether the objective stands where the held-out loss of others does. */
export const isObjective = (losses: Losses | null): boolean =>
	losses !== null && losses.testLoss === null && losses.dataLoss !== null;

/** Whether a run's first numbers are on their way. */
export const isComing = ({ spec, look, failure }: Pick<LiveRun, 'spec' | 'look' | 'failure'>): boolean =>
	spec !== null && look === null && failure === null;

/** The norm of a run's weights as its card says it: beside words there is room for no more digits. */
export function sayNorm(run: Pick<LiveRun, 'spec' | 'look' | 'failure'>, language: Language): string {
	const norm = run.look?.measured.weightNorm ?? null;
	if (norm === null) return isComing(run) ? '…' : '–';
	return formatInProse(norm, { language, mantissaDigits: 1 });
}

/** What stands in the parts of that name. @param isOnItsWay whether numbers that are not there will come */
export function sayLosses(
	losses: Losses | null,
	language: Language,
	isOnItsWay = false,
): Record<'dataLoss' | 'testLoss' | 'testName' | 'testShort', string> {
	const text = LAB_TEXT[language];
	const number = (value: number | null | undefined) =>
		typeof value === 'number' ? formatInProse(value, { language }) : isOnItsWay ? '…' : '–';
	const hasHeldOut = !isObjective(losses);
	return {
		dataLoss: number(losses?.dataLoss),
		testLoss: number(hasHeldOut ? losses?.testLoss : losses?.objective),
		testName: hasHeldOut ? text.heldOutLoss : text.objective,
		testShort: hasHeldOut ? text.heldOut : text.objective,
	};
}
