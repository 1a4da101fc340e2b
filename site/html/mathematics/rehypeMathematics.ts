/** A plugin of rehype: the formulas that remark-math found in a text, as MathML. */
import { element, type MathElement, type MathText, text } from './element.ts';
import { mathMl } from './mathMl.ts';

/** What is looked at of a node of hast. */
export interface Node {
	type: string;
	tagName?: string;
	value?: string;
	properties?: { className?: readonly string[] };
	children?: (Node | MathElement | MathText)[];
}

export function rehypeMathematics() {
	return (tree: Node): void => replaceIn(tree);
}

function replaceIn(parent: Node): void {
	if (!parent.children) return;
	const children = parent.children.map((child) => {
		const node = child as Node; // nothing is MathML yet below a node that is visited once
		// A display is a code block: `<pre><code class="language-math math-display">`.
		const code = node.tagName === 'pre' ? (node.children?.[0] as Node | undefined) : node;
		const classes = code?.properties?.className ?? [];
		if (code?.tagName === 'code' && classes.includes('language-math'))
			return mathMl(textOf(code), { display: classes.includes('math-display') });
		replaceIn(node);
		return node;
	});
	parent.children = children.flatMap((child, index) =>
		withMark(child as Node, children[index + 1] as Node | undefined),
	);
}

/** Marks that no line begins with. A browser would break between a formula, which is a box to it, and the mark behind. */
const MARKS = /^[，。；：、？！）”’》.,;:?!)\]]+/;

/** A formula within a line together with the marks behind it, which are taken from the text that follows. */
function withMark(node: Node, next: Node | undefined): (Node | MathElement)[] {
	const [marks] = (node.tagName === 'math' && next?.type === 'text' && MARKS.exec(next.value ?? '')) || [];
	if (!marks || !next?.value) return [node];
	next.value = next.value.slice(marks.length);
	return [element('span', { class: 'unbroken' }, [node as MathElement, text(marks)])];
}

const textOf = ({ value, children = [] }: Node): string =>
	value ?? children.map((child) => textOf(child as Node)).join('');
