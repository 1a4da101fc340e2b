import type { Point } from '../../../src/experiments/shared/plane.ts';
import type { Language } from '../../../src/language.ts';
import { escapeHtml } from '../../html/escapeHtml.ts';
import { tenth } from '../../html/tenth.ts';
import { circle } from '../../pictures/boundary/marks.ts';
import { labelsSvg } from '../../pictures/plane/labels.ts';
import { ellipseSvg, lineSvg, markSvg, planeOf, planeSvg, shapeSvg } from '../../pictures/plane/planeSvg.ts';
import { heightOf } from '../../pictures/plane/quadratic.ts';
import { SHRINK_TEXT } from '../../text/figures/shrinkOrCut.ts';
import { type Penalised, PUBLISHED_SHRINK, penalise, penaliseOne, type ShrinkState } from './model.ts';

export const SHRINK_PLANE = planeOf({ x: [-1.9, 2.1], y: [-1.35, 1.75] });

/** Distances from the data's optimum along an axis at which a contour runs. */
const CONTOURS = [2.8, 2.2, 1.6, 1.1, 0.7, 0.35];

/** Two weights: the data's contours, the penalty's circle or diamond, where they touch, and where that goes as λ grows. */
export function shrinkSvg(state: ShrinkState, found: Penalised, label: string, language: Language): string {
	const plane = SHRINK_PLANE;
	const text = SHRINK_TEXT[language];
	const { bowl, w, path } = found;
	const below = [
		...CONTOURS.map((away) => ellipseSvg(plane, bowl, away ** 2, 'contour')),
		ballSvg(state, found, 'shade tone-2'),
		ellipseSvg(plane, bowl, heightOf(bowl, w), 'outline tone-3'),
	].join('');
	const published = penalise(PUBLISHED_SHRINK);
	const above = [
		`<g class="ghost">${ballSvg(PUBLISHED_SHRINK, published, 'outline tone-2 dashed')}${markSvg(plane, published.w, 'ring tone-1')}</g>`,
		lineSvg(plane, path, 'path tone-1 dotted'),
		markSvg(plane, bowl.low, 'mark tone-3'),
		markSvg(plane, w, 'mark tone-1'),
		labelsSvg(
			plane,
			[
				{ at: bowl.low, text: text.data, names: 'toned tone-3' },
				{ at: w, text: text.penalised, names: 'toned tone-1' },
			],
			path,
		),
	].join('');
	return planeSvg(plane, label, { below, above });
}

function ballSvg({ norm }: ShrinkState, { radius }: Penalised, names: string): string {
	if (radius === 0) return '';
	if (norm === 'l2') return ellipseSvg(SHRINK_PLANE, { curvature: [1, 0, 1], low: [0, 0] }, radius ** 2, names);
	const corners: Point[] = [
		[radius, 0],
		[0, radius],
		[-radius, 0],
		[0, -radius],
	];
	return shapeSvg(SHRINK_PLANE, corners, names);
}

const WIDTH = 400;
/** Between two columns of dots, between two dots of a column, and the radius of one. */
const PITCH = 5.6;
const RISE = 4.2;
const DOT = 2;
/** The line on which the dots stand, from which those without a penalty hang. */
const GROUND = 214;
const HEIGHT = 288;
/** The weight at the right edge; the left edge is its opposite. */
const EDGE = 1.45;

const placeOf = (weight: number) => WIDTH / 2 + (weight / EDGE) * (WIDTH / 2);

/** Fifty weights as dots that stand on one another: upwards with the penalty, exact zeros apart; downwards without. */
export function dotsSvg(state: ShrinkState, free: readonly number[], label: string, language: Language): string {
	const text = SHRINK_TEXT[language];
	const weights = free.map((b) => penaliseOne(b, state));
	const zeros = weights.filter((w) => w === 0);
	const others = weights.filter((w) => w !== 0);
	const stacks = new Map<number, number>();
	const up = (values: readonly number[]) => stack(values, stacks, (level) => GROUND - 4 - RISE * level);
	const zeroDots = up(zeros);
	const top = GROUND - 12 - RISE * zeros.length;
	const ticks = [-1, 0, 1].map(
		(n) =>
			`<text class="tick" x="${placeOf(n)}" y="${HEIGHT - 6}" text-anchor="middle">${String(n).replace('-', '−')}</text>`,
	);
	const counted = zeros.length === 0 ? text.noZeros : text.zeros(zeros.length);
	return [
		`<svg class="plane dots" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(label)}">`,
		`<path class="axis" d="M0 ${GROUND}H${WIDTH}"/>`,
		...ticks,
		`<path class="outline is-fine" d="${stack(free, new Map(), (level) => GROUND + 5 + RISE * level)}"/>`,
		`<path class="dot tone-4" d="${zeroDots}"/>`,
		`<path class="dot tone-1" d="${up(others)}"/>`,
		`<text class="label${zeros.length === 0 ? '' : ' toned tone-4'}" x="${WIDTH / 2 + 12}" y="${tenth(Math.max(18, Math.min(top, GROUND - 110)))}">${counted}</text>`,
		`<text class="tick" x="8" y="${GROUND - 20}">${text.withPenalty}</text>`,
		`<text class="tick" x="8" y="${GROUND + 32}">${text.without}</text>`,
		'</svg>',
	].join('');
}

/** Dots in columns: those whose place is the same stand on one another. */
function stack(values: readonly number[], stacks: Map<number, number>, height: (level: number) => number): string {
	return [...values]
		.sort((a, b) => Math.abs(a) - Math.abs(b))
		.map((value) => {
			const column = Math.round((placeOf(value) - WIDTH / 2) / PITCH);
			const level = stacks.get(column) ?? 0;
			stacks.set(column, level + 1);
			return circle(tenth(WIDTH / 2 + column * PITCH), tenth(height(level)), DOT);
		})
		.join('');
}
