import type { Origin } from './state.ts';

/**
 * Says whose numbers the form holds, and folds away what is of other numbers: the card of the code beside a reader's own, the table
 * of before beside code that gives none. The form stays where it is under the hand of whoever works it.
 */
export function showOrigin(form: HTMLFormElement, origin: Origin): void {
	if (origin === form.dataset.origin) return;
	const converter = form.closest('lambda-converter');
	const before = form.getBoundingClientRect().top;
	form.dataset.origin = origin;
	converter?.removeAttribute('data-unfolded');
	for (const button of converter?.querySelectorAll('[data-part="unfold"]') ?? []) {
		button.setAttribute('aria-expanded', 'false');
	}
	if (!form.contains(document.activeElement)) return;
	scrollBy({ top: form.getBoundingClientRect().top - before, behavior: 'instant' });
}
