import { describe, expect, test } from 'vitest';
import { POINT_STYLE, tracesConfig } from '../../../site/charts/tracesConfig.ts';
import { PRECOMPUTED_RUNS } from '../../../site/figures/precomputed.ts';

const style = {
	ink: 'ink',
	grid: 'grid',
	surface: 'surface',
	font: 'serif',
	penalty: { none: 'grey', half: 'red', 'over-2m': 'green' },
};
const options = { style, epochAxis: 'epoch', objectiveAxis: 'objective', locale: 'en', animate: false };
const series = PRECOMPUTED_RUNS.map(({ figureRun: { key, penalty, m }, run }) => ({
	name: key,
	penalty,
	m,
	trace: run.trace,
}));
const config = tracesConfig(series, options);

describe('the configuration of the curves', () => {
	test.each(series.map((one, index) => ({ ...one, index })))('draws the objective of $name as it is', (one) => {
		const dataset = config.data.datasets[one.index];
		expect(dataset?.data).toEqual(one.trace.epoch.map((x, i) => ({ x, y: one.trace.objective[i] })));
		expect(dataset?.label).toBe(one.name);
	});

	test.each(series.map((one, index) => ({ ...one, index })))(
		'tells $name by colour and mark of its penalty and by the dash of its size',
		({ penalty, m, index }) => {
			const dataset = config.data.datasets[index];
			expect(dataset?.borderColor).toBe(style.penalty[penalty]);
			expect(dataset?.pointStyle).toBe(POINT_STYLE[penalty]);
			expect(dataset?.borderDash).toEqual(m === 30 ? [6, 4] : []);
		},
	);

	test('ends the curve of a run that diverged where its numbers end', () => {
		const trace = { epoch: [0, 10, 20], objective: [1, 2, null] };
		const [dataset] = tracesConfig([{ name: 'x', penalty: 'half', m: 30, trace }], options).data.datasets;
		expect(dataset?.data).toEqual([
			{ x: 0, y: 1 },
			{ x: 10, y: 2 },
		]);
	});

	test('moves only where motion is welcome', () => {
		expect(config.options?.animation).toBe(false);
		expect(tracesConfig(series, { ...options, animate: true }).options?.animation).toEqual({ duration: 400 });
	});

	test.each([
		[0.1, '0.1'],
		[0.2, '0.2'],
		[0.3, null],
		[0.5, '0.5'],
		[1, '1'],
		[4, null],
		[20, '20'],
	])('labels %d on the logarithmic axis as %s', (value, label) => {
		const callback = config.options?.scales?.y?.ticks?.callback as ((value: number) => unknown) | undefined; // ours takes one argument
		expect(callback?.(value)).toBe(label);
	});
});
