import { recallOpen, rememberOpen } from '../state/folded.ts';

/**
 * The questions to open with: they fold when the reader folds them, and are remembered so. Nothing else folds them: the
 * page would move under the hand that has begun to drag.
 */
export function openStart(place: HTMLElement, signal: AbortSignal): void {
	place.addEventListener('toggle', () => rememberOpen('start', place.hasAttribute('open')), { signal });
	if (recallOpen('start') === false) place.removeAttribute('open');
}
