import * as fc from 'fast-check';
import { expect, it, test } from 'vitest';
import type { HeatMapChart } from '../../../site/charts/chart.ts';
import { PAGE_COLOURS } from '../../../site/charts/colours.ts';
import { heatMapDataset } from '../../../site/charts/heatMapDataset.ts';
import { sayCell } from '../../../site/charts/sayCell.ts';

const chart: HeatMapChart = {
	kind: 'heat-map',
	title: 'a panel',
	x: { title: 'm', values: [10, 100] },
	y: { title: 'λ', values: [1, 2, 3] },
	z: 'loss',
	values: [
		[5, 1],
		[4, 2],
		[null, 3],
	],
	formatNumber: String,
};

test.each([
	[0, 0, 'λ = 1, m = 10: loss 5, 2nd lowest of 2 in its column, 25% above the lowest'],
	[0, 1, 'λ = 2, m = 10: loss 4, the lowest of 2 in its column'],
	[0, 2, 'λ = 3, m = 10: no loss yet'],
	[1, 2, 'λ = 3, m = 100: loss 3, 3rd lowest of 3 in its column, 200% above the lowest'],
])('column %i, row %i says %s', (column, row, said) => {
	expect(sayCell(chart, { column, row }, 'en')).toBe(said);
});

test('in Chinese no English is left', () => {
	expect(sayCell({ ...chart, z: '损失' }, { column: 0, row: 2 }, 'zh')).toBe('λ = 3，m = 10：还没有损失');
});

it('calls those cells the lowest that the drawing rings', () => {
	const values = fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 30 })), { minLength: 2, maxLength: 2 }), {
		minLength: 3,
		maxLength: 3,
	});
	void fc.assert(
		fc.property(values, (drawn) => {
			const one = { ...chart, values: drawn };
			for (const { x, y, isBest } of heatMapDataset(one, PAGE_COLOURS).data) {
				expect(sayCell(one, { column: x, row: y }, 'en').includes(', the lowest of')).toBe(
					isBest || drawn[y]?.[x] === Math.min(...drawn.map((row) => row[x] ?? Number.POSITIVE_INFINITY)),
				);
			}
		}),
	);
});
