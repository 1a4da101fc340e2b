/** Calls once the whole page has been read: an element that is alive earlier finds what stands below it only then. */
export function whenParsed(page: Document, signal: AbortSignal, call: () => void): void {
	if (page.readyState === 'loading') page.addEventListener('DOMContentLoaded', call, { once: true, signal });
	else call();
}
