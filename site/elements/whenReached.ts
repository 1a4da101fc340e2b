/** Calls once when a hand comes to an element, by pointer or by keyboard: what only a hand can use costs nothing before. */
export function whenReached(element: HTMLElement, call: () => void, signal: AbortSignal): void {
	const isReached = new AbortController();
	const either = AbortSignal.any([signal, isReached.signal]);
	for (const event of ['pointerover', 'focusin']) {
		element.addEventListener(
			event,
			() => {
				isReached.abort();
				call();
			},
			{ signal: either },
		);
	}
}
