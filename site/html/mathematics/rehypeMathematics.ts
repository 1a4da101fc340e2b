/** A plugin of rehype: the formulas that remark-math found in a text, as MathML. */
import type { MathElement, MathText } from './element.ts';
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
	parent.children = parent.children.map((child) => {
		const node = child as Node; // nothing is MathML yet below a node that is visited once
		// A display is a code block: `<pre><code class="language-math math-display">`.
		const code = node.tagName === 'pre' ? (node.children?.[0] as Node | undefined) : node;
		const classes = code?.properties?.className ?? [];
		if (code?.tagName === 'code' && classes.includes('language-math'))
			return mathMl(textOf(code), { display: classes.includes('math-display') });
		replaceIn(node);
		return node;
	});
}

const textOf = ({ value, children = [] }: Node): string =>
	value ?? children.map((child) => textOf(child as Node)).join('');
