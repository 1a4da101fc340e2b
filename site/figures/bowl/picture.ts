import { distance, type Point } from '../../../src/experiments/shared/plane.ts';
import type { Language } from '../../../src/language.ts';
import { labelsSvg } from '../../pictures/plane/labels.ts';
import { ellipseSvg, lineSvg, markSvg, planeOf, planeSvg, shapeSvg } from '../../pictures/plane/planeSvg.ts';
import { BOWL_TEXT } from '../../text/figures/bowl.ts';
import { LEVELS } from './contours.ts';
import { type BowlState, PUBLISHED_BOWL, WAYS, type Walked, type Way, walkAll } from './model.ts';

export const BOWL_PLANE = planeOf({ x: [-2.8, 4.3], y: [-2.5, 3] });

/** From one point of a path that words should not cover to the next. */
const APART = 0.2;

/** The line of each way; SGD + decay lies as dashes on SGD + L2. */
export const TONES: Record<Way, string> = {
	'sgd-l2': 'tone-1',
	'sgd-decay': 'tone-2 dashed',
	'adam-l2': 'tone-3',
	adamw: 'tone-4',
};

/** Steps that are all drawn; of those after them, which are short, one in so many. */
const DRAWN = 400;
const EVERY = 10;

const pathSvg = (path: readonly Point[], names: string): string =>
	lineSvg(
		BOWL_PLANE,
		path.filter((_, step) => step < DRAWN || step % EVERY === 0 || step === path.length - 1),
		`path ${names}`,
	);

let ghost: string | null = null;
/** What was published, drawn once. */
function ghostSvg(): string {
	if (ghost !== null) return ghost;
	const { paths } = walkAll(PUBLISHED_BOWL);
	ghost = `<g class="ghost">${WAYS.map((way) => pathSvg(paths[way], TONES[way])).join('')}</g>`;
	return ghost;
}

/** The bowl from above, with the paths as far as they are walked, where they end, and what was published as a ghost. */
export function bowlSvg(state: BowlState, walked: Walked, label: string, language: Language): string {
	const plane = BOWL_PLANE;
	const text = BOWL_TEXT[language];
	const { bowl, paths, ridge, boxed, isTight } = walked;
	const wall = 1 / state.decay;
	const box: Point[] = [
		[-wall, -wall],
		[wall, -wall],
		[wall, wall],
		[-wall, wall],
	];
	const isNarrow = wall < plane.frame.x[1];
	const start: Point = [state.w1, state.w2];
	const order = [...WAYS].sort((a, b) => Number(a === state.way) - Number(b === state.way));
	const heads = order.map((way) => markSvg(plane, paths[way].at(-1) ?? start, `mark ${TONES[way].split(' ')[0]}`));
	const below = [
		...LEVELS.map((level) => ellipseSvg(plane, bowl, level, 'contour')),
		isNarrow ? shapeSvg(plane, box, 'outline dotted tone-4') : '',
	].join('');
	const above = [
		ghostSvg(),
		...order.map((way) => pathSvg(paths[way], `${TONES[way]}${way === state.way ? ' thick' : ''}`)),
		markSvg(plane, bowl.low, 'ring'),
		markSvg(plane, ridge, 'ring'),
		isTight ? markSvg(plane, boxed, 'ring tone-4') : '',
		...heads,
		markSvg(plane, start, 'mark'),
		labelsSvg(
			plane,
			[
				{ at: start, text: text.start },
				{ at: ridge, text: text.ridge },
				{ at: bowl.low, text: text.low },
				...(isNarrow ? [{ at: boxName(wall), text: text.box(wall), names: 'toned tone-4' }] : []),
			],
			order.flatMap((way) => nearby(paths[way])),
		),
	].join('');
	return planeSvg(plane, label, { below, above });
}

/** Where the box has its name: at its lower left corner, or at the right wall where that is all that the picture has of it. */
function boxName(wall: number): Point {
	const { x, y } = BOWL_PLANE.frame;
	return wall < Math.min(-x[0], -y[0]) ? [-wall, -wall] : [wall, y[0] + 0.4];
}

/** Points along a path, which words should not cover. */
function nearby(path: readonly Point[]): Point[] {
	const kept: Point[] = [];
	for (const point of path) {
		const last = kept.at(-1);
		if (!last || distance(point, last) > APART) kept.push(point);
	}
	return kept;
}
