import type { Point } from '../../../src/experiments/shared/plane.ts';
import type { Language } from '../../../src/language.ts';
import { labelsSvg } from '../../pictures/plane/labels.ts';
import { ellipseSvg, markSvg, planeOf, planeSvg, shapeSvg } from '../../pictures/plane/planeSvg.ts';
import { lift } from '../../pictures/plane/quadratic.ts';
import { BELIEF_TEXT } from '../../text/figures/belief.ts';
import { type BeliefState, contourOf, PUBLISHED_BELIEF, priorReach, TRUTH, type Weighed, weigh } from './model.ts';

export const BELIEF_PLANE = planeOf({ x: [-1.5, 2.5], y: [-1.3, 2.1] });

/** −log of the share of the peak's density at a contour: a half, inside, and a tenth. Of a Gaussian they hold 50% and 90%. */
const HALF = Math.LN2;
const DROPS = [Math.LN10, HALF] as const;
/** Radius of the mark at the prior's peak. */
const PEAK = 3;
/** Points of a contour that no formula draws. */
const DIRECTIONS = 90;

/** Prior, likelihood and posterior over two weights, with the two peaks and the weights behind the data. */
export function beliefSvg(state: BeliefState, weighed: Weighed, label: string, language: Language): string {
	const plane = BELIEF_PLANE;
	const text = BELIEF_TEXT[language];
	const { likelihood, map, mle } = weighed;
	const below = [
		...DROPS.map((drop) => posteriorSvg(state, weighed, drop, 'shade tone-1')),
		...DROPS.map((drop) => ellipseSvg(plane, likelihood, 2 * drop, 'outline tone-3')),
		...DROPS.map((drop) => priorSvg(state, drop, 'outline dashed tone-2')),
	].join('');
	const published = weigh(PUBLISHED_BELIEF);
	const above = [
		`<g class="ghost">${posteriorSvg(PUBLISHED_BELIEF, published, HALF, 'outline tone-1')}${markSvg(plane, published.map, 'ring tone-1')}</g>`,
		markSvg(plane, [0, 0], 'mark tone-2', PEAK),
		markSvg(plane, TRUTH, 'ring'),
		markSvg(plane, mle, 'mark tone-3'),
		markSvg(plane, map, 'mark tone-1'),
		labelsSvg(
			plane,
			[
				{ at: map, text: text.map, names: 'toned tone-1' },
				{ at: mle, text: text.mle, names: 'toned tone-3' },
				{ at: TRUTH, text: text.truth },
				priorName(state, language),
				{ at: besideGrip(state), text: text.dragTau, names: 'toned tone-2 grip-label' },
			],
			[gripPlace(state), [0, 0]],
		),
	].join('');
	return planeSvg(plane, label, { below, above });
}

/** Where the prior is taken hold of: the top of its inner contour, as long as the picture has it. */
export const gripPlace = (state: BeliefState): Point => [
	0,
	Math.min(priorReach(state, HALF), BELIEF_PLANE.frame.y[1] - 0.08),
];

/** A grip is wider than a mark: words begin this far from it. */
const besideGrip = (state: BeliefState): Point => {
	const [x, y] = gripPlace(state);
	return [x + 0.1, y];
};

/** The prior's name, at the left end of its inner contour or, where that lies outside, at the edge. */
function priorName(state: BeliefState, language: Language) {
	const edge = BELIEF_PLANE.frame.x[0];
	const left = -priorReach(state, HALF);
	const { prior, priorBeyond } = BELIEF_TEXT[language];
	const at: Point = [Math.max(left, edge), 0];
	return { at, text: -left > BELIEF_PLANE.frame.x[1] ? priorBeyond : prior, names: 'toned tone-2' };
}

/** The distance from 0 of the contour on which the grip lies, for a place of the grip. */
export const GRIP_DROP = HALF;

function priorSvg(state: BeliefState, drop: number, names: string): string {
	const reach = priorReach(state, drop);
	if (state.prior === 'gaussian') {
		return ellipseSvg(BELIEF_PLANE, { curvature: [1, 0, 1], low: [0, 0] }, reach ** 2, names);
	}
	const corners: Point[] = [
		[reach, 0],
		[0, reach],
		[-reach, 0],
		[0, -reach],
	];
	return shapeSvg(BELIEF_PLANE, corners, names);
}

function posteriorSvg(state: BeliefState, { likelihood, map, lambda, height }: Weighed, drop: number, names: string) {
	if (state.prior === 'gaussian') {
		const posterior = { curvature: lift(likelihood.curvature, lambda), low: map };
		return ellipseSvg(BELIEF_PLANE, posterior, 2 * drop, names);
	}
	return shapeSvg(BELIEF_PLANE, contourOf(height, map, drop, DIRECTIONS), names);
}
