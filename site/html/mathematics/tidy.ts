/**
 * What MathML of Temml lacks to look as TeX sets it, said in attributes that all browsers know:
 *
 *  - rows of one element, which only cost elements, go;
 *  - an exponent of |…| or (…) stands at the closing bar, as in TeX, and not above all that the bars enclose;
 *  - fences stand at what they enclose, and relations within an exponent, or above or below a sum, stand close, as in i=1;
 *  - an accent is called one, so that it is not set as small as a limit;
 *  - a part with a handle becomes HTML in `<mtext>`, which can be focused and can have a role.
 */
import { element, type MathElement, type MathText, text } from './element.ts';
import { italic } from './italic.ts';

type Node = MathElement | MathText;

/** Elements whose children but the first are set smaller. */
const WITH_SCRIPTS = new Set(['msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover']);

export const tidy = (nodes: readonly Node[]): Node[] =>
	rowOf(nodes.map((node) => tidyNode(node, false))).flatMap((node) => (isBareRow(node) ? node.children : [node]));

function tidyNode(node: Node, isScript: boolean): Node {
	if (node.type === 'text') return node;
	const { tagName } = node;
	const children = node.children.map((child, index) =>
		tidyNode(child, isScript || (WITH_SCRIPTS.has(tagName) && index > 0)),
	);
	const properties = { ...node.properties };
	if (tagName === 'mo' && (isScript || properties.fence === 'true'))
		Object.assign(properties, { lspace: '0', rspace: '0' });
	if (tagName === 'mover' && isAccent(children[1])) properties.accent = 'true';
	if (properties['data-equation-handle'] !== undefined) return handle(tagName, properties, children);
	if (tagName !== 'mrow') return element(tagName, properties, children);
	const row = rowOf(children);
	return row.length === 1 && row[0] && Object.keys(properties).length === 0
		? row[0]
		: element(tagName, properties, row);
}

/** Puts exponents of fenced rows to the closing fence, and takes the bare rows within a row apart. */
function rowOf(children: readonly Node[]): Node[] {
	return children.flatMap((child) => {
		if (child.type === 'text') return [child];
		const [base, ...scripts] = child.children;
		if (!/^msu/.test(child.tagName) || base?.type !== 'element' || base.tagName !== 'mrow') return [child];
		const last = base.children.findLast((inner) => !isEmpty(inner));
		if (!isFence(last)) return [child];
		const before = base.children.filter((inner) => inner !== last && !isEmpty(inner));
		return [...before, element(child.tagName, child.properties, [last, ...scripts])];
	});
}

const isFence = (node: Node | undefined): node is MathElement =>
	node?.type === 'element' && node.tagName === 'mo' && /^[‖|)\]]$/.test(textOf(node));

const isBareRow = (node: Node): node is MathElement =>
	node.type === 'element' && node.tagName === 'mrow' && Object.keys(node.properties).length === 0;

const isEmpty = (node: Node): boolean =>
	node.type === 'element' && node.tagName === 'mrow' && node.children.length === 0;

const isAccent = (node: Node | undefined): boolean =>
	node?.type === 'element' && node.tagName === 'mo' && /^[ˆ^~˜¯‾˙]$/.test(textOf(node));

const textOf = (node: Node): string => (node.type === 'text' ? node.value : node.children.map(textOf).join(''));

/** The letter as it stands, in the italic that `<mi>` would have chosen for it. */
function handle(tagName: string, properties: Record<string, string>, children: readonly Node[]): MathElement {
	const letter = children.map(textOf).join('');
	const shown = tagName === 'mi' && properties.mathvariant !== 'normal' ? italic(letter) : letter;
	return element('mtext', {}, [element('span', { class: 'handle', ...properties }, [text(shown)])]);
}
