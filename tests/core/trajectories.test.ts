import { expect, test } from 'vitest';
import { train } from '../../scripts/nodeHost.ts';
import { canonical } from '../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import notebook from '../golden/notebook.json' with { type: 'json' };
import trajectories from '../golden/trajectories.json' with { type: 'json' };
import { goldenSpec } from '../support/goldenSpec.ts';
import { expectClose } from './expectClose.ts';

const cases = trajectories.cases.flatMap((golden) =>
	(['fused', 'reference'] as const).map((engine) => ({ name: golden.name, engine, golden })),
);

test.each(cases)('$engine goes the way of PyTorch in float64: $name', async ({ engine, golden }) => {
	const { trace, weights } = await train(canonical(goldenSpec(golden, engine)));
	for (const [step, loss] of golden.dataLoss.entries()) expectClose(trace.dataLoss[step], loss, 2e-4);
	for (const [layer, W] of golden.W.entries()) expectClose(weights?.W[layer]?.flat(), W.flat(), 1e-3);
	for (const [layer, b] of golden.b.entries()) expectClose(weights?.b[layer], b, 1e-3);
});

const published = (run: (typeof notebook.runs)[number], training: RunSpecInput['training']): RunSpecInput => ({
	data: {
		kind: 'moons',
		m: run.m,
		noise: notebook.setting.dataset.noise,
		seed: notebook.setting.dataset.seed,
		test: null,
	},
	network: { hidden: notebook.setting.layers.slice(1, -1), activation: 'relu' },
	init: { kind: 'lecun-normal', seed: 2 },
	optimizer: { kind: 'sgd', learningRate: notebook.setting.learningRate },
	penalty: { lambda: run.lambda, scaling: run.scaling as 'half' | 'over-2m' }, // the only two that the file holds
	training,
});

test.each(notebook.runs)('the 11 published values of m=$m lambda=$lambda $scaling', async (run) => {
	const { trace } = await train(canonical(published(run, { epochs: 30_000, recordEvery: 3000 })));
	expect(trace.epoch).toEqual(run.objective.map(({ epoch }) => epoch));
	for (const [i, { value }] of run.objective.entries()) expectClose(trace.objective[i], value, 1e-3);
});

test.each(notebook.runs)(
	'the published initial objective of m=$m lambda=$lambda $scaling, by either engine',
	async (run) => {
		for (const engine of ['fused', 'reference'] as const) {
			const { trace } = await train(canonical({ ...published(run, { epochs: 1 }), engine }));
			expectClose(trace.objective[0], run.objective[0]?.value, 1e-6);
		}
	},
);
