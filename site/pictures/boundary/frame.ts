import { tenth } from '../../html/tenth.ts';

/** The part of the input plane that a panel shows. */
export interface Frame {
	x: readonly [number, number];
	y: readonly [number, number];
}

/** Width of every panel in its own units. */
const WIDTH = 400;

/** How the plane lies in a drawing: one scale for both axes, y upwards. */
export interface Projection {
	width: number;
	height: number;
	/** Input coordinates to drawing coordinates, rounded to a tenth. */
	project: (x: number, y: number) => readonly [number, number];
}

export function projection({ x: [left, right], y: [bottom, top] }: Frame): Projection {
	const scale = WIDTH / (right - left);
	return {
		width: WIDTH,
		height: tenth((top - bottom) * scale),
		project: (x, y) => [tenth((x - left) * scale), tenth((top - y) * scale)],
	};
}
