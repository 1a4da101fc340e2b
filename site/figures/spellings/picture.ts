import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { escapeHtml } from '../../html/escapeHtml.ts';
import { tenth } from '../../html/tenth.ts';
import { SPELLINGS_TEXT } from '../../text/figures/spellings.ts';
import { PUBLISHED_SPELLINGS, pullsOf, SPELLINGS, type SpellingsState } from './model.ts';

const WIDTH = 400;
/** Where w = 0 and the weight, w = 1, lie. */
const [ZERO, WEIGHT] = [66, 380];
/** Radius of the disc that stands for the weight, right of where it begins. */
const DISC = 5.5;
const ROW = 54;
/** From the top of a row to its words, and to its arrow. */
const [WORDS, ARROW] = [19, 38];
const HEAD = 9;
/** An arrow that would end farther left than here is broken off. */
const EDGE = 8;
/** Shorter than this nobody sees an arrow. */
const SEEN = 5;
const BELOW = 24;
const HEIGHT = ROW * SPELLINGS.length + BELOW;

/** The one that the article is about has a colour of its own. */
const toneOf = (scaling: string) => (scaling === 'over-2m' ? 'tone-1' : 'tone-5');

/** Six arrows from one weight towards 0, as long as the six penalties pull. */
export function spellingsSvg(state: SpellingsState, label: string, language: Language): string {
	const text = SPELLINGS_TEXT[language];
	const pulls = pullsOf(state);
	const published = pullsOf(PUBLISHED_SPELLINGS);
	const isPublished = state.m === PUBLISHED_SPELLINGS.m && state.lambda === PUBLISHED_SPELLINGS.lambda;
	const at = {
		m: formatInProse(PUBLISHED_SPELLINGS.m, { language }),
		lambda: formatInProse(PUBLISHED_SPELLINGS.lambda, { language }),
	};
	const length = (pull: number, zoom: number) => (WEIGHT - ZERO) * pull * zoom;
	const rows = SPELLINGS.map(({ scaling, penalty, pull }, i) => {
		const top = i * ROW;
		const at = top + ARROW;
		const long = length(pulls[i] ?? 0, state.zoom);
		const isBroken = WEIGHT - long < EDGE;
		const words = scaling === 'over-2m' ? 'toned tone-1' : '';
		const number = formatInProse(pulls[i] ?? Number.NaN, { language, digits: 2, powersBelow: 1e-4 });
		const ghost = Math.max(EDGE, WEIGHT - length(published[i] ?? 0, state.zoom)); // magnified as the arrows are
		return [
			`<path class="axis" d="M${EDGE} ${at}H${WEIGHT}"/>`,
			`<path class="ghost outline" d="M${WEIGHT} ${at - 9}H${tenth(ghost)}"/>`,
			`<g class="${toneOf(scaling)}">${arrow(at, long)}</g>`,
			`<circle class="mark" cx="${WEIGHT + DISC}" cy="${at}" r="${DISC}"/>`,
			`<text class="label ${words}" x="${EDGE}" y="${top + WORDS}">${penalty}</text>`,
			`<text class="label ${words}" x="${WIDTH - EDGE}" y="${top + WORDS}" text-anchor="end">d = ${pull} = ${number}</text>`,
			isBroken || long < SEEN
				? `<text class="tick" x="${isBroken ? EDGE : WEIGHT - 14}" y="${at + 15}" ${isBroken ? '' : 'text-anchor="end"'}>${isBroken ? text.goesOn : text.tooShort}</text>`
				: '',
		].join('');
	});
	return [
		`<svg class="plane" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(label)}">`,
		state.zoom === 1 ? `<path class="axis" d="M${ZERO} 26V${HEIGHT - BELOW}"/>` : '',
		...rows,
		state.zoom === 1
			? `<text class="tick" x="${ZERO}" y="${HEIGHT - 7}" text-anchor="middle">0</text>`
			: `<text class="tick" x="${EDGE}" y="${HEIGHT - 7}">${text.magnified(formatInProse(state.zoom, { language }))}</text>`,
		isPublished
			? ''
			: `<text class="tick" x="${WEIGHT - 14}" y="${HEIGHT - 7}" text-anchor="end">${text.pale(at)}</text>`,
		`<text class="tick" x="${WEIGHT}" y="${HEIGHT - 7}" text-anchor="middle">w</text>`,
		'</svg>',
	].join('');
}

/** An arrow to the left; one that leaves the picture is broken by two strokes. */
function arrow(y: number, long: number): string {
	const end = Math.max(EDGE, WEIGHT - long);
	const head = Math.min(HEAD, WEIGHT - end);
	const tip = `M${tenth(end)} ${y}l${tenth(head)} ${tenth(-head * 0.6)}v${tenth(head * 1.2)}z`;
	const isBroken = WEIGHT - long < EDGE;
	const gap = `M${EDGE + 30} ${y + 6}l6 -12M${EDGE + 37} ${y + 6}l6 -12`;
	return [
		`<path class="path thick" d="M${WEIGHT} ${y}H${tenth(end + head * 0.8)}"/>`,
		isBroken ? `<path class="outline is-gap" d="${gap}"/><path class="outline" d="${gap}"/>` : '',
		`<path class="dot" d="${tip}"/>`,
	].join('');
}
