/** Calls once when an element comes near the screen, so that a page costs what is looked at. */
export function whenNear(element: Element, call: () => void, signal: AbortSignal): void {
	const observer = new IntersectionObserver(
		(entries) => {
			if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
			observer.disconnect();
			call();
		},
		{ rootMargin: '300px' },
	);
	observer.observe(element);
	signal.addEventListener('abort', () => observer.disconnect());
}
