import { engine, memory } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import { canonical } from '../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import notebook from '../golden/notebook.json' with { type: 'json' };
import trajectories from '../golden/trajectories.json' with { type: 'json' };
import { expectClose } from './expectClose.ts';

const trainReference = (spec: RunSpecInput) => train(canonical({ ...spec, engine: 'reference' }));

describe('the published notebook', () => {
	test.each(notebook.runs)(
		'initial objective of m=$m lambda=$lambda $scaling',
		async ({ m, lambda, scaling, objective }) => {
			const { setting } = notebook;
			const { trace } = await trainReference({
				data: { kind: 'moons', m, noise: setting.dataset.noise, seed: setting.dataset.seed, test: null },
				network: { hidden: setting.layers.slice(1, -1), activation: 'relu' },
				init: { kind: 'lecun-normal', seed: 2 },
				optimizer: { kind: 'sgd', learningRate: setting.learningRate },
				penalty: { lambda, scaling: scaling as 'half' | 'over-2m' }, // the only two that the file holds
				training: { epochs: 1 },
			});
			expectClose(trace.objective[0], objective[0]?.value, 1e-6);
		},
	);
});

describe('PyTorch in float64', () => {
	const golden = trajectories.cases.filter(({ name }) => name === 'sgd-relu-bce');
	test.each(golden)('$name', async (expected) => {
		const { trace, weights } = await trainReference({
			data: { kind: 'inline', X: expected.X, y: expected.y.flat() },
			network: { hidden: expected.dims.slice(1, -1), activation: 'relu' },
			init: { kind: 'explicit', W: expected.W0, b: expected.b0 },
			optimizer: { kind: 'sgd', learningRate: expected.lr },
			penalty: { lambda: expected.gradientDecay, scaling: 'half' },
			training: { epochs: expected.steps, recordEvery: 1 },
			output: { weights: true },
		});
		for (const [step, loss] of expected.dataLoss.entries()) expectClose(trace.dataLoss[step], loss, 2e-4);
		expectClose(weights?.W.flat(2), expected.W.flat(2), 1e-3);
		expectClose(weights?.b.flat(), expected.b.flat(), 1e-3);
	});
});

test('100 runs leave no tensor and no byte behind', async () => {
	const spec: RunSpecInput = {
		data: { kind: 'moons', test: { m: 10 } },
		training: { epochs: 2 },
		output: { boundary: {}, weights: true },
	};
	await trainReference(spec);
	engine().startScope();
	const before = memory();
	for (let run = 0; run < 100; run++) await trainReference(spec);
	const after = memory();
	engine().endScope();
	expect({ tensors: after.numTensors, bytes: after.numBytes }).toEqual({
		tensors: before.numTensors,
		bytes: before.numBytes,
	});
});

test('a run that diverges says at which epoch, and ends there', async () => {
	const run = await trainReference({
		data: { kind: 'moons', test: null },
		optimizer: { kind: 'sgd', learningRate: 1 },
		penalty: { lambda: 100, scaling: 'full' },
		training: { epochs: 500 },
	});
	expect(run.status).toBe('diverged');
	expect(run.divergedAt).toBeLessThan(60);
	expect(run.trace.epoch.at(-1)).toBe(run.divergedAt);
	expect(run.final.objective).toBeNull();
});
