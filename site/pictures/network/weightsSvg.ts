import { escapeHtml } from '../../html/escapeHtml.ts';
import { tenth } from '../../html/tenth.ts';
import type { Picture } from './picture.ts';
import type { Scale } from './scale.ts';

/** The picture's own units. */
const WIDTH = 400;
const HEIGHT = 300;
const EDGE = 16;

/** The weights of a linear model as bars from the line of 0, in the order of its inputs: how far a penalty has shrunk each. */
export function weightsSvg({ layers }: Picture, { weight: most }: Scale, label: string): string {
	const weights = layers[0]?.[0] ?? [];
	const middle = HEIGHT / 2;
	const step = (WIDTH - 2 * EDGE) / Math.max(1, weights.length);
	const bars = weights.map((w, i) => {
		const height = Number.isFinite(w) ? tenth((w / most) * (middle - EDGE)) : 0;
		return `M${tenth(EDGE + (i + 0.15) * step)} ${middle}v${-height}h${tenth(step * 0.7)}v${height}z`;
	});
	return `<svg class="weights-svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(label)}"><path class="bars" d="${bars.join('')}"/><path class="axis" d="M${EDGE} ${middle}H${WIDTH - EDGE}"/></svg>`;
}
