import { expect, it } from 'vitest';
import { chartSvg } from '../../../site/charts/build/chartSvg.ts';
import type { HeatMapChart } from '../../../site/charts/chart.ts';
import { PAGE_COLOURS } from '../../../site/charts/colours.ts';
import { heatMapDataset } from '../../../site/charts/heatMapDataset.ts';

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
const svg = chartSvg(chart, 296, 'a panel', '');

it('rings the best λ of each m, not the best m of each λ', () => {
	const { data } = heatMapDataset(chart, PAGE_COLOURS);
	const best = data.filter(({ isBest }) => isBest).map(({ x, y }) => [chart.x.values[x], chart.y.values[y]]);
	expect(best.sort()).toEqual([
		[10, 2],
		[100, 1],
	]);
	const rings = /stroke="var\(--paper\)"[^>]* d="([^"]*)"/.exec(svg)?.[1] ?? '';
	expect(rings.match(/a5 5/g)).toHaveLength(2);
});

it('has a cell for every value, colored by how many times the least of its column it is', () => {
	const cells = [...svg.matchAll(/fill="var\(--heat-(\d)\)" d="([^"]*)"/g)].map(([, step, path]) => [
		Number(step),
		path?.match(/z/g)?.length,
	]);
	expect(cells).toEqual([
		[0, 2], // 4 of 4 and 1 of 1
		[5, 1], // 5 of 4: from 20 to 40% above
		[8, 2], // 2 and 3 of 1
	]);
});

it.each([
	['the same where all is the same', [[0.693], [0.693], [0.693]], [0, 0, 0]],
	['the same for what ties, however many are lower', [[0.3], [0.693], [0.693]], [0, 8, 8]],
	['nearly the same for what is within a percent', [[0.3], [0.301], [0.303]], [0, 0, 0]],
	['what is 2.4 and 5.1% above as two steps', [[1], [1.024], [1.051]], [0, 1, 3]],
	['the least of no loss, and all else above it', [[0], [0.001], [1]], [0, 8, 8]],
])('colors %s', (_, values, steps) => {
	const { backgroundColor, data } = heatMapDataset({ ...chart, values }, PAGE_COLOURS);
	const byRow = data.map(({ y }, i) => [y, backgroundColor[i]] as const).sort(([one], [other]) => one - other);
	expect(byRow.map(([, colour]) => colour)).toEqual(steps.map((step) => `var(--heat-${step})`));
});

it('has the largest λ on top', () => {
	const heights = chart.y.values.map((value) => Number(new RegExp(`y="([\\d.]+)">${value}</text>`).exec(svg)?.[1]));
	expect(heights).toEqual([...heights].sort((a, b) => b - a));
});

it('names panel and axes', () => {
	for (const text of ['a panel', 'm', 'λ', '10', '100']) expect(svg).toContain(`>${text}</text>`);
});
