import { unbroken } from '../html/unbroken.ts';

/**
 * Has an element say something, with no line that ends within a formula, in the text node that it has: a new one would have its place
 * laid out anew at every frame, and so would the same words said again.
 */
export function putText(place: Element, said: string): void {
	const { firstChild } = place;
	const whole = unbroken(said);
	if (!(firstChild instanceof Text && firstChild === place.lastChild)) place.textContent = whole;
	else if (firstChild.data !== whole) firstChild.data = whole;
}
