import { type Frame, projection } from '../../pictures/boundary/frame.ts';
import type { Point } from './rows.ts';

/** A pointer takes hold of an example that is not farther than this, in pixels. */
const REACH = 22;
/** How near to the edge of the plane an example may lie. */
const MARGIN = 0.05;

type Pointed = Pick<PointerEvent, 'clientX' | 'clientY'>;

/** The place in the plane under a pointer on a picture of it. */
export function pointAt({ x, y }: Frame, picture: HTMLElement, { clientX, clientY }: Pointed): Point {
	const { left, top, width, height } = picture.getBoundingClientRect();
	return within({ x, y }, [
		x[0] + ((clientX - left) / width) * (x[1] - x[0]),
		y[1] - ((clientY - top) / height) * (y[1] - y[0]),
	]);
}

/** The nearest place in a part of the plane, to a hundredth. */
export function within({ x, y }: Frame, [a, b]: Point): Point {
	const inside = (value: number, [low, high]: readonly [number, number]) =>
		Math.round(100 * Math.min(high - MARGIN, Math.max(low + MARGIN, value))) / 100;
	return [inside(a, x), inside(b, y)];
}

/** The example that a pointer takes hold of; null where none is near enough. */
export function nearestTo(
	X: readonly (readonly number[])[],
	frame: Frame,
	picture: HTMLElement,
	{ clientX, clientY }: Pointed,
): number | null {
	const plane = projection(frame);
	const { left, top, width, height } = picture.getBoundingClientRect();
	const distances = X.map(([a = 0, b = 0]) => {
		const [x, y] = plane.project(a, b);
		return Math.hypot(left + (x / plane.width) * width - clientX, top + (y / plane.height) * height - clientY);
	});
	const least = Math.min(...distances);
	return least <= REACH ? distances.indexOf(least) : null;
}
