/** A network, the histogram of its weights and the norms of its layers, as the text of SVG elements. */

import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { escapeHtml } from '../../html/escapeHtml.ts';
import { tenth } from '../../html/tenth.ts';
import type { Picture } from './picture.ts';
import type { Scale } from './scale.ts';

/** The pictures' own units along a side. */
export const SIZE = 200;
const EDGE = 14;
/** Steps of a line's width: a path each, so that a picture stays a dozen elements. */
const WIDTHS = [0.4, 0.9, 1.6, 2.6, 4];

/** Units of one layer that are drawn, and how many are not. */
interface Column {
	hidden: number;
	units: { x: number; y: number }[];
}

/** From one unit of a column to the next, in the pictures' own units. */
export const spacing = (units: number): number => (SIZE - 2 * EDGE) / Math.max(1, units);

/** More inputs than these have no names: they would lie on each other. */
const MOST_NAMED = 8;

/** Where the units of a network are drawn, a column for each layer from the input on. @param wide of the drawing, which is `SIZE` high */
export function unitPlaces({ layers, widths }: Pick<Picture, 'layers' | 'widths'>, wide: number = SIZE): Column[] {
	return widths.map((width, layer) => {
		const drawn = layer === 0 ? (layers[0]?.[0]?.length ?? 0) : (layers[layer - 1]?.length ?? 0);
		const x = tenth(EDGE + (layer / Math.max(1, widths.length - 1)) * (wide - 2 * EDGE));
		return {
			hidden: width - drawn,
			units: Array.from({ length: drawn }, (_, i) => ({ x, y: tenth(EDGE + (i + 0.5) * spacing(drawn)) })),
		};
	});
}

/** Units as dots and weights as lines: their width is |w|, their colour and dash its sign. @param wide of the drawing, which is `SIZE` high */
export function networkSvg(
	{ layers, widths }: Picture,
	{ weight: largest }: Scale,
	label: string,
	more: (hidden: number) => string,
	wide: number = SIZE,
): string {
	const columns = unitPlaces({ layers, widths }, wide);
	const paths: string[][] = Array.from({ length: 2 * WIDTHS.length }, () => []);
	for (const [index, layer] of layers.entries()) {
		for (const [out, row] of layer.entries()) {
			for (const [from, w] of row.entries()) {
				const [a, b] = [columns[index]?.units[from], columns[index + 1]?.units[out]];
				const step = Math.ceil((Math.abs(w) / (largest || 1)) * WIDTHS.length) - 1;
				if (a && b && step >= 0 && Number.isFinite(w))
					paths[2 * step + (w < 0 ? 1 : 0)]?.push(`M${a.x} ${a.y}L${b.x} ${b.y}`);
			}
		}
	}
	const lines = paths.flatMap((parts, index) =>
		parts.length === 0
			? []
			: [
					`<path class="${index % 2 === 0 ? 'positive' : 'negative'}" stroke-width="${WIDTHS[Math.floor(index / 2)]}" d="${parts.join('')}"/>`,
				],
	);
	const dots = columns.flatMap(({ units, hidden }) => [
		...units.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="3"/>`),
		hidden > 0 && units[0]
			? `<text x="${units[0].x}" y="${SIZE - 2}" text-anchor="middle">${escapeHtml(more(hidden))}</text>`
			: '',
	]);
	const inputs = columns[0]?.units ?? [];
	const names =
		inputs.length > MOST_NAMED
			? []
			: inputs.map(({ x, y }, i) => `<text x="${x}" y="${y - 7}" text-anchor="middle">x${subscript(i + 1)}</text>`);
	return `<svg class="network-svg" viewBox="0 0 ${wide} ${SIZE}" role="img" aria-label="${escapeHtml(label)}">${lines.join('')}${dots.join('')}${names.join('')}</svg>`;
}

/** The digit 0 below the line; the others follow. */
const FIRST_SUBSCRIPT = 0x2080;

/** A number below the line, as in x₁. */
const subscript = (number: number): string =>
	String(number).replace(/\d/g, (digit) => String.fromCodePoint(FIRST_SUBSCRIPT + Number(digit)));

/** The shares of the weights in equal steps, on an axis from −range to range of the scale. */
export function histogramSvg(
	{ histogram, range: own }: Picture,
	{ range, density }: Scale,
	label: string,
	language: Language,
): string {
	const floor = 170;
	const width = ((SIZE - 2 * EDGE) / histogram.length) * (own / range);
	const left = SIZE / 2 - (width * histogram.length) / 2;
	const bars = histogram.map((share, i) => {
		const height = tenth(Math.min(1, share / own / density) * (floor - EDGE));
		return height > 0
			? `M${tenth(left + i * width)} ${floor}v${-height}h${Math.max(1, tenth(width * 0.85))}v${height}z`
			: '';
	});
	const end = formatInProse(range, { language });
	return [
		`<svg class="histogram-svg" viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="${escapeHtml(label)}">`,
		`<path class="bars" d="${bars.join('')}"/><path class="axis" d="M${EDGE} ${floor}H${SIZE - EDGE}M${SIZE / 2} ${floor}v5"/>`,
		`<text x="${EDGE}" y="190">−${end}</text><text x="${SIZE / 2}" y="190" text-anchor="middle">0</text><text x="${SIZE - EDGE}" y="190" text-anchor="end">${end}</text>`,
		'</svg>',
	].join('');
}

/** √Σw² of each layer as bars with their names and numbers. */
export function normsSvg(
	{ norms }: Picture,
	{ norm: most }: Scale,
	text: { layerNorms: string; layer: (index: number) => string },
	language: Language,
): string {
	const said = norms.map(
		(norm, i) => `${text.layer(i + 1)}: ${Number.isFinite(norm) ? formatInProse(norm, { language }) : '–'}`,
	);
	const each = (SIZE - EDGE) / norms.length;
	const thick = Math.min(18, each * 0.42);
	const bars = norms.map((norm, i) => {
		const y = tenth(EDGE + i * each + thick);
		const length = Number.isFinite(norm) ? tenth((norm / most) * (SIZE - 2 * EDGE)) : 0;
		return `<path class="bars" d="M${EDGE} ${y}h${length}v${tenth(thick)}h${-length}z"/><text x="${EDGE}" y="${y - 3}">${escapeHtml(said[i] ?? '')}</text>`;
	});
	return `<svg class="norms-svg" viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="${escapeHtml(`${text.layerNorms}: ${said.join(', ')}`)}">${bars.join('')}</svg>`;
}
