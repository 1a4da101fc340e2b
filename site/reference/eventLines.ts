/** Lines that the page keeps: the newest. */
const MOST_LINES = 500;

/** Adds what came as a line: when, which event, what it holds. A reader who looks at the end stays there. */
export function addEventLine(list: HTMLElement, passed: string, event: string, held: string): void {
	const isAtEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 4;
	const line = document.createElement('li');
	for (const word of [passed, event, held]) {
		line.append(Object.assign(document.createElement('span'), { textContent: word }));
	}
	list.append(line);
	if (list.childElementCount > MOST_LINES) list.firstElementChild?.remove();
	if (isAtEnd) list.scrollTop = list.scrollHeight;
}
