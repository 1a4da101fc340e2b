import type { Language } from '../../../src/language.ts';
import { formatInProse, roundTo } from '../../../src/numberFormat.ts';
import type { Axis, Figure, HeatMapFigure, Series } from '../../../src/schema/figure.ts';
import { categoryName, chartName } from '../../text/experimentFigure/chartName.ts';
import { EXPERIMENT_FIGURE_TEXT } from '../../text/experimentFigure/experimentFigureText.ts';
import { categoriesOf } from './categories.ts';
import { type Pair, pairsOf } from './pairs.ts';

/** A figure's numbers as rows: what a table shows and a CSV file holds. */
interface Table {
	caption: string;
	header: string[];
	rows: (number | string | null)[][];
	/** Significant digits that it shows; those of prose unless stated. */
	digits?: number;
}

/** Committed results hold five digits: published values are shown to one more, and a smaller difference is none. */
const PUBLISHED_DIGITS = 6;
const LEAST_DIFFERENCE = 1e-5;

/** One table for curves, one a panel for a heat map and one a pair for small multiples; words in a language, numbers in full. */
export function tablesOf(figure: Figure, language: Language): Table[] {
	if (figure.kind === 'heat-map') return figure.panels.map((panel) => tableOfPanel(figure, panel, language));
	const { x, y, series } = figure;
	const pairs = pairsOf(figure);
	if (pairs) return pairs.map((pair) => tableOfPair(x, pair, language));
	const xs = categoriesOf(series);
	if (x.scale !== 'category') xs.sort((a, b) => Number(a) - Number(b));
	return [
		{
			caption: y.label[language],
			header: [x.label[language], ...series.flatMap((one) => columnsOf(one, language))],
			rows: xs.map((at) => [
				typeof at === 'string' ? categoryName(at, series, language) : at,
				...series.flatMap((one) => cellsOf(one, one.x.indexOf(at))),
			]),
		},
	];
}

function tableOfPanel(
	figure: HeatMapFigure,
	{ label, x, y, z }: HeatMapFigure['panels'][number],
	language: Language,
): Table {
	return {
		caption: `${chartName(label[language], language)}${language === 'zh' ? '：' : ': '}${figure.z.label[language]}`,
		header: [
			`${figure.y.label[language]} \\ ${figure.x.label[language]}`,
			...x.map((value) => formatInProse(value, { language })),
		],
		rows: y.map((value, row) => [value, ...(z[row] ?? [])]),
	};
}

function tableOfPair(x: Axis, { ours, published }: Pair, language: Language): Table {
	const text = EXPERIMENT_FIGURE_TEXT[language];
	return {
		caption: chartName(ours.label[language], language),
		header: [x.label[language], text.published, text.ours, text.difference],
		rows: ours.x.map((at, i) => {
			const [theirs, own] = [published.y[i] ?? Number.NaN, ours.y[i] ?? Number.NaN];
			const apart = Math.abs(own / theirs - 1);
			return [at, theirs, own, apart < LEAST_DIFFERENCE ? '< 10⁻⁵' : roundTo(apart, 2)];
		}),
		digits: PUBLISHED_DIGITS,
	};
}

/** A series' columns: its values and, where it has them, both ends of their intervals. */
function columnsOf({ label, low }: Series, language: Language): string[] {
	const { low: from, high: to } = EXPERIMENT_FIGURE_TEXT[language];
	const name = chartName(label[language], language);
	if (!low) return [name];
	const comma = language === 'zh' ? '，' : ', ';
	return [name, ...[from, to].map((end) => `${name}${comma}${end}`)];
}

const cellsOf = ({ y, low, high }: Series, i: number) =>
	low ? [y[i] ?? null, low[i] ?? null, high?.[i] ?? null] : [y[i] ?? null];

/** Tables as one CSV text (RFC 4180), an empty line between two. */
export function csvOf(tables: readonly Table[]): string {
	const cell = (value: number | string | null) => {
		const text = value === null ? '' : String(value);
		return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	};
	return tables
		.map(({ caption, header, rows }) =>
			[...(tables.length > 1 ? [[caption]] : []), header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n'),
		)
		.join('\r\n\r\n');
}
