import type { Text } from '../language.ts';
import type { Estimate } from '../statistics.ts';

/** One axis: what it shows, in which unit, on which scale. */
export interface Axis {
	label: Text;
	unit?: string;
	scale: 'linear' | 'logarithmic' | 'category';
}

/** One curve, cloud or row of bars; `low` and `high` are the 95% interval of each `y`. */
export interface Series {
	label: Text;
	draw: 'line' | 'points' | 'bars';
	x: (number | string)[];
	/** null where a run diverged or nothing is defined. */
	y: (number | null)[];
	low?: (number | null)[];
	high?: (number | null)[];
}

/** Curves over one pair of axes. */
export interface CurvesFigure {
	kind: 'curves';
	x: Axis;
	y: Axis;
	series: Series[];
}

/** One panel a series of cells, all on one colour scale: `z[row][column]` belongs to `y[row]` and `x[column]`. */
export interface HeatMapFigure {
	kind: 'heat-map';
	x: Axis;
	y: Axis;
	z: Axis;
	panels: { label: Text; x: number[]; y: number[]; z: (number | null)[][] }[];
}

/** What an experiment draws: data that explain themselves, no pixels. */
export type Figure = CurvesFigure | HeatMapFigure;

/** Symbols that need no translation. */
export const same = (symbol: string): Text => ({ en: symbol, zh: symbol });

export const axis = (label: Text | string, scale: Axis['scale'] = 'linear', unit?: string): Axis => ({
	label: typeof label === 'string' ? same(label) : label,
	scale,
	...(unit && { unit }),
});

/** Axes that many experiments share. */
export const AXES = {
	m: axis({ en: 'training examples m', zh: '训练样本数 m' }, 'logarithmic'),
	lambda: axis('λ', 'logarithmic'),
	testLoss: axis({ en: 'test loss', zh: '测试损失' }),
	epoch: axis({ en: 'epoch', zh: '训练轮次' }),
	step: axis({ en: 'step', zh: '更新步数' }),
} as const;

/** Estimates as the columns that a series holds; null where one is not finite. */
export const columnsOf = (estimates: readonly Estimate[]) => ({
	y: estimates.map(({ value }) => finiteOrNull(value)),
	low: estimates.map(({ low, value }) => finiteOrNull(low ?? value)),
	high: estimates.map(({ high, value }) => finiteOrNull(high ?? value)),
});

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
