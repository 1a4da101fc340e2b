/** Characters that are laid out at a time. */
const BLOCK = 20_000;

/**
 * A text of any length in an element, in blocks of whole lines: a browser lays out those that are seen (`content-visibility`),
 * so that megabytes do not hold the page, and finds and copies all of them.
 */
export function fillInBlocks(element: HTMLElement, text: string): void {
	const blocks: HTMLElement[] = [];
	for (let from = 0; from < text.length; ) {
		const lineEnd = text.indexOf('\n', from + BLOCK);
		const to = lineEnd < 0 ? text.length : lineEnd + 1;
		blocks.push(Object.assign(document.createElement('span'), { textContent: text.slice(from, to) }));
		from = to;
	}
	element.replaceChildren(...blocks);
}
