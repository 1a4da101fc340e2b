/** A place on a picture, as shares of its box from the left and from the top, 0 to 1. */
interface Place {
	x: number;
	y: number;
}

interface Holding {
	/** The picture on which the handle moves. */
	box: Element;
	/** The reader has dragged the handle to a place, or tapped it. */
	move: (place: Place, event: PointerEvent) => void;
	/** The reader has pressed an arrow key: so many steps to the right and upwards, ten at a time with Shift. */
	step: (right: number, up: number, event: KeyboardEvent) => void;
	signal: AbortSignal;
}

/** Steps of one press with Shift, or of a Page key. */
const LARGE = 10;

const ARROWS: Readonly<Record<string, readonly [right: number, up: number]>> = {
	ArrowRight: [1, 0],
	ArrowLeft: [-1, 0],
	ArrowUp: [0, 1],
	ArrowDown: [0, -1],
	PageUp: [0, LARGE],
	PageDown: [0, -LARGE],
};

/**
 * Makes an element a handle on a picture: mouse, pen and finger drag it, arrow keys move it while it has the focus. The
 * element says by itself what it is (`role`, `aria-valuetext`), and has `touch-action: none` in its style.
 */
export function holdPlace(handle: HTMLElement | SVGElement, { box, move, step, signal }: Holding): void {
	const drag = (event: PointerEvent) => {
		const { left, top, width, height } = box.getBoundingClientRect();
		const share = (offset: number, size: number) => Math.min(1, Math.max(0, offset / size));
		move({ x: share(event.clientX - left, width), y: share(event.clientY - top, height) }, event);
	};
	const listen = <Name extends keyof GlobalEventHandlersEventMap>(
		name: Name,
		heard: (event: GlobalEventHandlersEventMap[Name]) => void,
	) => handle.addEventListener(name, heard as EventListener, { signal });
	listen('pointerdown', (event) => {
		if (event.button !== 0) return;
		event.preventDefault(); // no text is selected
		handle.setPointerCapture(event.pointerId);
		handle.focus({ preventScroll: true });
	});
	listen('pointermove', (event) => {
		if (handle.hasPointerCapture(event.pointerId)) drag(event);
	});
	listen('keydown', (event) => {
		const arrow = ARROWS[event.key];
		if (!arrow || event.altKey || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		const times = event.shiftKey ? LARGE : 1;
		step(arrow[0] * times, arrow[1] * times, event);
	});
}
