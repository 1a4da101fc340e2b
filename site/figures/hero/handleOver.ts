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
		Object.assign(handle.style, {
			left: `${inner.left - outer.left + box.scrollLeft}px`,
			top: `${inner.top - outer.top}px`,
			width: `${inner.width}px`,
			height: `${inner.height}px`,
		});
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
