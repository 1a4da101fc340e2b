import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { STOPPING_TEXT } from '../../text/figures/stopping.ts';
import { type Stopped, type StoppingState, stopAt } from './model.ts';

/** All that is said of a state. */
export function stoppingWords(
	state: StoppingState,
	language: Language,
	{ lambda, apart, ratio }: Stopped = stopAt(state),
) {
	const text = STOPPING_TEXT[language];
	const write = (value: number, digits: number) => formatInProse(value, { language, digits });
	const said = {
		steps: formatInProse(state.steps, { language, digits: 4 }),
		lambda: write(lambda, 2),
		apart: write(apart, 2),
		ratio: write(ratio, 2),
	};
	return {
		caption: text.caption(said),
		descent: text.descentSays(said.steps),
		ridge: text.ridgeSays(said.lambda),
		grip: text.gripSays(said.steps),
		label: text.label(said),
		riskLabel: text.riskLabel(said),
	};
}
