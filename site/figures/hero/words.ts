import type { Language } from '../../../src/language.ts';
import { formatInProse, formatShare } from '../../../src/numberFormat.ts';
import type { Measurement } from '../../../src/schema/measurements.ts';
import { HERO_TEXT } from '../../text/figures/hero.ts';
import { HERO_STOPS, type HeroState, SIDES, type Side, scalingOf } from './tasks.ts';

/** What the caption and a panel need of an outcome. */
export interface Told {
	final: Pick<Measurement, 'testAccuracy' | 'testLoss'>;
	/** The network gives ½ everywhere. */
	isFlat: boolean;
}

const share = (value: number | null, language: Language) => formatShare(value ?? Number.NaN, language);

/** Where to look, with the numbers of the moment. */
export function heroCaption(state: HeroState, told: Record<Side, Told>, language: Language): string {
	const [undivided, divided] = SIDES.map((side) => share(told[side].final.testAccuracy, language));
	const text = HERO_TEXT[language];
	const said = {
		m: formatInProse(state.m, { language }),
		lambda: formatInProse(state.lambda, { language }),
		undivided: undivided ?? '',
		divided: divided ?? '',
	};
	if (!told.undivided.isFlat) return text.caption(said);
	if (told.divided.isFlat) return text.captionBothFlat(said);
	return state.m < Math.max(...HERO_STOPS.m) ? text.captionFlat(said) : text.captionFlatAtMost(said);
}

/** Under Eq 1: what the hero shows, which may be out of sight. */
export function equationTold(state: HeroState, told: Record<Side, Told>, language: Language): string {
	const said = (side: Side) => `${heroFormula(side, state)} ${heroResult(told[side], language)}`;
	return HERO_TEXT[language].equation.told({
		m: formatInProse(state.m, { language }),
		lambda: formatInProse(state.lambda, { language }),
		without: said('undivided'),
		with: said('divided'),
		twice: state.two === 'without' ? formatInProse(2 * state.lambda, { language }) : '',
	});
}

/** Under a panel: how many fresh points it calls right. */
export const heroResult = ({ final, isFlat }: Told, language: Language): string =>
	isFlat ? HERO_TEXT[language].flat : HERO_TEXT[language].right(share(final.testAccuracy, language));

/** Over a panel: the penalty as it is written. */
export const heroFormula = (side: Side, state: HeroState): string => FORMULAS[scalingOf(side, state)] ?? '';

const FORMULAS: Readonly<Record<string, string>> = {
	full: 'λ · ‖W‖²',
	half: 'λ/2 · ‖W‖²',
	'over-m': 'λ/m · ‖W‖²',
	'over-2m': 'λ/2m · ‖W‖²',
};

/** Whether a network answers the same everywhere: ½, as far as an eye can tell, or one class. */
export const isFlatField = (probability: ArrayLike<number>): boolean =>
	[(p: number) => Math.abs(p - 0.5) < 0.02, (p: number) => p < 0.5, (p: number) => p > 0.5].some((isSame) =>
		Array.from(probability).every(isSame),
	);
