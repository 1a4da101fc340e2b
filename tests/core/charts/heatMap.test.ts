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

it('has a cell for every value, coloured by its rank within its column', () => {
	const cells = [...svg.matchAll(/fill="var\(--heat-(\d)\)" d="([^"]*)"/g)].map(([, step, path]) => [
		Number(step),
		path?.match(/z/g)?.length,
	]);
	expect(cells).toEqual([
		[0, 2],
		[4, 1],
		[8, 2],
	]);
});

it('has the largest λ on top', () => {
	const heights = chart.y.values.map((value) => Number(new RegExp(`y="([\\d.]+)">${value}</text>`).exec(svg)?.[1]));
	expect(heights).toEqual([...heights].sort((a, b) => b - a));
});

it('names panel and axes', () => {
	for (const text of ['a panel', 'm', 'λ', '10', '100']) expect(svg).toContain(`>${text}</text>`);
});
