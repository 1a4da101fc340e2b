import { expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import { canonical } from '../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import notebook from '../golden/notebook.json' with { type: 'json' };
import trajectories from '../golden/trajectories.json' with { type: 'json' };
import { expectClose } from './expectClose.ts';

type Golden = (typeof trajectories.cases)[number];

const LOSSES: Record<string, NonNullable<RunSpecInput['loss']>> = {
	bce: 'binary-cross-entropy',
	mse: 'squared-error',
	softmax: 'softmax-cross-entropy',
};

/** A case of the file in the words of the schema. */
function specOf(golden: Golden, engine: 'fused' | 'reference'): RunSpecInput {
	const { momentum, nesterov, lr: learningRate, l1, gradientDecay, batchOrder } = golden;
	const loss = LOSSES[golden.loss];
	return {
		data: { kind: 'inline', X: golden.X, y: golden.y.flat() },
		network: { hidden: golden.dims.slice(1, -1), activation: golden.activation as 'relu' }, // names of the schema
		init: { kind: 'explicit', W: golden.W0, b: golden.b0 },
		...(loss && { loss }),
		optimizer:
			golden.optimizer === 'sgd' ? { kind: 'sgd', learningRate, momentum, nesterov } : { kind: 'adam', learningRate },
		penalty:
			l1 > 0
				? { norm: 'l1', lambda: l1, scaling: 'full' }
				: { lambda: gradientDecay, scaling: 'half', application: golden.optimizer === 'adamw' ? 'decoupled' : 'loss' },
		training: { recordEvery: 1, ...(batchOrder.length > 0 ? { batches: batchOrder } : { epochs: golden.steps }) },
		engine,
		output: { weights: true },
	};
}

const cases = trajectories.cases.flatMap((golden) =>
	(['fused', 'reference'] as const).map((engine) => ({ name: golden.name, engine, golden })),
);

test.each(cases)('$engine goes the way of PyTorch in float64: $name', async ({ engine, golden }) => {
	const { trace, weights } = await train(canonical(specOf(golden, engine)));
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
