import type { Language } from '../../src/language.ts';
import type { CodeAnswer } from '../../src/schema/codeAnswer.ts';
import type { CodeField } from '../../src/schema/codeQuery.ts';
import { CODE_TEXT } from '../text/converter/codeText.ts';
import { isBesideStep, isWhateverM } from './partialMeaning.ts';

/** Fields without which a decay has no λ. */
const DECIDING = ['optimizer', 'value', 'm'] as const;

/** What stands above the fields of what a code leaves out: what to enter for λ first, if that is among them, else what is still left out. */
export function whatToEnter({ decays, missing }: CodeAnswer, language: Language): string {
	const text = CODE_TEXT[language];
	const deciding: CodeField[] = DECIDING.filter((field) => missing.includes(field));
	if (decays.some(isOfBatch)) deciding.push('batchSize');
	if (missing.length === 0) return text.entered;
	if (deciding.length === 0) return text.missing(missing.map((field: CodeField) => text.fields[field]));
	if (deciding.some((field) => field !== 'm')) return text.enter.several;
	if (!decidesLambda({ decays, missing })) {
		return decays.some((decay) => decay.missing.includes('m') && isWhateverM(decay))
			? text.enter.mBeside
			: text.enter.mOfStep;
	}
	return text.enter.m;
}

/** Whether what a code leaves out decides the λ of a decay: it is asked for before all else then. */
export function decidesLambda({ decays, missing }: Pick<CodeAnswer, 'decays' | 'missing'>): boolean {
	return (
		missing.some(isWhatStrength) ||
		decays.some(isOfBatch) ||
		decays.some((decay) => decay.missing.includes('m') && !isWhateverM(decay) && !isBesideStep(decay))
	);
}

/** Fields without which the converter has no number of a code, as they are called; none where it has one, or never will. */
export function waitedFor({ decays, missing }: CodeAnswer, language: Language): string[] {
	const isB = decays.some(isOfBatch);
	const m = missing.filter((field) => field === 'm' || (isB && field === 'batchSize'));
	const others = missing.filter(isWhatStrength);
	return (others.length > 0 ? others : m).map((field) => CODE_TEXT[language].fields[field]); // a strength alone is a number without m
}

/** Whether it stands beside a sum over a batch of nobody knows how many rows. */
const isOfBatch = ({ missing, notes }: Pick<CodeAnswer['decays'][number], 'missing' | 'notes'>) =>
	missing.includes('batchSize') && notes.some(({ code }) => code === 'loss-summed');

/** Whether a field says of what strength a decay is, or whose. */
const isWhatStrength = (field: CodeField) => field === 'optimizer' || field === 'value';
