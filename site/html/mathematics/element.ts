/** Elements as rehype has them (hast), which is also all that writing MathML needs. */

import { escapeHtml } from '../escapeHtml.ts';

export interface MathText {
	type: 'text';
	value: string;
}

export interface MathElement {
	type: 'element';
	tagName: string;
	properties: Record<string, string>;
	children: (MathElement | MathText)[];
}

export const element = (
	tagName: string,
	properties: Record<string, string>,
	children: (MathElement | MathText)[],
): MathElement => ({ type: 'element', tagName, properties, children });

export const text = (value: string): MathText => ({ type: 'text', value });

/** An element as markup. */
export function markup(node: MathElement | MathText): string {
	if (node.type === 'text') return escapeHtml(node.value);
	const attributes = Object.entries(node.properties).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
	return `<${node.tagName}${attributes.join('')}>${node.children.map(markup).join('')}</${node.tagName}>`;
}
