/** Formulas as MathML: what TeX would have set, said in attributes that every browser knows. */
import { describe, expect, test } from 'vitest';
import { element, markup, text } from '../../site/html/mathematics/element.ts';
import { mathMl } from '../../site/html/mathematics/mathMl.ts';
import { plainTex } from '../../site/html/mathematics/plainTex.ts';
import { type Node, rehypeMathematics } from '../../site/html/mathematics/rehypeMathematics.ts';

const inline = (tex: string) => markup(mathMl(tex));
const display = (tex: string) => markup(mathMl(tex, { display: true }));

describe('a formula', () => {
	test('in running text is as few elements as it has parts', () => {
		expect(inline(String.raw`\lambda`)).toBe('<math><mi>λ</mi></math>');
		expect(inline('m = 50')).toBe('<math><mi>m</mi><mo>=</mo><mn>50</mn></math>');
		expect(inline(String.raw`\frac{\lambda}{2m}`)).toBe(
			'<math><mfrac><mi>λ</mi><mrow><mn>2</mn><mi>m</mi></mrow></mfrac></math>',
		);
	});

	test('of its own line stands in a box that can scroll, with its TeX for whoever copies it', () => {
		expect(display('m')).toBe(
			'<div class="display-formula"><math display="block"><semantics><mrow><mi>m</mi></mrow><annotation encoding="application/x-tex">m</annotation></semantics></math></div>',
		);
	});

	test('has its exponent at the closing bar, and bars that stand close', () => {
		const fence = (form: string) => `<mo fence="true" form="${form}" stretchy="false" lspace="0" rspace="0">‖</mo>`;
		expect(inline(String.raw`\lVert W\rVert^2`)).toBe(
			`<math>${fence('prefix')}<mi>W</mi><msup>${fence('postfix')}<mn>2</mn></msup></math>`,
		);
	});

	test('sets relations below a sum close, and those between terms apart', () => {
		const sum = display(String.raw`\sum_{i=1}^m \ell_i = 1`);
		expect(sum).toContain('<mi>i</mi><mo lspace="0" rspace="0">=</mo><mn>1</mn>');
		expect(sum).toContain('<mo>=</mo><mn>1</mn></mrow>');
	});

	test('calls an accent one', () => {
		expect(inline(String.raw`\hat y`)).toContain('<mover accent="true"><mi>y</mi>');
	});

	test.each([String.raw`\hat y`, String.raw`\bigl(\tfrac12\bigr)`, String.raw`\sqrt m`, String.raw`\mathcal{L}`])(
		'%s needs no style and none of Temml’s classes',
		(tex) => {
			expect(display(tex)).not.toMatch(/ style="|class="tml|wbk-/);
		},
	);

	test('that TeX could not read stops the build', () => {
		expect(() => inline(String.raw`\frac{1}`)).toThrow();
	});
});

describe('a named part', () => {
	test('keeps its name', () => {
		expect(inline(String.raw`\data{factor=two}{2}`)).toBe('<math><mn data-factor="two">2</mn></math>');
		expect(inline(String.raw`\class{asked}{m}`)).toBe('<math><mi class="asked">m</mi></math>');
	});

	test('with a handle is HTML in the letter that stood there', () => {
		expect(inline(String.raw`\data{equation-handle=lambda}{\lambda}`)).toBe(
			'<math><mtext><span class="handle" data-equation-handle="lambda">𝜆</span></mtext></math>',
		);
	});

	test('is not in the TeX that is copied', () => {
		expect(plainTex(String.raw`\class{a}{\frac{\data{b=c}{\lambda}}{\data{d=e}{2}\data{f=g}{m}}} x`)).toBe(
			String.raw`\frac{\lambda}{2m} x`,
		);
		expect(plainTex(String.raw`\data{b=c}{\lambda}m`)).toBe(String.raw`\lambda m`);
	});
});

test.each([
	['，它', '，', '它'],
	['）。', '）。', ''],
	[', and', ',', ' and'],
	[' is', '', ' is'],
])('a formula before “%s” stays with the mark behind it', (behind, marks, rest) => {
	const formula: Node = {
		type: 'element',
		tagName: 'code',
		properties: { className: ['language-math', 'math-inline'] },
		children: [{ type: 'text', value: 'm' }],
	};
	const tree: Node = { type: 'element', tagName: 'p', children: [formula, { type: 'text', value: behind }] };
	rehypeMathematics()(tree);
	const set = marks === '' ? mathMl('m') : element('span', { class: 'unbroken' }, [mathMl('m'), text(marks)]);
	expect(tree.children).toEqual([set, { type: 'text', value: rest }]);
});

test('the plugin puts formulas where remark-math found some, and leaves code alone', () => {
	const code = (...className: string[]): Node => ({
		type: 'element',
		tagName: 'code',
		properties: { className },
		children: [{ type: 'text', value: 'm' }],
	});
	const wrapped = (tagName: string, child: Node): Node => ({
		type: 'element',
		tagName,
		properties: {},
		children: [child],
	});
	const tree: Node = {
		type: 'root',
		children: [
			wrapped('p', code('language-math', 'math-inline')),
			wrapped('pre', code('language-math', 'math-display')),
			wrapped('pre', code('language-sh')),
		],
	};
	rehypeMathematics()(tree);
	expect(tree.children).toEqual([
		{ type: 'element', tagName: 'p', properties: {}, children: [mathMl('m')] },
		mathMl('m', { display: true }),
		wrapped('pre', code('language-sh')),
	]);
});
