import { describe, expect, test } from 'vitest';
import { chartConfig } from '../../../site/charts/chartConfig.ts';
import { PAGE_COLOURS } from '../../../site/charts/colours.ts';
import { layOutChart } from '../../../site/charts/layOutChart.ts';
import { objectiveChart } from '../../../site/figures/objectiveChart.ts';
import { PRECOMPUTED_RUNS } from '../../../site/figures/scaling/precomputed.ts';

const curves = PRECOMPUTED_RUNS.map(({ figureRun: { penalty, m }, run }) => ({ penalty, m, trace: run.trace }));
const chart = objectiveChart(curves, 'en');
const configured = (motion: number) =>
	chartConfig(chart, layOutChart(chart, { width: 600 }), { colours: PAGE_COLOURS, font: 'serif', motion });
const { datasets } = configured(0).data;
const MARKS = { none: 'circle', half: 'triangle', 'over-2m': 'rect' };

describe('the configuration of the objective’s curves', () => {
	test.each(curves.map((one, index) => ({ ...one, index })))(
		'draws the objective of $penalty, m = $m, as it is',
		({ trace, index }) => {
			expect(datasets[index]?.data).toEqual(trace.epoch.map((x, i) => ({ x, y: trace.objective[i], interval: null })));
		},
	);

	test.each(curves.map((one, index) => ({ ...one, index })))(
		'tells $penalty, m = $m, by colour and mark of its penalty and by the dash of its size',
		({ penalty, m, index }) => {
			expect(datasets[index]).toMatchObject({
				borderColor: `var(--penalty-${penalty})`,
				pointStyle: MARKS[penalty],
				borderDash: m === 30 ? [6, 4] : [],
			});
		},
	);

	test('ends the curve of a run that diverged where its numbers end', () => {
		const trace = { epoch: [0, 10, 20], objective: [1, 2, null] };
		const one = objectiveChart([{ penalty: 'half', m: 30, trace }], 'en');
		const [series] = one.kind === 'curves' ? one.series : [];
		expect(series?.points.map(({ x, y }) => [x, y])).toEqual([
			[0, 1],
			[10, 2],
		]);
	});

	test('moves only where motion is welcome', () => {
		expect(configured(0).options.animation).toBe(false);
		expect(configured(400).options.animation).toEqual({ duration: 400 });
	});
});
