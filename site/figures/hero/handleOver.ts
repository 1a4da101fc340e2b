/** Pixels that a finger needs at least. */
const LEAST = 26;

/** Which share of what a letter lacks lies to its left and above it, so that no handle covers its neighbour. */
const GROWS: Readonly<Record<string, readonly [left: number, up: number]>> = {
	lambda: [0.5, 1],
	two: [1, 0],
	m: [0, 0],
};

/**
 * An element over a letter of a formula that can be worked with. A formula is one thing to whoever hears it: nothing in
 * it may be a slider. So the letter stays, and the handle lies over it, in the same box, and goes where the letter goes.
 */
export function handleOver(letter: HTMLElement, signal: AbortSignal): HTMLElement {
	const name = letter.dataset.equationHandle ?? '';
	const box = letter.closest<HTMLElement>('.display-formula');
	if (!box) throw new Error(`the handle "${name}" stands in no formula of its own line`);
	const handle = document.createElement('span');
	handle.className = 'equation-handle';
	handle.dataset.equationHandle = name;
	delete letter.dataset.equationHandle;
	box.append(handle);
	const place = () => {
		const [outer, inner] = [box.getBoundingClientRect(), letter.getBoundingClientRect()];
		const { wider, higher } = { wider: Math.max(0, LEAST - inner.width), higher: Math.max(0, LEAST - inner.height) };
		const [toLeft, upwards] = [wider * (GROWS[name]?.[0] ?? 0), higher * (GROWS[name]?.[1] ?? 0)];
		const sizes = {
			left: inner.left - outer.left + box.scrollLeft - toLeft,
			top: inner.top - outer.top - upwards,
			width: inner.width + wider,
			height: inner.height + higher,
			'--letter-left': toLeft,
			'--letter-top': upwards,
			'--letter-width': inner.width,
			'--letter-height': inner.height,
		};
		for (const [property, pixels] of Object.entries(sizes)) handle.style.setProperty(property, `${pixels}px`);
	};
	const observer = new ResizeObserver(place);
	observer.observe(box);
	void document.fonts.ready.then(place);
	signal.addEventListener('abort', () => {
		observer.disconnect();
		handle.remove();
		letter.dataset.equationHandle = name;
	});
	return handle;
}
