import type { Text } from '../language.ts';
import { RULES, type Rule } from '../schema/lambdaRules.ts';
import type { Moved } from '../schema/movedLambda.ts';
import { type RuleOutcomes, ruleOutcomes } from '../study/advice.ts';
import { eachRule, factorOf } from '../study/rules.ts';
import { asText, isSame, KEPT, sayMove, sayOutcomes } from '../study/sayAdvice.ts';
import type { Strength } from './equivalent.ts';
import { isBesideAdaptiveStep, LAMBDA, type Spelling } from './exactness.ts';
import { spelledValue } from './spelling.ts';

/**
 * λ of λ/2m carried over from m examples to `newM` by each rule of the study, λ·f(newM/m), and what the rules cost where
 * that was measured. A batch has as many rows as before, or all where there are fewer or where it had all.
 *
 * @param measured of the models of the study that are most like those of `source`
 */
export function moveLambda(
	{ lambda, query, source, setting }: Omit<Strength, 'rateOf'>,
	newM: number,
	measured: RuleOutcomes = ruleOutcomes(measuredWith(source)),
): Moved {
	const { value: given, language, batchSize } = query;
	const times = newM / setting.m;
	const then = { ...setting, m: newM, batchSize: Math.min(newM, batchSize === 'full' ? newM : batchSize) };
	const spell = (moved: number) => (source === LAMBDA ? moved : finiteOrNull(spelledValue(source, moved, then)));
	const byRule = eachRule((rule) => {
		const moved = lambda * factorOf[rule](times);
		return { lambda: moved, value: spell(moved) };
	});

	const { outcomes, best } = measured;
	const besideStep = besideStepOf(source);
	const changes = [
		...(besideStep === null ? [{ name: asText('λ'), before: lambda, after: byRule[best].lambda }] : []),
		...(source === LAMBDA ? [] : [{ name: asText(source.parameter), before: given, after: byRule[best].value }]),
	];
	const said = [
		sayMove({ from: setting.m, to: newM }, keptOf(best, besideStep), changes),
		sayOutcomes(measured, {
			measuredOn: measuredWith(source),
			times,
			kept: eachRule((rule) => keptBy(rule, source, given, byRule[rule].value)),
		}),
	];
	const advice =
		lambda === 0 ? NOTHING[language] : said.map((text) => text[language]).join(language === 'en' ? ' ' : '');
	return {
		m: newM,
		times,
		measuredWith: measuredWith(source),
		rules: RULES.map((rule) => ({ rule, ...byRule[rule], ...outcomes[rule] })),
		best,
		advice,
	};
}

/** The rule that cost least where it was measured, on the models of the study that are most like those of `source`. */
export const cheapestRule = (source: Spelling): Rule => ruleOutcomes(measuredWith(source)).best;

/** Models of the study that are most like those of a spelling: a decay beside Adam’s step is AdamW’s, a solver’s model is linear. */
export function measuredWith(source: Spelling): Moved['measuredWith'] {
	if (source !== LAMBDA && source.coupling === 'solver' && !source.hasHiddenLayers) return 'linear';
	return besideStepOf(source) === null ? 'sgd' : 'adamw';
}

/** The parameter of a decay that is no penalty, and has no λ; null where λ is one. */
export const besideStepOf = (source: Spelling): string | null =>
	source !== LAMBDA && isBesideAdaptiveStep(source) ? source.parameter : null;

/** What a rule keeps: λ, as a formula; of a decay that has none its timescale, which is 1/λ beside the same η and B, or its parameter. */
export function keptOf(rule: Rule, besideStep: string | null): Text {
	if (besideStep === null) return asText(KEPT[rule]);
	switch (rule) {
		case 'keep-lambda':
			return { en: 'the timescale in epochs', zh: '以轮计的时间尺度' };
		case 'keep-over-sqrt-m':
			return asText(`${besideStep}·√m`);
		case 'keep-over-m':
			return asText(besideStep);
	}
}

/** What a rule keeps; a rule that leaves the library's parameter alone is known by that. */
function keptBy(rule: Rule, source: Spelling, before: number, after: number | null): Text {
	if (source === LAMBDA || after === null || !isSame(before, after)) return keptOf(rule, besideStepOf(source));
	return { en: `${source.parameter} as it is`, zh: source.parameter };
}

const finiteOrNull = (value: number) => (Number.isFinite(value) ? value : null);

const NOTHING: Text = {
	en: 'λ = 0 stays 0 by every rule: there is no penalty to carry over.',
	zh: '无论哪条规则，λ = 0 仍为 0：没有可以带过去的惩罚。',
};
