import { holdPlace } from '../../elements/holdPlace.ts';
import { projection } from '../../pictures/boundary/frame.ts';
import { WINDOW } from '../thirtyMoons.ts';

type Point = readonly [number, number];

interface Holding {
	/** The box of the plane. */
	box: HTMLElement;
	/** Where the points lie now. */
	points: () => readonly Point[];
	/** The reader has moved one. */
	moved: (index: number, to: Point, event: Event) => void;
	/** What a screen reader says of one. */
	say: (index: number) => string;
	signal: AbortSignal;
}

/** A pointer takes hold of a point that is not farther than this, in pixels. */
const REACH = 26;
/** How far an arrow key moves a point, in units of the plane. */
const STEP = 0.05;
/** Points stay this far within the plane, so that their marks are whole. */
const MARGIN = 0.06;
const DECIMALS = 100;

/**
 * One grip for all points of a plane, so that a keyboard passes the picture in one stop. The pointer's nearest point gets
 * it; on a keyboard `[` and `]` or the Page keys take it from point to point, and the arrow keys move the point.
 */
export class PointGrip {
	readonly #grip: HTMLElement;
	readonly #holding: Holding;
	#index: number;
	/** From the point to the pointer that took hold of it, as shares of the box. */
	#offset: Point = [0, 0];

	constructor(grip: HTMLElement, first: number, holding: Holding) {
		this.#grip = grip;
		this.#index = first;
		this.#holding = holding;
		this.#bind();
	}

	/** Puts the grip where its point lies. */
	place(): void {
		const [x, y] = shareOf(this.#point(this.#index));
		this.#grip.style.left = `${x * 100}%`;
		this.#grip.style.top = `${y * 100}%`;
		this.#grip.setAttribute('aria-valuemin', '1');
		this.#grip.setAttribute('aria-valuemax', String(this.#holding.points().length));
		this.#grip.setAttribute('aria-valuenow', String(this.#index + 1));
		this.#grip.setAttribute('aria-valuetext', this.#holding.say(this.#index));
		this.#grip.hidden = false;
	}

	#bind(): void {
		const { box, signal } = this.#holding;
		this.#grip.addEventListener('keydown', (event) => this.#chooseByKey(event), { signal });
		box.addEventListener('pointerdown', (event) => this.#take(event), { signal });
		box.addEventListener('pointermove', (event) => this.#hover(event), { signal });
		// A finger on a point drags it; anywhere else it scrolls the page.
		box.addEventListener('touchstart', (event) => this.#keepTouch(event), { signal, passive: false });
		holdPlace(this.#grip, {
			box,
			move: ({ x, y }, event) => this.#moveTo([x - this.#offset[0], y - this.#offset[1]], event),
			step: (right, up, event) => {
				const [x, y] = this.#point(this.#index);
				this.#move([x + right * STEP, y + up * STEP], event);
			},
			signal,
		});
	}

	#chooseByKey(event: KeyboardEvent): void {
		const by = { '[': -1, ']': 1, PageUp: -1, PageDown: 1 }[event.key];
		if (by === undefined) return;
		event.preventDefault();
		event.stopImmediatePropagation(); // a Page key moves nothing here
		const count = this.#holding.points().length;
		this.#index = (this.#index + by + count) % count;
		this.place();
	}

	#take(event: PointerEvent): void {
		const near = this.#nearest(event);
		if (near === null || event.button !== 0) return;
		event.preventDefault();
		this.#index = near;
		this.place();
		const [x, y] = shareOf(this.#point(near));
		const { left, top, width, height } = this.#holding.box.getBoundingClientRect();
		this.#offset = [(event.clientX - left) / width - x, (event.clientY - top) / height - y];
		this.#grip.setPointerCapture(event.pointerId);
		this.#grip.focus({ preventScroll: true });
	}

	#hover(event: PointerEvent): void {
		if (event.pointerType !== 'mouse' || event.buttons !== 0 || this.#grip === document.activeElement) return;
		const near = this.#nearest(event);
		if (near === null || near === this.#index) return;
		this.#index = near;
		this.place();
	}

	#keepTouch(event: TouchEvent): void {
		const [touch] = event.touches;
		if (touch && event.touches.length === 1 && this.#nearest(touch) !== null) event.preventDefault();
	}

	#nearest({ clientX, clientY }: { clientX: number; clientY: number }): number | null {
		const { left, top, width, height } = this.#holding.box.getBoundingClientRect();
		const distances = this.#holding.points().map((point) => {
			const [x, y] = shareOf(point);
			return Math.hypot(left + x * width - clientX, top + y * height - clientY);
		});
		const least = Math.min(...distances);
		return least <= REACH ? distances.indexOf(least) : null;
	}

	#moveTo([x, y]: Point, event: Event): void {
		const {
			x: [left, right],
			y: [bottom, top],
		} = WINDOW;
		this.#move([left + x * (right - left), top - y * (top - bottom)], event);
	}

	#move([x, y]: Point, event: Event): void {
		const to = [within(x, WINDOW.x), within(y, WINDOW.y)] as const;
		const [fromX, fromY] = this.#point(this.#index);
		if (to[0] !== fromX || to[1] !== fromY) this.#holding.moved(this.#index, to, event);
	}

	#point(index: number): Point {
		return this.#holding.points()[index] ?? [0, 0];
	}
}

const within = (value: number, [low, high]: Point): number =>
	Math.round(Math.min(high - MARGIN, Math.max(low + MARGIN, value)) * DECIMALS) / DECIMALS;

const PLANE = projection(WINDOW);

/** Where a point lies in the box, from its left and its top. */
function shareOf([a, b]: Point): Point {
	const [x, y] = PLANE.project(a, b);
	return [x / PLANE.width, y / PLANE.height];
}
