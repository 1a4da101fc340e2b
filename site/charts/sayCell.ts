import { at } from '../../src/at.ts';
import type { Language } from '../../src/language.ts';
import { formatInProse } from '../../src/numberFormat.ts';
import { CELL_TEXT } from '../text/charts/cellText.ts';
import type { HeatMapChart } from './chart.ts';

/** What a cell of a heat map says; `row` counts from below, as the values do. */
export function sayCell(
	{ x, y, z, values, ties, reasons, formatNumber }: HeatMapChart,
	{ column, row }: { column: number; row: number },
	language: Language,
): string {
	const value = values[row]?.[column] ?? null;
	const others = values.flatMap((cells) => cells[column] ?? []);
	const least = Math.min(...others);
	const isAbove = value !== null && least > 0 && value > least;
	return CELL_TEXT[language].cell({
		reason: value === null ? (reasons?.[row]?.[column]?.said ?? null) : null,
		isTie: ties?.[row]?.[column] ?? false,
		x: { title: x.title, value: formatNumber(at(x.values, column)) },
		y: { title: y.title, value: formatNumber(at(y.values, row)) },
		z: { title: z, value: value === null ? null : formatNumber(value) },
		rank: 1 + others.filter((other) => value !== null && other < value).length,
		of: others.length,
		above: isAbove ? formatInProse(100 * (value / least - 1), { language, digits: 2 }) : null,
	});
}
