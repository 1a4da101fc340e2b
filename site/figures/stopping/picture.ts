import type { Point } from '../../../src/experiments/shared/plane.ts';
import type { Language } from '../../../src/language.ts';
import { escapeHtml } from '../../html/escapeHtml.ts';
import { tenth } from '../../html/tenth.ts';
import { labelsSvg } from '../../pictures/plane/labels.ts';
import { ellipseSvg, lineSvg, markSvg, planeOf, planeSvg } from '../../pictures/plane/planeSvg.ts';
import { STOPPING_TEXT } from '../../text/figures/stopping.ts';
import {
	DATA_BOWL,
	descend,
	PUBLISHED_STOPPING,
	ridgeAt,
	riskOfRidge,
	riskOfStopping,
	STEP_STOPS,
	type Stopped,
	type StoppingState,
	stopAt,
	TRUTH,
} from './model.ts';

export const STOPPING_PLANE = planeOf({ x: [-0.7, 4.1], y: [-0.75, 2.75] });

const FLAT = 0.1;
/** Half-widths of the contours along the flat axis of the bowl, whose curvature is a tenth. */
const WIDTHS = [7, 5.5, 4.2, 3.1, 2.1, 1.2, 0.5];

const LAST = STEP_STOPS[STEP_STOPS.length - 1] ?? 1;
/** Steps at which the paths are drawn, as even on a logarithmic scale as the paths are. */
const MOMENTS = Array.from({ length: 120 }, (_, i) => 0.2 * (LAST / 0.2) ** (i / 119));

/** Gradient descent's path and ridge's over the bowl, and where each is now. */
export function stoppingSvg({ stopped, ridge }: Stopped, label: string, language: Language): string {
	const plane = STOPPING_PLANE;
	const text = STOPPING_TEXT[language];
	const origin: Point = [0, 0];
	const walked = [origin, ...MOMENTS.map(descend)];
	const below = WIDTHS.map((width) => ellipseSvg(plane, DATA_BOWL, FLAT * width ** 2, 'contour')).join('');
	const published = stopAt(PUBLISHED_STOPPING);
	const above = [
		lineSvg(plane, [origin, ...MOMENTS.map(ridgeAt)], 'path tone-2 dashed'),
		lineSvg(plane, walked, 'path tone-1'),
		`<g class="ghost">${markSvg(plane, published.stopped, 'ring tone-1')}${markSvg(plane, published.ridge, 'ring tone-2')}</g>`,
		lineSvg(plane, [stopped, ridge], 'path'),
		markSvg(plane, DATA_BOWL.low, 'ring'),
		markSvg(plane, TRUTH, 'ring truth'),
		markSvg(plane, ridge, 'mark tone-2'),
		markSvg(plane, stopped, 'mark tone-1'),
		labelsSvg(
			plane,
			[
				{ at: DATA_BOWL.low, text: text.data },
				{ at: TRUTH, text: text.truth },
				{ at: stopped, text: text.stopped, names: 'toned tone-1' },
				{ at: ridge, text: text.ridge, names: 'toned tone-2' },
				{ at: origin, text: text.start },
			],
			walked.filter((_, i) => i % 8 === 0),
		),
	].join('');
	return planeSvg(plane, label, { below, above });
}

const WIDTH = 400;
const HEIGHT = 190;
const GROUND = HEIGHT - 26;
const TOP = 26;

const across = (steps: number) => 8 + ((WIDTH - 16) * Math.log(steps)) / Math.log(LAST);
/** Errors at the bottom and at the top of the picture, whose scale is logarithmic. */
const [LEAST, MOST] = [0.2, 8] as const;
const up = (risk: number) => GROUND - ((GROUND - TOP) * Math.log(risk / LEAST)) / Math.log(MOST / LEAST);

/** The risks of both over the steps, with the present ones. */
export function riskSvg({ steps }: StoppingState, label: string, language: Language): string {
	const text = STOPPING_TEXT[language];
	const curve = (risk: (steps: number) => number) =>
		`M${MOMENTS.filter((moment) => moment >= 1)
			.map((moment) => `${tenth(across(moment))} ${tenth(up(risk(moment)))}`)
			.join('L')}`;
	const mark = (risk: (steps: number) => number, names: string) =>
		`<circle class="${names}" cx="${tenth(across(steps))}" cy="${tenth(up(risk(steps)))}" r="5.5"/>`;
	return [
		`<svg class="plane" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(label)}">`,
		`<path class="axis" d="M0 ${GROUND}H${WIDTH}M${tenth(across(steps))} ${TOP}V${GROUND}"/>`,
		...[1, 10, 100, 1000].map(
			(n) =>
				`<text class="tick" x="${tenth(across(n))}" y="${HEIGHT - 8}" text-anchor="${n === 1 ? 'start' : 'middle'}">${n === 1000 ? text.thousand : n}</text>`,
		),
		`<path class="path tone-2 dashed" d="${curve(riskOfRidge)}"/>`,
		`<path class="path tone-1" d="${curve(riskOfStopping)}"/>`,
		mark(riskOfRidge, 'mark tone-2'),
		mark(riskOfStopping, 'mark tone-1'),
		`<text class="tick" x="${WIDTH - 8}" y="16" text-anchor="end">${text.risk}</text>`,
		'</svg>',
	].join('');
}
