/**
 * Has an element say something, in the text node that it has: a new one would have its place
 * laid out anew at every frame, and so would the same words said again.
 */
export function putText(place: Element, said: string): void {
	const { firstChild } = place;
	if (!(firstChild instanceof Text && firstChild === place.lastChild)) place.textContent = said;
	else if (firstChild.data !== said) firstChild.data = said;
}
