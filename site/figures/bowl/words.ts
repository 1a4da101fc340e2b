import { distance } from '../../../src/experiments/shared/plane.ts';
import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { BOWL_TEXT } from '../../text/figures/bowl.ts';
import type { BowlState, Walked, Way } from './model.ts';

/** Nearer than this is there. */
const THERE = 0.01;
/** Farther away than this, the picture does not show where a path ends. */
const ARRIVED = 0.1;

const near = (value: number, language: Language): string =>
	value < THERE ? BOWL_TEXT[language].there : formatInProse(value, { language, digits: 2 });

/** Where to look, with the numbers of the moment. */
export function bowlCaption(state: BowlState, walked: Walked, language: Language): string {
	const { captions } = BOWL_TEXT[language];
	const write = (value: number) => formatInProse(value, { language, digits: 2 });
	if (state.steps === 0) return captions.begin;
	const steps = formatInProse(state.steps, { language });
	const away = near(walked.away[state.way], language);
	switch (state.way) {
		case 'adamw': {
			const gap = write(distance(walked.boxed, walked.ridge));
			const said = { decay: formatInProse(state.decay, { language }), wall: write(1 / state.decay), gap };
			if (walked.away.adamw >= ARRIVED) return captions.onItsWay({ ...said, steps, away });
			return walked.isTight ? captions.tight(said) : captions.wide(said);
		}
		case 'adam-l2':
			return captions.adam({ apart: write(walked.adamApart()), away, steps });
		case 'sgd-l2':
		case 'sgd-decay':
			return captions.sgd({ steps, away });
	}
}

/** How far a way still has to go. */
export function bowlAway(way: Way, walked: Walked, language: Language): string {
	const text = BOWL_TEXT[language];
	const away = near(walked.away[way], language);
	if (way !== 'adamw') return text.awayRidge(away);
	return walked.isTight ? text.awayWall(away) : text.awayLow(away);
}

export const bowlStart = ({ w1, w2 }: BowlState, language: Language): string =>
	BOWL_TEXT[language].startAt(formatInProse(w1, { language }), formatInProse(w2, { language }));
