import { isBesideAdaptiveStep, LAMBDA } from '../../src/convert/exactness.ts';
import { libraries } from '../../src/convert/libraries.ts';
import type { Language } from '../../src/language.ts';
import type { CodeAnswer, DecayAnswer } from '../../src/schema/codeAnswer.ts';
import type { CodeField } from '../../src/schema/codeQuery.ts';
import { CODE_TEXT } from '../text/converter/codeText.ts';

/** Fields without which a decay has no λ. */
const DECIDING = ['optimizer', 'value', 'm'] as const;

/** What stands above the fields of what a code leaves out: what to enter for λ first, if that is among them, else what is still left out. */
export function whatToEnter({ decays, missing }: CodeAnswer, language: Language): string {
	const text = CODE_TEXT[language];
	const deciding = DECIDING.filter((field) => missing.includes(field));
	if (missing.length === 0) return text.entered;
	if (deciding.length === 0) return text.missing(missing.map((field: CodeField) => text.fields[field]));
	if (deciding.some((field) => field !== 'm')) return text.enter.several;
	const waiting = decays.filter((decay) => decay.missing.includes('m'));
	if (waiting.every(isWhateverM)) return text.enter.mBeside;
	return waiting.every(isBesideStep) ? text.enter.mOfStep : text.enter.m;
}

/** Whether its λ is the same whatever m is. */
const isWhateverM = ({ notes }: DecayAnswer) => notes.some(({ code }) => code === 'whatever-m');

const isBesideStep = ({ library }: DecayAnswer) =>
	library !== null && library !== LAMBDA && isBesideAdaptiveStep(libraries[library]);
