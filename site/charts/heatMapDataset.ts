import { at } from '../../src/at.ts';
import type { HeatMapChart } from './chart.ts';
import { type ChartColours, HEAT_STEPS, heatColour } from './colours.ts';

/** A cell by its column and row; those without a value are left out. */
export interface HeatCell {
	x: number;
	y: number;
	/** The lowest of its column. */
	isBest: boolean;
}

/** The cells of a heat map, each coloured by how many times the least of its column it is: 1 to 2 and more, by its logarithm. */
export function heatMapDataset({ values }: HeatMapChart, colours: ChartColours) {
	const least = (values[0] ?? []).map((_, column) => Math.min(...values.flatMap((row) => row[column] ?? [])));
	const cells = values.flatMap((row, y) =>
		row.flatMap((value, x) => {
			if (value === null) return [];
			const isBest = value === least[x];
			const times = isBest ? 1 : value / at(least, x);
			const share = times >= 1 ? Math.min(1, Math.log2(times)) : 1; // nothing is a multiple of a loss of 0
			return [{ cell: { x, y, isBest } satisfies HeatCell, step: Math.round(share * (HEAT_STEPS - 1)) }];
		}),
	);
	// Cells of one colour follow each other: an SVG has one path for all of them.
	cells.sort((one, other) => one.step - other.step);
	return {
		type: 'heatMap' as const,
		data: cells.map(({ cell }) => cell),
		backgroundColor: cells.map(({ step }) => colours.of(heatColour(step))),
		borderColor: colours.paper,
		clip: false as const,
	};
}
