import { isBesideAdaptiveStep, LAMBDA } from '../../src/convert/exactness.ts';
import { libraries } from '../../src/convert/libraries.ts';
import type { Language } from '../../src/language.ts';
import type { CodeAnswer, DecayAnswer } from '../../src/schema/codeAnswer.ts';
import { isSquaredError, type Loss } from '../../src/schema/losses.ts';
import { type CodeFields, readBox, TRIED } from './codeState.ts';
import { sayShort } from './sayShort.ts';
import { inPowersOfM } from './withoutM.ts';

/** What a decay means as far as that goes without m: numbers, or what m makes of them. */
export interface PartialMeaning {
	lambda: string;
	/** Whether λ is the same whatever m is. */
	isKnown: boolean;
	/** Whether no λ has the minimizer of the decay, which stands beside an adaptive step. */
	isNone: boolean;
	decay: string;
	prior: string | null;
	derivation: string;
	isRegression: boolean;
	loss: Loss;
}

/** What each decay of a text means without m; null where that is nothing, or where m is not all that is missing for it. */
export function partialMeanings(
	{ decays }: CodeAnswer,
	code: string,
	fields: CodeFields,
	language: Language,
): (PartialMeaning | null)[] {
	if (!decays.some(isWaitingForM)) return [];
	const [one, twice] = TRIED.map((m) => readBox(code, { ...fields, m }, language).answer.decays);
	return decays.map((decay, at) => {
		const [meaning, other] = [one?.[at]?.meaning, twice?.[at]?.meaning];
		if (!isWaitingForM(decay) || !meaning || !other) return null;
		const [m] = TRIED;
		const isKnown = isWhateverM(decay);
		const lambda = inPowersOfM(Number(m), meaning.lambda, other.lambda);
		if ((lambda === null) !== isKnown) return null; // a loss that is summed over a batch of unknown size
		const { decayCoefficient, priorStandardDeviation: prior, derivation, conversion } = meaning;
		return {
			lambda: lambda ?? sayShort(meaning.lambda),
			isKnown,
			isNone: isBesideStep(decay),
			decay: inPowersOfM(Number(m), decayCoefficient, other.decayCoefficient) ?? sayShort(decayCoefficient),
			prior: isKnown && prior !== null ? sayShort(prior) : null,
			derivation,
			isRegression: isSquaredError(conversion.loss),
			loss: conversion.loss,
		};
	});
}

/** Whether m alone is missing for a meaning: others, as B, say more of it. */
const isWaitingForM = ({ meaning, missing, value, library }: DecayAnswer): boolean =>
	meaning === null &&
	value !== null &&
	library !== null &&
	missing.includes('m') &&
	!missing.includes('targetDeviation');

/** Whether its λ is the same whatever m is. */
export const isWhateverM = ({ notes }: DecayAnswer): boolean => notes.some(({ code }) => code === 'whatever-m');

/** Whether it stands beside an adaptive optimizer's step, and has no λ. */
export const isBesideStep = ({ library }: DecayAnswer): boolean =>
	library !== null && library !== LAMBDA && isBesideAdaptiveStep(libraries[library]);
