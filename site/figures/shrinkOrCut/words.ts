import type { Point } from '../../../src/experiments/shared/plane.ts';
import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { SHRINK_TEXT } from '../../text/figures/shrinkOrCut.ts';
import { EXAMPLES, type Penalised, penaliseOne, type ShrinkState } from './model.ts';

const NAMES = ['w₁', 'w₂'] as const;
const NORMS = { l1: 'L1', l2: 'L2' } as const;

const write = (value: number, language: Language) => formatInProse(value, { language, digits: 2, powersBelow: 0 });

/** How many of the fifty weights are exactly 0. */
export const countZeros = (state: ShrinkState, free: readonly number[]): number =>
	free.filter((b) => penaliseOne(b, state) === 0).length;

/** Where to look, with the numbers of the moment. */
export function shrinkCaption(
	state: ShrinkState,
	found: Penalised,
	free: readonly number[],
	language: Language,
): string {
	const { captions, alsoCut } = SHRINK_TEXT[language];
	const lambda = formatInProse(state.lambda, { language });
	if (state.lambda === 0) return captions.free;
	if (found.grown !== null) {
		const [from, to] = [found.bowl.low, found.w].map((point) => write(point[found.grown ?? 0], language));
		return captions.grown({
			lambda,
			weight: NAMES[found.grown],
			from: from ?? '',
			to: to ?? '',
			norm: NORMS[state.norm],
		});
	}
	if (state.norm === 'l2') {
		return captions.shrink({ lambda, factor: formatInProse(1 + state.lambda / EXAMPLES, { language }) });
	}
	const cut = NAMES.filter((_, j) => found.w[j] === 0);
	return captions.cut({ lambda, zeros: String(countZeros(state, free)), also: alsoCut(cut) });
}

export const pointWords = ([b1, b2]: Point, language: Language): string =>
	SHRINK_TEXT[language].dataAt(write(b1, language), write(b2, language));

/** What the two pictures are called for those who cannot see them. */
export function shrinkLabels(state: ShrinkState, found: Penalised, free: readonly number[], language: Language) {
	const text = SHRINK_TEXT[language];
	const norm = NORMS[state.norm];
	return {
		plane: text.planeLabel({ norm, b: pointWords(found.bowl.low, language), w: pointWords(found.w, language) }),
		dots: text.dotsLabel({ norm, zeros: countZeros(state, free), lambda: formatInProse(state.lambda, { language }) }),
	};
}
