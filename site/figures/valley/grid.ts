import { at } from '../../../src/at.ts';

/** Pixels from the top of the cells to their bottom: ten cells of 44. */
export const HEIGHT = 440;

/** λ and m as places on the picture: `x` in percent of its width, `y` in pixels from its top. */
export interface ValleyGrid {
	columns: number;
	rows: number;
	rowHeight: number;
	/** Middle of a column. */
	x: (column: number) => number;
	/** Height of a λ; of 0, the lowest row. */
	y: (lambda: number) => number;
	/** λ at a height, no less than the least of the grid. */
	lambdaAt: (y: number) => number;
}

/** λ are a constant ratio apart, but for 0, which comes first and stands below them. */
export function valleyGrid(lambdas: readonly number[], columns: number): ValleyGrid {
	const rows = lambdas.length;
	const rowHeight = HEIGHT / rows;
	const [first, last] = [Math.log(at(lambdas, 1)), Math.log(at(lambdas, rows - 1))];
	const perRow = (last - first) / (rows - 2);
	return {
		columns,
		rows,
		rowHeight,
		x: (column) => (100 * (column + 0.5)) / columns,
		y: (lambda) => HEIGHT - rowHeight * (lambda === 0 ? 0.5 : 1.5 + (Math.log(lambda) - first) / perRow),
		lambdaAt: (y) => Math.exp(first + perRow * Math.max(0, (HEIGHT - y) / rowHeight - 1.5)),
	};
}
