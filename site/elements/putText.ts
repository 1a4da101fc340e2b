/** Has an element say something, in the text node that it has: a new one would have its place laid out anew at every frame. */
export function putText(place: Element, said: string): void {
	const { firstChild } = place;
	if (firstChild instanceof Text && firstChild === place.lastChild) firstChild.data = said;
	else place.textContent = said;
}
