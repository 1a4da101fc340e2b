import { at } from '../../../src/at.ts';
import type { Language } from '../../../src/language.ts';
import { formatCount, formatInProse } from '../../../src/numberFormat.ts';
import { CHANGES, VALLEY_TEXT } from '../../text/figures/valley.ts';

/** A guess this many times the best λ, or a share of one over it, is near. */
const NEAR = 2;
/** Rounding of marks must not make a miss of a hit. */
const ROUNDING = 1e-9;
/** Changes by less than this are told as none. */
const SAME = 1.25;

/** How near a guess is, in factors of λ. */
interface Score {
	/** Sizes at which it is within a factor of 2. */
	near: number;
	/** The place of the size at which it is farthest off, and the factor there. */
	worst: { size: number; factor: number };
}

/** A guess beside the best λ, both by size and more than 0. */
export function scoreGuess(guess: readonly number[], best: readonly number[]): Score {
	const factors = guess.map((lambda, i) => Math.max(lambda / at(best, i), at(best, i) / lambda));
	const factor = Math.max(...factors);
	return {
		near: factors.filter((each) => each <= NEAR + ROUNDING).length,
		worst: { size: factors.indexOf(factor), factor },
	};
}

/** The score in words. */
export function sayScore(
	guess: readonly number[],
	best: readonly number[],
	sizes: readonly number[],
	language: Language,
): string {
	const { near, worst } = scoreGuess(guess, best);
	const format = (value: number) => formatInProse(value, { language, digits: 2 });
	return VALLEY_TEXT[language].score({
		near,
		sizes: sizes.length,
		worst:
			near === sizes.length ? null : { m: formatCount(at(sizes, worst.size), language), factor: format(worst.factor) },
		yours: sayChange(guess, language),
		theirs: sayChange(best, language),
	});
}

function sayChange(lambdas: readonly number[], language: Language): string {
	const words = CHANGES[language];
	const times = at(lambdas, lambdas.length - 1) / at(lambdas, 0);
	if (times < SAME && times > 1 / SAME) return words.stays;
	const said = formatInProse(Math.max(times, 1 / times), { language, digits: 2 });
	return times > 1 ? words.grows(said) : words.falls(said);
}
