/** What a page hears of once somebody reads it. */
const SIGNS = ['scroll', 'wheel', 'pointerdown', 'pointermove', 'keydown', 'focusin'] as const;

/** Calls once at the first sign that somebody reads the page, or after so many milliseconds: a screen reader gives none. */
export function whenRead(call: () => void, signal: AbortSignal, unreadMs: number): void {
	const begun = new AbortController();
	const either = AbortSignal.any([signal, begun.signal]);
	const begin = () => {
		begun.abort();
		call();
	};
	const heard = ({ type, target }: Event) => {
		if (type !== 'scroll' || target === document) begin(); // a script scrolls a list, a reader the page
	};
	for (const sign of SIGNS) addEventListener(sign, heard, { signal: either, passive: true, capture: true });
	if (!Number.isFinite(unreadMs)) return;
	const timer = setTimeout(begin, unreadMs);
	either.addEventListener('abort', () => clearTimeout(timer));
}
