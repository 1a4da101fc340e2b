import type { Point } from '../../../src/experiments/shared/plane.ts';
import { textWidth } from '../../charts/textWidth.ts';
import { escapeHtml } from '../../html/escapeHtml.ts';
import { tenth } from '../../html/tenth.ts';
import { type Plane, tickPlaces } from './planeSvg.ts';

/** What stands beside a point. */
interface PlaneLabel {
	at: Point;
	text: string;
	/** Classes, such as the tone of what it names. */
	names?: string;
}

interface Box {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** The size that a label may have, in units of the drawing: as on a small screen. */
const FONT = 17;
const LINE = 18;
/** From a point to the words beside it. */
const GAP = 10;
/** Half of a mark's box. */
const MARK = 8;

/** Directions in which words may stand from their point, the best first. */
const SIDES: readonly (readonly [right: number, down: number])[] = [
	[1, 0],
	[0, -1],
	[-1, 0],
	[0, 1],
	[1, -1],
	[1, 1],
	[-1, -1],
	[-1, 1],
];

/**
 * Words beside points. Each stands where it lies least over the words before it, over points, over the numbers of the axes and over the edge; the
 * first ones choose first.
 *
 * @param obstacles points that nothing should cover, beside those that have words
 */
export function labelsSvg(plane: Plane, labels: readonly PlaneLabel[], obstacles: readonly Point[] = []): string {
	const points = [...labels.map(({ at }) => at), ...obstacles].map((point) => plane.project(...point));
	const marks = [...points, ...tickPlaces(plane)].map(
		([x, y]): Box => ({ left: x - MARK, top: y - MARK, width: 2 * MARK, height: 2 * MARK }),
	);
	const taken: Box[] = [];
	return labels
		.map(({ at, text, names = '' }) => {
			const [x, y] = plane.project(...at);
			const width = textWidth(text, FONT) * 0.93; // the reader's face is narrower than the widest one
			const boxes = SIDES.map(([right, down]): Box => {
				const left = x + right * GAP - ((1 - right) / 2) * width;
				return { left, top: y + down * (right === 0 ? GAP + LINE / 2 : GAP + 2) - LINE / 2, width, height: LINE };
			});
			const costs = boxes.map(
				(box, i) => i * 4 + (outside(box, plane) + covered(box, taken)) * 4 + covered(box, marks),
			);
			const best = boxes[costs.indexOf(Math.min(...costs))];
			if (!best) return '';
			taken.push(best);
			const [right] = SIDES[boxes.indexOf(best)] ?? [0];
			const anchor = right > 0 ? 'start' : right < 0 ? 'end' : 'middle';
			const from = best.left + ((1 - right) / 2) * best.width;
			return `<text class="label ${names}" x="${tenth(from)}" y="${tenth(best.top + LINE * 0.75)}" text-anchor="${anchor}">${escapeHtml(text)}</text>`;
		})
		.join('');
}

const overlap = (a: Box, b: Box): number =>
	Math.max(0, Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)) *
	Math.max(0, Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top));

const covered = (box: Box, others: readonly Box[]): number =>
	others.reduce((sum, other) => sum + overlap(box, other), 0);

/** How much of a box lies outside of the picture. */
const outside = (box: Box, { width, height }: Plane): number =>
	box.width * box.height - overlap(box, { left: 0, top: 0, width, height });
