import type { Point } from '../../../src/experiments/shared/plane.ts';
import type { Language } from '../../../src/language.ts';
import { formatDecimals, formatInProse } from '../../../src/numberFormat.ts';
import { BELIEF_TEXT } from '../../text/figures/belief.ts';
import type { BeliefState, Weighed } from './model.ts';

/** Fewer examples than these are few beside the priors of this figure. */
const MANY = 40;

const NAMES = ['w₁', 'w₂'] as const;

const point = ([w1, w2]: Point, language: Language) =>
	BELIEF_TEXT[language].at(formatDecimals(w1, 2), formatDecimals(w2, 2));

/** Where to look, with the numbers of the moment. */
export function beliefCaption(state: BeliefState, { map, moved, lambda }: Weighed, language: Language): string {
	const zeros = NAMES.filter((_, j) => map[j] === 0);
	return BELIEF_TEXT[language].caption({
		m: formatInProse(state.m, { language }),
		lambda: formatInProse(lambda, { language, digits: 2 }),
		moved: formatInProse(moved, { language, digits: 2 }),
		isFew: state.m < MANY,
		zero: zeros.length === 0 ? null : zeros.join(' = '),
	});
}

/** What stands beside the names of the three. */
export function beliefNumbers(state: BeliefState, { map, mle, lambda }: Weighed, language: Language) {
	const text = BELIEF_TEXT[language];
	const write = (value: number) => formatInProse(value, { language, digits: 2 });
	return {
		prior: text.priorSays(formatInProse(state.tau, { language }), write(lambda)),
		likelihood: text.peak(text.mle, point(mle, language)),
		posterior: text.peak(text.map, point(map, language)),
	};
}

export const beliefLabel = (state: BeliefState, { map, mle }: Weighed, language: Language): string =>
	BELIEF_TEXT[language].label({
		m: formatInProse(state.m, { language }),
		tau: formatInProse(state.tau, { language }),
		map: point(map, language),
		mle: point(mle, language),
	});
