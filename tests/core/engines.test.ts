import { memory } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { host, train } from '../../scripts/nodeHost.ts';
import { loadDataSet } from '../../src/data/registry.ts';
import { trainPlainly } from '../../src/engine/fused/plain/plainTwin.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { canonical } from '../../src/schema/canonical.ts';
import type { Run, TrainedRun } from '../../src/schema/run.ts';
import type { RunSpec, RunSpecInput } from '../../src/schema/runSpec.ts';
import { bitsOf } from '../support/bitsOf.ts';
import { trainOnTensorFlow } from '../support/tensorFlowHost.ts';
import { validSpec } from './arbitrarySpec.ts';
import { expectClose } from './expectClose.ts';

const ENGINES = [
	{ name: 'fused', engine: 'fused', trainIt: train },
	{ name: 'fused, an op of TensorFlow.js', engine: 'fused', trainIt: trainOnTensorFlow },
	{ name: 'reference', engine: 'reference', trainIt: train },
] as const;
const parametersInOrder = ({ weights }: TrainedRun) =>
	(weights?.W ?? []).flatMap((W, layer) => [...W.flat(), ...(weights?.b[layer] ?? [])]);
const parameters = ({ weights }: TrainedRun) => [...(weights?.W.flat(2) ?? []), ...(weights?.b.flat() ?? [])];

/**
 * A spec from the schema of at most 8 updates on standardised data, where a ReLU has neither Adam nor
 * dropout beside it. Adam makes a step of a rounding where a gradient should be 0, and an example whose
 * inputs are all dropped sits on the kink of a ReLU: what follows tells nothing of the engines.
 */
const short = validSpec
	.map((spec): RunSpec => {
		const { training, ...rest } = canonical(spec);
		if ('batches' in training) return { ...rest, training };
		const { stepsPerEpoch } = resolve({ ...rest, training }).schedule;
		const epochs = Math.max(1, Math.min(training.epochs, Math.floor(8 / stepsPerEpoch)));
		return { ...rest, training: { ...training, epochs } };
	})
	.filter(
		({ network, optimizer, regularizers }) =>
			network.activation !== 'relu' || (optimizer.kind !== 'adam' && regularizers.dropout === 0),
	)
	.filter(({ data }) => !('standardize' in data) || data.standardize);

test('the fused engine does what its plain twin does, on 100 of them', async () => {
	await fc.assert(
		fc.asyncProperty(short, async (spec) => {
			const fused = await train({ ...spec, engine: 'fused', output: { boundary: null, weights: true } });
			if (fused.status === 'diverged') return;
			const plain = trainPlainly(resolve(spec), await loadDataSet(spec.data, host.tables));
			expectClose(parametersInOrder(fused), plain.parameters, 1e-4);
			expectClose(fused.trace.dataLoss as number[], plain.dataLoss, 1e-4); // status ok: no null
		}),
		{ numRuns: 100, seed: 2, endOnFailure: true },
	);
}, 60_000);

test('the fused engine does what the reference engine does, on 200 specs drawn from the schema', async () => {
	await fc.assert(
		fc.asyncProperty(short, async (spec) => {
			const output = { boundary: null, weights: true };
			const [fused, reference] = [
				await train({ ...spec, engine: 'fused', output }),
				await train({ ...spec, engine: 'reference', output }),
			];
			expect(fused.status).toBe(reference.status);
			expect(fused.trace.epoch).toEqual(reference.trace.epoch);
			if (fused.status === 'diverged') return;
			expectClose(parameters(fused), parameters(reference), 1e-4);
			expectClose(fused.trace.objective as number[], reference.trace.objective as number[], 1e-4); // status ok: no null
		}),
		{ numRuns: 200, seed: 1, endOnFailure: true },
	);
}, 120_000);

test('the kernel gives the same bits by itself and as an op of TensorFlow.js, on 100 specs', async () => {
	await fc.assert(
		fc.asyncProperty(validSpec, async (input) => {
			const spec: RunSpec = { ...canonical(input), engine: 'fused' };
			expect(bitsOf(await trainOnTensorFlow(spec))).toBe(bitsOf(await train(spec)));
		}),
		{ numRuns: 100, endOnFailure: true },
	);
}, 60_000);

describe.each(ENGINES)('$name', ({ engine, trainIt }) => {
	const run = (spec: RunSpecInput) => trainIt(canonical({ ...spec, engine }));

	test('leaves no tensor and no byte behind, also when runs diverge', async () => {
		const specs: RunSpecInput[] = [
			{
				data: { kind: 'moons', test: { m: 10 } },
				training: { epochs: 2 },
				output: { boundary: { resolution: 5 }, weights: true },
			},
			{ data: { kind: 'moons', test: null }, optimizer: { kind: 'sgd', learningRate: 1e6 }, training: { epochs: 20 } },
			{ data: { kind: 'moons', m: 20 }, optimizer: { kind: 'adam' }, training: { epochs: 2, batchSize: 7 } },
		];
		for (const spec of specs) await run(spec);
		const { numTensors, numBytes } = memory();
		for (let i = 0; i < (engine === 'fused' ? 334 : 34); i++) for (const spec of specs) await run(spec);
		expect(memory()).toMatchObject({ numTensors, numBytes });
	}, 60_000);

	test('says at which epoch a run diverges, and ends there', async () => {
		const diverged = await run({
			data: { kind: 'inline', X: [[0], [0]], y: [0, 1] },
			network: { hidden: [] },
			init: { kind: 'explicit', W: [[[1]]], b: [[0]] },
			optimizer: { kind: 'sgd', learningRate: 1 },
			penalty: { lambda: 3, scaling: 'half' },
			training: { epochs: 500, recordEvery: 100 },
		});
		expect(diverged.status).toBe('diverged');
		// w ← (1 − ηd)·w = −2w, so the objective is log 2 + 3/2·4ᵉ, beyond float32 from epoch 64 on.
		expect(diverged.divergedAt).toBe(64);
		expect(diverged.trace.epoch).toEqual([0, 64]);
		expect(diverged.final.objective).toBeNull();
	});

	test.each(['binary-cross-entropy', 'softmax-cross-entropy', 'half-squared-error', 'squared-error'] as const)(
		'%s holds at logits of ±1e4',
		async (loss) => {
			const classes = loss === 'softmax-cross-entropy';
			const { trace, status } = await run({
				data: { kind: 'inline', X: [[1], [-1]], y: [1, 0] },
				network: { hidden: [] },
				init: { kind: 'explicit', W: [classes ? [[5e3], [-5e3]] : [[-1e4]]], b: [classes ? [0, 0] : [0]] },
				loss,
				optimizer: { kind: 'sgd', learningRate: 1e-6 },
				training: { epochs: 1 },
			});
			const wrongBy = { 'half-squared-error': (10001 ** 2 + 1e8) / 4, 'squared-error': (10001 ** 2 + 1e8) / 2 };
			expect(status).toBe('ok');
			expectClose(trace.dataLoss[0], loss in wrongBy ? wrongBy[loss as keyof typeof wrongBy] : 1e4, 1e-6);
		},
	);

	test('stops early once the test loss has not fallen for as long as patience', async () => {
		const stopped = await run({
			data: { kind: 'moons', m: 10, test: { m: 200 } },
			optimizer: { kind: 'adam', learningRate: 0.05 },
			training: { epochs: 600, recordEvery: 5 },
			regularizers: { earlyStopping: { patience: 50 } },
		});
		const losses = stopped.trace.testLoss as number[]; // it has held-out examples and does not diverge
		const least = losses.indexOf(Math.min(...losses));
		expect(stopped.stoppedAt).toBe(stopped.trace.epoch.at(-1));
		expect(stopped.stoppedAt).toBe((stopped.trace.epoch[least] ?? 0) + 50);
	});

	test('the proximal step of L1 makes exact zeros, its subgradient does not', async () => {
		const zeros = async (application: 'decoupled' | 'loss') =>
			(
				await run({
					data: { kind: 'breast-cancer', m: 100 },
					network: { hidden: [] },
					optimizer: { kind: 'sgd', learningRate: 0.1 },
					penalty: { norm: 'l1', lambda: 10, scaling: 'over-m', application },
					training: { epochs: 300 },
				})
			).final.zeroWeights ?? 0;
		expect(await zeros('decoupled')).toBeGreaterThan(10);
		expect(await zeros('loss')).toBe(0);
	});
});

test('the same spec gives the same bits', async () => {
	const spec = canonical({
		data: { kind: 'digits', m: 50 },
		network: { hidden: [9] },
		training: { epochs: 5, batchSize: 8 },
		regularizers: { dropout: 0.3, inputNoise: 0.1 },
		output: { weights: true },
	});
	const texts = new Set<string>();
	for (let i = 0; i < 3; i++) texts.add(JSON.stringify((await train(spec)) as Partial<Run>));
	expect(texts.size).toBe(1);
});

describe('with somebody watching', () => {
	const watched: RunSpecInput[] = [
		{ data: { kind: 'moons', m: 200 }, training: { epochs: 20_000, recordEvery: 1500 }, output: { weights: true } },
		{
			data: { kind: 'moons', m: 200 },
			training: { epochs: 2000, batchSize: 32, recordEvery: 2000 },
			output: { weights: true },
		},
		{
			data: { kind: 'moons', m: 100 },
			optimizer: { kind: 'adam' },
			training: { epochs: 9000 },
			regularizers: { earlyStopping: { patience: 500 } },
		},
		{
			data: { kind: 'moons', m: 9 },
			penalty: { lambda: 50_000, scaling: 'half' },
			training: { epochs: 90_000, recordEvery: 90_000 },
		},
		{ data: { kind: 'moons' }, training: { epochs: 7 }, engine: 'reference', output: { weights: true } },
	];

	test.each(watched)('a run tells how far it is, and ends the same: %o', async (input) => {
		const spec = canonical(input);
		const epochs: number[] = [];
		const points: number[] = [];
		const result = await train(spec, {
			onProgress: (progress) => {
				epochs.push(progress.epoch);
				points.push(progress.trace().epoch.length);
				expect(progress.weights().W).toHaveLength(5);
				expect(progress.boundary(3).probability).toHaveLength(9);
			},
		});
		expect(JSON.stringify(result)).toBe(JSON.stringify(await train(spec)));
		expect(epochs).toEqual([...epochs].sort((a, b) => a - b));
		if (result.status === 'ok' && result.stoppedAt === undefined) expect(epochs.at(-1)).toBe(result.trace.epoch.at(-1));
		expect(points).toEqual([...points].sort((a, b) => a - b));
	});

	test('an abort ends it within a piece, with the reason given, and leaves nothing behind', async () => {
		const spec = canonical({
			data: { kind: 'moons', m: 300 },
			training: { epochs: 1_000_000, recordEvery: 1_000_000 },
		});
		await train(canonical({ data: { kind: 'moons' } }));
		const { numTensors } = memory();
		const controller = new AbortController();
		const reason = new Error('enough');
		let pieces = 0;
		const training = train(spec, {
			signal: controller.signal,
			onProgress: () => ++pieces === 3 && controller.abort(reason),
		});
		await expect(training).rejects.toBe(reason);
		expect(pieces).toBe(3);
		expect(memory().numTensors).toBe(numTensors);
	});
});
