import { at } from '../../src/at.ts';
import type { HeatMapChart } from './chart.ts';
import { type ChartColours, HEAT_ENDS, HEAT_STEPS, heatColour, NO_VALUE_COLOUR } from './colours.ts';

/** A cell by its column and row; those without a value or a reason why they have none are left out. */
export interface HeatCell {
	x: number;
	y: number;
	/** The lowest of its column. */
	isBest: boolean;
	/** It cannot be told from the lowest. */
	isTie: boolean;
	/** Stands in it where it has no value. */
	word: string | null;
}

/** The cells of a heat map, each coloured by how far it is above the least of its column (`HEAT_ENDS`). */
export function heatMapDataset({ values, ties, reasons }: HeatMapChart, colours: ChartColours) {
	const least = (values[0] ?? []).map((_, column) => Math.min(...values.flatMap((row) => row[column] ?? [])));
	const cells = values.flatMap((row, y) =>
		row.flatMap((value, x) => {
			const word = value === null ? (reasons?.[y]?.[x]?.word ?? null) : null;
			if (value === null && word === null) return [];
			const isBest = value !== null && value === least[x];
			const cell: HeatCell = { x, y, isBest, isTie: !isBest && (ties?.[y]?.[x] ?? false), word };
			return [{ cell, step: value === null ? HEAT_STEPS : isBest ? 0 : stepOf(value / at(least, x)) }];
		}),
	);
	// Cells of one colour follow each other: an SVG has one path for all of them.
	cells.sort((one, other) => one.step - other.step);
	return {
		type: 'heatMap' as const,
		data: cells.map(({ cell }) => cell),
		backgroundColor: cells.map(({ step }) => colours.of(step === HEAT_STEPS ? NO_VALUE_COLOUR : heatColour(step))),
		borderColor: colours.paper,
		clip: false as const,
	};
}

/** The step of a value that is so many times the least; the last one where nothing is a multiple of it, as of 0. */
function stepOf(times: number): number {
	const over = 100 * (times - 1);
	if (!(over >= 0 && over < at(HEAT_ENDS, HEAT_STEPS - 2))) return HEAT_STEPS - 1;
	return HEAT_ENDS.findIndex((end) => over < end + NEAR);
}

/** What rounding may add to a percentage. */
const NEAR = 1e-9;
