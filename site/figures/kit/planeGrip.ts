import type { Point } from '../../../src/experiments/shared/plane.ts';
import { holdPlace } from '../../elements/holdPlace.ts';
import type { Plane } from '../../pictures/plane/planeSvg.ts';

interface PlaneGrip {
	plane: Plane;
	/** Where the grip is now: arrow keys go on from there. */
	now: () => Point;
	/** How far an arrow key goes; what is dragged lands on multiples of half of it. */
	step: number;
	move: (point: Point, event: Event) => void;
	signal: AbortSignal;
}

/** Makes a button a grip on a plane, moved in both directions by pointer or arrow keys. It is shown where `showGrip` puts it. */
export function bindPlaneGrip(grip: HTMLElement, { plane, now, step, move, signal }: PlaneGrip): void {
	const { x, y } = plane.frame;
	const within = (value: number, [from, to]: readonly [number, number]) => Math.min(to, Math.max(from, value));
	/** Without the last digits of 0.30000000000000004. */
	const land = (value: number) => Number((Math.round((2 * value) / step) * (step / 2)).toFixed(6));
	const go = (point: Point, event: Event) => move([land(within(point[0], x)), land(within(point[1], y))], event);
	holdPlace(grip, {
		box: grip.parentElement ?? grip,
		move: (place, event) => go([x[0] + place.x * (x[1] - x[0]), y[1] - place.y * (y[1] - y[0])], event),
		step: (right, up, event) => go([now()[0] + right * step, now()[1] + up * step], event),
		signal,
	});
}

/** Puts a grip on a point of its plane, and says where that is. */
export function showGrip(grip: HTMLElement, plane: Plane, [x, y]: Point, said: string): void {
	const [left, top] = plane.project(x, y);
	grip.hidden = false;
	grip.style.left = `${(100 * left) / plane.width}%`;
	grip.style.top = `${(100 * top) / plane.height}%`;
	grip.setAttribute('aria-valuenow', String(x));
	grip.setAttribute('aria-valuetext', said);
}
