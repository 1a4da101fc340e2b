import type { Language } from '../../src/language.ts';
import { formatInProse } from '../../src/numberFormat.ts';
import type { SweepInput } from '../../src/schema/sweep.ts';
import { messageOf } from '../elements/messageOf.ts';
import { SWEEPS_TEXT } from '../text/sweeps/sweepsText.ts';
import { type SweepForm, sweepOf } from './axes.ts';
import { checkSweep } from './checkSweep.ts';
import { labelErrors } from './labelErrors.ts';

/** The most that a deployment takes of one sweep. */
export interface SweepLimits {
	cells: number;
	gflop: number;
}

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
	const { cells, gflop } = checked;
	const write = (value: number) => formatInProse(value, { language });
	const isTooLarge = limits !== null && (cells > limits.cells || gflop > limits.gflop);
	const said = text.paragraph([
		text.cost(write(cells), write(gflop)),
		...(limits ? [text.allowed(write(limits.cells), write(limits.gflop))] : []),
		...(isTooLarge ? [text.tooLarge] : []),
	]);
	return { said, input: isTooLarge ? null : input };
}

function readSweep(form: SweepForm): { input: SweepInput } | { notJson: string } {
	try {
		return { input: sweepOf(form) };
	} catch (error) {
		return { notJson: messageOf(error) };
	}
}
