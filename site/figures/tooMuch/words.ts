import type { Language } from '../../../src/language.ts';
import { formatInProse, formatShare } from '../../../src/numberFormat.ts';
import { TOO_MUCH_TEXT } from '../../text/figures/tooMuch.ts';
import { type DecayState, fateOf, STEPS, weightsUnder } from './model.ts';

/** Where to look, with the numbers of the moment. */
export function decayCaption(state: DecayState, language: Language): string {
	const end = Math.abs(weightsUnder(state).at(-1) ?? 0);
	return TOO_MUCH_TEXT[language].captions[fateOf(state)]({
		share: formatInProse(state.share, { language }),
		taken: formatShare(state.share, language).replace(/\.0/, ''),
		end: formatInProse(end, { language, digits: 2 }),
		steps: STEPS,
	});
}

export const decayGrip = ({ share }: DecayState, language: Language): string =>
	TOO_MUCH_TEXT[language].gripSays(
		formatInProse(share, { language }),
		formatInProse(Number((1 - share).toFixed(2)), { language }),
	);
