import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { Figure, Series } from '../../../src/schema/figure.ts';
import { EXPERIMENT_FIGURE_TEXT } from '../../text/experimentFigure/experimentFigureText.ts';

/** A figure's numbers as rows: what a table shows and a CSV file holds. */
interface Table {
	caption: string;
	header: string[];
	rows: (number | string | null)[][];
}

/** One table for curves, one a panel for a heat map; headers in a language, numbers in full. */
export function tablesOf(figure: Figure, language: Language): Table[] {
	if (figure.kind === 'heat-map') {
		return figure.panels.map(({ label, x, y, z }) => ({
			caption: `${label[language]}: ${figure.z.label[language]}`,
			header: [
				`${figure.y.label[language]} \\ ${figure.x.label[language]}`,
				...x.map((value) => formatInProse(value, { language })),
			],
			rows: y.map((value, row) => [value, ...(z[row] ?? [])]),
		}));
	}
	const { x, y, series } = figure;
	const xs = [...new Set(series.flatMap((one) => one.x))];
	if (x.scale !== 'category') xs.sort((a, b) => Number(a) - Number(b));
	return [
		{
			caption: y.label[language],
			header: [x.label[language], ...series.flatMap((one) => columnsOf(one, language))],
			rows: xs.map((at) => [at, ...series.flatMap((one) => cellsOf(one, one.x.indexOf(at)))]),
		},
	];
}

/** A series' columns: its values and, where it has them, both ends of their intervals. */
function columnsOf({ label, low }: Series, language: Language): string[] {
	const { low: from, high: to } = EXPERIMENT_FIGURE_TEXT[language];
	const name = label[language];
	return low ? [name, `${name}, 95% ${from}`, `${name}, 95% ${to}`] : [name];
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
