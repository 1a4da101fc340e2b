import { type Subpath, writePath } from './svgPath.ts';

/** What was filled or stroked. */
export interface Shape {
	kind: 'shape';
	path: readonly Subpath[];
	fill: string | null;
	stroke: { colour: string; width: number; dash: string; join: string; cap: string } | null;
}

/** A line of text; `x` and `y` are on its baseline, in pixels. */
export interface Text {
	kind: 'text';
	text: string;
	x: number;
	y: number;
	/** Degrees. */
	turn: number;
	size: number;
	align: string;
	fill: string;
}

const ANCHORS: Record<string, string> = { center: 'middle', right: 'end', end: 'end' };

/**
 * What was drawn, as SVG elements. Shapes of one style that follow each other become one path, and texts of one style
 * one group, so that a chart of a thousand points is some forty elements.
 *
 * @param fontPixels the size of the letters around: only others are written down
 */
export function writeElements(drawn: readonly (Shape | Text)[], fontPixels: number): string {
	const groups: { kind: 'shape' | 'text'; style: string; inside: string[] }[] = [];
	for (const one of drawn) {
		const { kind } = one;
		const [style, inside] = kind === 'shape' ? writeShape(asDots(one)) : [styleOfText(one, fontPixels), writeText(one)];
		const last = groups.at(-1);
		if (last?.kind === kind && last.style === style) last.inside.push(inside);
		else groups.push({ kind, style, inside: [inside] });
	}
	return groups
		.map(({ kind, style, inside }) => {
			if (kind === 'shape') return `<path ${style} d="${inside.join('')}"/>`;
			const [only] = inside;
			if (inside.length === 1) return `<text ${style} ${only}</text>`;
			return `<g ${style}>${inside.map((text) => `<text ${text}</text>`).join('')}</g>`;
		})
		.join('');
}

const writeShape = (shape: Shape): [style: string, path: string] => [
	styleOfShape(shape),
	shape.path.map(writePath).join(''),
];

/** Dots of one colour are the round ends of lines without length, the shortest way to write a disc. */
function asDots(shape: Shape): Shape {
	const [first] = shape.path;
	if (!first || 'points' in first || shape.path.length > 1 || shape.stroke || !shape.fill) return shape;
	const stroke = { colour: shape.fill, width: 2 * first.radius, dash: '', join: 'miter', cap: 'round' };
	return { ...shape, path: [{ points: [first.center], isClosed: false }], fill: null, stroke };
}

/** Attributes, and not a style: the pages' policy allows no style attribute. */
const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
	Object.entries(values)
		.filter(([, value]) => value !== undefined && value !== '')
		.map(([name, value]) => `${name}="${value}"`)
		.join(' ');

const styleOfShape = ({ fill, stroke }: Shape): string =>
	attributes({
		fill: fill ?? 'none',
		stroke: stroke?.colour,
		'stroke-width': stroke && stroke.width !== 1 ? tenth(stroke.width) : undefined,
		'stroke-dasharray': stroke?.dash,
		'stroke-linejoin': stroke?.join === 'miter' ? undefined : stroke?.join,
		'stroke-linecap': stroke?.cap === 'butt' ? undefined : stroke?.cap,
	});

const styleOfText = ({ size, align, fill }: Text, fontPixels: number): string =>
	attributes({ fill, 'text-anchor': ANCHORS[align], 'font-size': size === fontPixels ? undefined : `${size}px` });

/** The place of a text, and what it says: what stands in an element after its style. */
function writeText({ text, x, y, turn }: Text): string {
	const [left, top] = [tenth(x), tenth(y)];
	const place = turn === 0 ? `x="${left}" y="${top}"` : `transform="translate(${left} ${top}) rotate(${turn})"`;
	return `${place}>${escapeText(text)}`;
}

const tenth = (value: number) => Math.round(value * 10) / 10;

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
