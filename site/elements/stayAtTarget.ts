/** What a reader does who goes elsewhere. */
const SIGNS = ['wheel', 'pointerdown', 'keydown'] as const;
/** After so many frames in which nothing moved, the page has its sizes. */
const STILL_FRAMES = 10;

/**
 * Keeps the place that the address names at the top of the page while what stands above it gets its own size
 * (`content-visibility`), until nothing moves any more or somebody reads.
 */
export function stayAtTarget(signal: AbortSignal): void {
	const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
	if (!target) return;
	const staying = new AbortController();
	const either = AbortSignal.any([signal, staying.signal]);
	for (const sign of SIGNS) addEventListener(sign, () => staying.abort(), { signal: either, passive: true });
	let last = Number.NaN;
	let still = 0;
	const stay = () => {
		if (either.aborted) return;
		still = target.getBoundingClientRect().top === last ? still + 1 : 0;
		if (still === 0) target.scrollIntoView();
		last = target.getBoundingClientRect().top;
		if (still < STILL_FRAMES) requestAnimationFrame(stay);
		else staying.abort();
	};
	stay();
}
