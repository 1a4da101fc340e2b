import type { Language } from '../../src/language.ts';
import type { SweepInput } from '../../src/schema/sweep.ts';
import { SWEEP_BOUNDS } from '../../src/schema/sweepBounds.ts';
import { messageOf } from '../elements/messageOf.ts';
import { SWEEPS_TEXT } from '../text/sweeps/sweepsText.ts';
import { type FormField, type SweepForm, seedsOf, sweepOf } from './axes.ts';
import { checkSweep } from './checkSweep.ts';
import { placeErrors } from './placeErrors.ts';
import { isTooLarge, type SweepLimits, sayCost } from './sayCost.ts';

/** What a form says before anything is sent; without `input` it cannot be sent as it is. */
interface Quote {
	said: string;
	/** What is wrong with a field. */
	wrong: Partial<Record<FormField, string>>;
	input: SweepInput | null;
	/** What λ is, where the base says that it is no penalty. */
	note: string;
}

/**
 * What a form's sweep would cost, or what is wrong with it.
 *
 * @param limits null where the deployment has not said them
 */
export function quoteSweep(form: SweepForm, limits: SweepLimits | null, language: Language): Quote {
	const text = SWEEPS_TEXT[language];
	const unfilled = findUnfilled(form, language);
	const outcome = readSweep(form);
	const application = 'input' in outcome ? applicationIn(outcome.input.base) : null;
	const note = application?.startsWith('decoupled') ? text.decoupled(application === 'decoupled-raw') : '';
	const refuse = (wrong: Quote['wrong'], said = text.wrong): Quote => ({ said, wrong, input: null, note });
	if ('notJson' in outcome) return refuse({ ...unfilled, base: text.notJson(outcome.notJson) });
	const { input } = outcome;
	const checked = checkSweep(input, language);
	if (!checked.ok) {
		const errors = placeErrors(checked.errors, language);
		const fields = [...new Set(errors.map(({ field }) => field))].filter((field) => field !== null);
		const at = (field: FormField | null) => text.problems(errors.filter((error) => error.field === field));
		const wrong = { ...Object.fromEntries(fields.map((field) => [field, at(field)])), ...unfilled };
		return refuse(wrong, Object.keys(wrong).length > 0 ? text.wrong : at(null));
	}
	if (Object.keys(unfilled).length > 0) return refuse(unfilled);
	return {
		said: sayCost(checked, limits, language),
		wrong: {},
		input: isTooLarge(checked, limits) ? null : input,
		note,
	};
}

/** What the form asks for and the contract does not: without it an axis would be left out, and the base would decide. */
function findUnfilled({ lambda, m, scaling, seeds }: SweepForm, language: Language): Quote['wrong'] {
	const text = SWEEPS_TEXT[language];
	return {
		...(lambda.trim() === '' && { lambda: text.noValue }),
		...(m.trim() === '' && { m: text.noValue }),
		...(scaling.length === 0 && { scaling: text.noSpelling }),
		...(seedsOf(seeds) === null && { seeds: text.noCount(SWEEP_BOUNDS.axisValues) }),
	};
}

/** How the penalty of an unchecked base acts; null where it does not say. */
function applicationIn(base: unknown): string | null {
	const { penalty } = (base ?? {}) as { penalty?: { application?: unknown } }; // JSON of any kind has fields, or none
	const application = penalty?.application;
	return typeof application === 'string' ? application : null;
}

function readSweep(form: SweepForm): { input: SweepInput } | { notJson: string } {
	try {
		return { input: sweepOf(form) };
	} catch (error) {
		return { notJson: messageOf(error) };
	}
}
