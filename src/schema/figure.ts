import * as z from 'zod';
import { textSchema } from './text.ts';

const numberOrNull = z.number().nullable();

/** One axis: what it shows, in which unit, on which scale. */
const axisSchema = z
	.object({
		label: textSchema.describe('What the axis shows'),
		unit: z.string().exactOptional().describe('In which unit'),
		scale: z.enum(['linear', 'logarithmic', 'category']).describe('How values become places'),
		range: z.tuple([z.number(), z.number()]).exactOptional().describe('Where a drawing of it ends; data may go on'),
	})
	.describe('An axis');

/** One curve, cloud or row of bars; `low` and `high` are the 95% interval of each `y`. */
const seriesSchema = z
	.object({
		label: textSchema.describe('What the series is'),
		draw: z.enum(['line', 'points', 'bars']).describe('How it is drawn'),
		x: z.array(z.union([z.number(), z.string()])).describe('Places on the x axis'),
		y: z.array(numberOrNull).describe('Values; null where a run diverged or nothing is defined'),
		low: z.array(numberOrNull).exactOptional().describe('Lower ends of the 95% intervals of `y`'),
		high: z.array(numberOrNull).exactOptional().describe('Upper ends of the 95% intervals of `y`'),
	})
	.describe('A curve, cloud or row of bars');

/** Curves over one pair of axes. */
const curvesFigureSchema = z
	.object({
		kind: z.literal('curves').describe('What kind of figure it is'),
		x: axisSchema.describe('The horizontal axis'),
		y: axisSchema.describe('The vertical axis'),
		series: z.array(seriesSchema).describe('What is drawn'),
	})
	.describe('Curves over one pair of axes');

const panelSchema = z.object({
	label: textSchema.describe('What the panel shows'),
	x: z.array(z.number()).describe('Place of each column'),
	y: z.array(z.number()).describe('Place of each row'),
	z: z.array(z.array(numberOrNull)).describe('z[row][column] belongs to y[row] and x[column]'),
});

/** One panel a series of cells, all on one colour scale. */
const heatMapFigureSchema = z
	.object({
		kind: z.literal('heat-map').describe('What kind of figure it is'),
		x: axisSchema.describe('The horizontal axis'),
		y: axisSchema.describe('The vertical axis'),
		z: axisSchema.describe('What the color of a cell shows'),
		panels: z.array(panelSchema).describe('Grids of cells, all on one color scale'),
	})
	.describe('Panels of cells on one color scale');

/** What an experiment draws: data that explain themselves, no pixels. */
export const figureSchema = z
	.discriminatedUnion('kind', [curvesFigureSchema, heatMapFigureSchema])
	.describe('The data of the experiment’s figure');

export type Axis = z.output<typeof axisSchema>;
export type Series = z.output<typeof seriesSchema>;
export type CurvesFigure = z.output<typeof curvesFigureSchema>;
export type HeatMapFigure = z.output<typeof heatMapFigureSchema>;
export type Figure = z.output<typeof figureSchema>;
