import { whenIdle } from './whenIdle.ts';
import { whenRead } from './whenRead.ts';

/** Most milliseconds that a piece waits for a moment without anything to do. */
const PATIENCE_MS = 500;

/**
 * Lays out, one after the other, what the stylesheet leaves until it comes near (`content-visibility`), once somebody
 * reads: the page opens at once, and no scrolling, searching or picture of it meets an estimate for long. One piece a
 * frame, when the browser has nothing else to do: two in one frame would keep a phone busy for too long. Whoever goes to
 * a place within the page, by a link or by coming back, has all of it at once, or the place would move away from them.
 *
 * @param unreadMs so long a page waits for a reader of whom it may hear nothing; a stylesheet that hides pieces needs it
 */
export function layOutInPieces(
	pieces: Iterable<HTMLElement>,
	signal: AbortSignal,
	unreadMs = Number.POSITIVE_INFINITY,
): void {
	const waiting = [...pieces];
	const layOutOne = () => {
		const piece = waiting.shift();
		if (piece) layOut(piece);
		return piece !== undefined;
	};
	const layOutAll = () => {
		while (layOutOne());
	};
	const next = () => {
		if (!signal.aborted && layOutOne()) requestAnimationFrame(() => whenIdle(next, PATIENCE_MS));
	};
	if (location.hash || isComingBack()) {
		layOutAll();
		return;
	}
	addEventListener(
		'click',
		({ target }) => {
			if (isLinkWithin(target)) layOutAll();
		},
		{ signal, capture: true },
	);
	whenRead(() => whenIdle(next, PATIENCE_MS), signal, unreadMs);
}

/**
 * Lays an element out, and leaves it to the stylesheet once its size is remembered (`contain-intrinsic-size: auto`): what
 * is out of sight then costs a frame nothing. It is marked (`data-laid-out`) for whoever waits for the whole page.
 */
function layOut(piece: HTMLElement): void {
	piece.style.contentVisibility = 'visible';
	const leave = () => {
		piece.style.removeProperty('content-visibility');
		piece.dataset.laidOut = '';
	};
	requestAnimationFrame(() => requestAnimationFrame(leave));
}

/** Whether the browser will scroll to where the reader was. */
const isComingBack = () =>
	performance
		.getEntriesByType('navigation')
		.some((entry) => (entry as PerformanceNavigationTiming).type !== 'navigate'); // entries of this kind are of this type

function isLinkWithin(target: EventTarget | null): boolean {
	const link = target instanceof Element ? target.closest('a') : null;
	return link !== null && link.hash !== '' && link.pathname === location.pathname;
}
