/**
 * Lays out, one after the other while the browser has nothing to do, what the stylesheet leaves until it comes near
 * (`content-visibility`): the page opens at once, and no scrolling, searching or picture of it meets an estimate.
 */
export function layOutInPieces(sections: Iterable<HTMLElement>): void {
	const waiting = [...sections];
	const later = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 50));
	const next = () => {
		const section = waiting.shift();
		if (!section) return;
		section.style.contentVisibility = 'visible';
		later(next);
	};
	later(next);
}
