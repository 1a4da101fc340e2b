import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { Run } from '../../../src/schema/run.ts';
import { LIVE_FIGURE_TEXT } from '../../text/liveFigures/liveFigureText.ts';

type Told = Pick<Run, 'trace' | 'final' | 'spec'>;

/** What a live figure shows, in words: one run that overfits, or that and its penalised twin. */
export function liveCaption([free, penalised]: readonly Told[], language: Language): string {
	const text = LIVE_FIGURE_TEXT[language];
	const number = (value: number | null | undefined) => formatInProse(value ?? Number.NaN, { language });
	if (!free) return '';
	if (penalised) {
		const { dataLoss, testLoss } = penalised.final;
		return text.regularizeCaption(
			number(penalised.spec.penalty.lambda),
			number(dataLoss),
			number(testLoss),
			number(free.final.testLoss),
		);
	}
	const tests = free.trace.testLoss.map((value) => value ?? Number.POSITIVE_INFINITY);
	const least = Math.min(...tests);
	return text.overfitCaption(
		number(free.final.dataLoss),
		number(free.final.testLoss),
		number(least),
		number(free.trace.epoch[tests.indexOf(least)]),
	);
}
