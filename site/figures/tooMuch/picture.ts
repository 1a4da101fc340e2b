import type { Language } from '../../../src/language.ts';
import { escapeHtml } from '../../html/escapeHtml.ts';
import { tenth } from '../../html/tenth.ts';
import { circle } from '../../pictures/boundary/marks.ts';
import { TOO_MUCH_TEXT } from '../../text/figures/tooMuch.ts';
import { type DecayState, type Fate, fateOf, PUBLISHED_DECAY, STEPS, weightsUnder } from './model.ts';

const WIDTH = 400;
const HEIGHT = 240;
/** Above the picture, for the word that says what becomes of the weight. */
const STRIP = 30;
const WHOLE = STRIP + HEIGHT;
/** The weight at the upper edge; the lower edge is its opposite. */
const EDGE = 2.3;
const [LEFT, RIGHT] = [34, 12];

const across = (step: number) => LEFT + ((WIDTH - LEFT - RIGHT) * step) / STEPS;
const down = (weight: number) => (HEIGHT / 2) * (1 - weight / EDGE);

/** What leaves the picture is drawn this far, and no farther. */
const FAR = 3 * HEIGHT;

const TONES: Record<Fate, string> = {
	stays: 'tone-1',
	shrinks: 'tone-1',
	gone: 'tone-1',
	flips: 'tone-3',
	swings: 'tone-2',
	explodes: 'tone-2',
};

/** Where the grip lies: the weight after the first step. */
export const gripPlace = ({ share }: DecayState) => ({ x: across(1) / WIDTH, y: (STRIP + down(1 - share)) / WHOLE });

/** The weight of a place of the grip. */
export const weightAt = (y: number): number => EDGE * (1 - (2 * (y * WHOLE - STRIP)) / HEIGHT);

/** One weight over its steps, and what was published as a ghost. */
export function decaySvg(state: DecayState, label: string, language: Language): string {
	const text = TOO_MUCH_TEXT[language];
	const fate = fateOf(state);
	const tone = TONES[fate];
	const places = (of: DecayState) =>
		weightsUnder(of).map((weight, step) => {
			const top = Math.max(-FAR, Math.min(FAR, down(weight)));
			return [tenth(across(step)), tenth(top)] as const;
		});
	const line = (of: DecayState, names: string) =>
		`<path class="${names}" d="M${places(of)
			.map((place) => place.join(' '))
			.join('L')}"/>`;
	const dots = places(state)
		.filter(([, top]) => top > -9 && top < HEIGHT + 9)
		.map(([left, top]) => circle(left, top, 4.2))
		.join('');
	const zero = tenth(down(0));
	return [
		`<svg class="plane" viewBox="0 0 ${WIDTH} ${WHOLE}" role="img" aria-label="${escapeHtml(label)}">`,
		`<text class="label is-large toned ${tone}" x="${WIDTH - 10}" y="21" text-anchor="end">${text.fates[fate]}</text>`,
		`<svg y="${STRIP}" width="${WIDTH}" height="${HEIGHT}">`,
		`<path class="axis" d="M${LEFT} ${zero}H${WIDTH}M${LEFT} 0V${HEIGHT}"/>`,
		...[-2, -1, 1, 2].map(
			(n) =>
				`<text class="tick" x="${LEFT - 6}" y="${tenth(down(n) + 4)}" text-anchor="end">${String(n).replace('-', '−')}</text>`,
		),
		...[5, 10, 15].map(
			(n) => `<text class="tick" x="${tenth(across(n))}" y="${HEIGHT - 6}" text-anchor="middle">${n}</text>`,
		),
		`<text class="tick" x="${WIDTH - 4}" y="${zero - 7}" text-anchor="end">${text.step}</text>`,
		`<text class="tick" x="${LEFT + 6}" y="14">w</text>`,
		`<g class="ghost">${line(PUBLISHED_DECAY, `path dashed ${TONES[fateOf(PUBLISHED_DECAY)]}`)}</g>`,
		line(state, `path ${tone}`),
		`<path class="mark ${tone}" d="${dots}"/>`,
		'</svg></svg>',
	].join('');
}
