import type { Language } from '../../src/language.ts';
import type { SweepInput } from '../../src/schema/sweep.ts';
import { messageOf } from '../elements/messageOf.ts';
import { SWEEPS_TEXT } from '../text/sweeps/sweepsText.ts';
import { type SweepForm, sweepOf } from './axes.ts';
import { checkSweep } from './checkSweep.ts';
import { labelErrors } from './labelErrors.ts';
import { isTooLarge, type SweepLimits, sayCost } from './sayCost.ts';

/** What a form says before anything is sent; without `input` it cannot be sent as it is. */
interface Quote {
	said: string;
	input: SweepInput | null;
}

/**
 * What a form's sweep would cost, or what is wrong with it.
 *
 * @param limits null where the deployment has not said them
 */
export function quoteSweep(form: SweepForm, limits: SweepLimits | null, language: Language): Quote {
	const text = SWEEPS_TEXT[language];
	const outcome = readSweep(form);
	if ('notJson' in outcome) return { said: text.notJson(outcome.notJson), input: null };
	const { input } = outcome;
	const checked = checkSweep(input, language);
	if (!checked.ok) return { said: text.problems(labelErrors(checked.errors, language)), input: null };
	return { said: sayCost(checked, limits, language), input: isTooLarge(checked, limits) ? null : input };
}

function readSweep(form: SweepForm): { input: SweepInput } | { notJson: string } {
	try {
		return { input: sweepOf(form) };
	} catch (error) {
		return { notJson: messageOf(error) };
	}
}
