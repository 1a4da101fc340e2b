import type { HeatMapChart } from './chart.ts';
import { type ChartColours, HEAT_STEPS, heatColour } from './colours.ts';

/** A cell by its column and row; those without a value are left out. */
export interface HeatCell {
	x: number;
	y: number;
	/** The lowest of its column. */
	isBest: boolean;
}

/** The cells of a heat map, each coloured by its rank within its column, lowest first. */
export function heatMapDataset({ values }: HeatMapChart, colours: ChartColours) {
	const columns = (values[0] ?? []).map((_, column) =>
		values.flatMap((row) => row[column] ?? []).sort((one, other) => one - other),
	);
	const cells = values.flatMap((row, y) =>
		row.flatMap((value, x) => {
			const sorted = columns[x] ?? [];
			if (value === null) return [];
			const rank = sorted.indexOf(value);
			const step = Math.round((rank / Math.max(1, sorted.length - 1)) * (HEAT_STEPS - 1));
			return [{ cell: { x, y, isBest: rank === 0 } satisfies HeatCell, step }];
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
