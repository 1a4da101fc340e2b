import { resolve } from '../../../src/engine/resolve.ts';
import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { COEFFICIENT_FORMULA, DECAY_FORMULA } from '../../../src/penalty.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';

/**
 * What λ has become of a run's penalty, by its formula: c before Ω as `λ/2m = 0.002`; of decay beside the step the share of a
 * weight that each takes, as `η·λ/m = 0.00004 a step`. Empty where nothing is penalized.
 */
export function coefficientInWords(spec: RunSpec, language: Language): string {
	const { lambda, scaling, norm, application } = spec.penalty;
	if (lambda === 0) return '';
	const { coefficient } = LAB_TEXT[language];
	const { penaltyCoefficient, shrinkPerStep } = resolve(spec).derived;
	const inWords = (value: number) => formatInProse(value, { language, mantissaDigits: 2 });
	if (norm !== 'l2' || application === 'loss' || shrinkPerStep === null)
		return coefficient(COEFFICIENT_FORMULA[scaling], inWords(penaltyCoefficient), false);
	const formula = DECAY_FORMULA[scaling];
	return coefficient(application === 'decoupled' ? `η·${formula}` : formula, inWords(shrinkPerStep), true);
}
