/**
 * Formulas as MathML, and nothing beside it: Temml reads the TeX, `tidy.ts` makes what it writes look in every
 * browser as TeX would set it, with neither style attributes nor a style sheet.
 *
 *   mathMl(String.raw`\frac{\lambda}{2m}`)            <math><mfrac>…</mfrac></math>
 *   mathMl(String.raw`\data{factor=two}{2}`)          <math><mn data-factor="two">2</mn></math>
 *
 * A display stands in a box of its own, which scrolls where a screen is too narrow for it, and carries its TeX as an
 * annotation for whoever copies it.
 *
 * @throws Error for TeX that Temml cannot read: the build stops
 */
import temml from 'temml';
import { element, type MathElement, type MathText, text } from './element.ts';
import { plainTex } from './plainTex.ts';
import { tidy } from './tidy.ts';

/** What Temml's own tree consists of; it has no types. */
interface TemmlNode {
	type?: string;
	text?: string;
	attributes?: Record<string, string | number | boolean>;
	classes?: readonly string[];
	children?: readonly TemmlNode[];
}

export function mathMl(tex: string, { display = false } = {}): MathElement {
	const tree: TemmlNode = temml.__renderToMathMLTree(tex, {
		displayMode: display,
		throwOnError: true,
		wrap: 'none',
		// The formulas are this repository's own; \class and \data name their parts for style sheets and scripts.
		trust: ({ command }: { command: string }) => command === '\\class' || command === '\\data',
	});
	const formula = tidy((tree.children ?? []).flatMap(convert));
	if (!display) return element('math', {}, formula);
	const annotation = element('annotation', { encoding: 'application/x-tex' }, [text(plainTex(tex))]);
	const semantics = element('semantics', {}, [element('mrow', {}, formula), annotation]);
	return element('div', { class: 'display-formula' }, [element('math', { display: 'block' }, [semantics])]);
}

/** Without Temml's styles and classes, which are for a style sheet of its own; a fragment is what it holds. */
function convert({
	type,
	text: value,
	attributes = {},
	classes = [],
	children = [],
}: TemmlNode): (MathElement | MathText)[] {
	if (type === undefined) return value === undefined ? children.flatMap(convert) : [text(value)];
	const own = classes.filter((name) => name && !/^(tml|wbk|chr|ff)-/.test(name)).join(' ');
	const kept = Object.entries(attributes).filter(([name]) => name !== 'style' && name !== 'class');
	const properties = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
	if (own) properties.class = own;
	return [element(type, properties, children.flatMap(convert))];
}
