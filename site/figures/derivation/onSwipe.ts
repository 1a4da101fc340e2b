/** Pixels sideways that are a swipe and no tap. */
const FAR = 40;

/** Hears of swipes across an element: 1 for one to the left, which leads on, −1 for one to the right. */
export function onSwipe(element: HTMLElement, swiped: (direction: 1 | -1) => void, signal: AbortSignal): void {
	let from: { x: number; y: number } | null = null;
	element.addEventListener(
		'pointerdown',
		({ clientX, clientY, pointerType, target }) => {
			// A line that is wider than the screen scrolls under the finger instead.
			const box = target instanceof Element ? target.closest('.display-formula') : null;
			const scrolls = box !== null && box.scrollWidth > box.clientWidth;
			from = pointerType === 'mouse' || scrolls ? null : { x: clientX, y: clientY };
		},
		{ signal },
	);
	element.addEventListener(
		'pointerup',
		({ clientX, clientY }) => {
			const [x, y] = from ? [clientX - from.x, clientY - from.y] : [0, 0];
			from = null;
			if (Math.abs(x) > FAR && Math.abs(x) > 2 * Math.abs(y)) swiped(x < 0 ? 1 : -1);
		},
		{ signal },
	);
	element.addEventListener(
		'pointercancel',
		() => {
			from = null;
		},
		{ signal },
	);
}
