/** Line by line, each kept as long as it was, so that every place stays where it is. */
const byLine = (text: string, keep: (line: string) => string | null) =>
	text
		.split('\n')
		.map((line) => keep(line) ?? ' '.repeat(line.length))
		.join('\n');

/**
 * The code of a text that holds more than code, in its place: the cells of a notebook (`.ipynb`), what a diff leaves, what follows the
 * prompts of a session.
 */
export function codeWithin(text: string): string {
	if (/^\s*\{[\s\S]*"cell_type": *"/.test(text.slice(0, 4000))) return cellsOf(text);
	const isSigned = /^\+/m.test(text) && /^-/m.test(text) && !/^[^ +\n-]/m.test(text); // a part of one, without its `@@`
	if (isSigned || /^(diff --git |@@ -\d)/m.test(text))
		return byLine(text, (line) => (/^[ +](?!\+\+ )/.test(line) ? ` ${line.slice(1)}` : null));
	let isEcho = false;
	return byLine(text, (line) => {
		if (/^(>>>|\.\.\.)( |$)/.test(line)) isEcho = true;
		else {
			isEcho &&= line.trim() !== ''; // an echo ends where its lines do
			return isEcho ? null : line;
		}
		return `   ${line.slice(3)}`;
	});
}

/** The lines of code cells, whose strings stand on a line each. */
function cellsOf(text: string): string {
	let [isCode, isSource] = [false, false];
	return byLine(text, (line) => {
		const kind = /"cell_type": *"(\w+)"/.exec(line)?.[1];
		if (kind) isCode = kind === 'code';
		if (/^\s*"source": *\[\s*$/.test(line)) isSource = true;
		else if (/^\s*\]/.test(line)) isSource = false;
		const [, indent = '', code] = (isCode && isSource && /^(\s*)"(.*?)(\\n)?",?\s*$/.exec(line)) || [];
		if (code === undefined) return null;
		let isOpen = false;
		// A quote takes the place of its escape on the side that is not within.
		const read = code.replace(/\\(.)/g, (whole, one: string) => {
			if (one !== '"') return one === 't' ? '  ' : whole;
			isOpen = !isOpen;
			return isOpen ? ' "' : '" ';
		});
		return `${indent} ${read}`.padEnd(line.length);
	});
}
