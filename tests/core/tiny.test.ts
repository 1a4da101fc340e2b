import fc from 'fast-check';
import { expect, test } from 'vitest';
import { host, train } from '../../scripts/nodeHost.ts';
import { loadDataSet } from '../../src/data/registry.ts';
import { trainPlainly } from '../../src/engine/fused/plain/plainTwin.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { TINY } from '../../src/engine/tiny.ts';
import { canonical } from '../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import { partOfSamples } from '../support/partOf.ts';
import { trainOnTensorFlow } from '../support/tensorFlowHost.ts';

const ENGINES = [
	{ name: 'fused', engine: 'fused', trainIt: train },
	{ name: 'fused, an op of TensorFlow.js', engine: 'fused', trainIt: trainOnTensorFlow },
	{ name: 'reference', engine: 'reference', trainIt: train },
] as const;

/** A linear model of one input whose weight and bias are given. */
const given = (w: number, input = 1, target = 0): RunSpecInput => ({
	data: { kind: 'inline', X: [[input], [input]], y: [target, target] },
	network: { hidden: [] },
	loss: 'half-squared-error',
	init: { kind: 'explicit', W: [[[w]]], b: [[0]] },
	optimizer: { kind: 'sgd', learningRate: 1e-14 },
	training: { epochs: 1 },
	output: { weights: true },
});

test.each(ENGINES)('$name: a weight counts from 2⁻⁵⁰ on', async ({ engine, trainIt }) => {
	const weightAfter = async (w: number) => (await trainIt(canonical({ ...given(w), engine }))).weights?.W[0]?.[0]?.[0];
	expect(await weightAfter(TINY)).toBe(TINY);
	expect(await weightAfter(-TINY)).toBe(-TINY);
	expect(await weightAfter(TINY * (1 - 2 ** -24))).toBe(0);
	expect(await weightAfter(-TINY / 3)).toBe(0);
});

test.each(ENGINES)('$name: inputs, targets and learning rates below 2⁻⁵⁰ are zeros', async ({ engine, trainIt }) => {
	const final = async (input: RunSpecInput) => (await trainIt(canonical({ ...input, engine }))).final;
	expect((await final(given(1, TINY / 2, 1))).dataLoss).toBe(0.5);
	expect((await final(given(0, 1, TINY / 2))).dataLoss).toBe(0);
	const slow = { kind: 'sgd' as const, learningRate: TINY / 2 };
	const started = await trainIt(canonical({ ...given(0.5, 1e8), engine, optimizer: slow }));
	expect(started.weights?.W).toEqual([[[0.5]]]);
});

const tiny = fc
	.record({ negative: fc.boolean(), exponent: fc.integer({ min: -45, max: -8 }) })
	.map(({ negative, exponent }) => (negative ? -1 : 1) * 10 ** exponent);

/** Small networks of which something is hardly there: inputs, weights, learning rate, or all. */
const hardlyThere = fc
	.record({
		X: fc.array(fc.tuple(tiny, tiny), { minLength: 4, maxLength: 20 }),
		ordinary: fc.boolean(),
		W: fc.option(fc.tuple(fc.array(fc.tuple(tiny, tiny), { minLength: 3, maxLength: 3 }), fc.tuple(tiny, tiny, tiny))),
		activation: fc.constantFrom('relu', 'tanh', 'sigmoid', 'linear'),
		rate: fc.integer({ min: -60, max: -1 }),
		optimizer: fc.constantFrom('sgd', 'momentum', 'adam'),
		application: fc.constantFrom('loss', 'decoupled'),
		lambda: fc.constantFrom(0, 1e-30, 1, 3),
	})
	.map(({ X, ordinary, W, activation, rate, optimizer, application, lambda }): RunSpecInput => {
		const learningRate = 10 ** rate;
		return {
			data: { kind: 'inline', X: ordinary ? X.map((_, i) => [i - 2, 1 / (i + 1)]) : X, y: X.map((_, i) => i % 2) },
			network: { hidden: [3], activation },
			...(W && { init: { kind: 'explicit', W: [W[0], [W[1]]], b: [[0, 0, 0], [0]] } }),
			optimizer:
				optimizer === 'adam'
					? { kind: 'adam', learningRate, epsilon: 1e-3 }
					: { kind: 'sgd', learningRate, momentum: optimizer === 'sgd' ? 0 : 0.9 },
			penalty: { lambda, scaling: 'full', application },
			training: { epochs: 30 },
			output: { weights: true },
		} as RunSpecInput;
	});

test('no weight ends between zero and 2⁻⁵⁰, and the twins agree on what is hardly there', async () => {
	await fc.assert(
		fc.asyncProperty(hardlyThere, async (input) => {
			const spec = canonical(input);
			const { weights } = await train(spec);
			const plain = trainPlainly(resolve(spec), await loadDataSet(spec.data, host.tables)).parameters;
			const slow = (await train(canonical({ ...input, engine: 'reference' }))).weights;
			const inOrder = (of: typeof weights) =>
				(of?.W ?? []).flatMap((W, layer) => [...W.flat(), ...(of?.b[layer] ?? [])]);
			const fused = inOrder(weights);
			expect(fused).toHaveLength(plain.length);
			for (const [i, w] of fused.entries()) {
				if (w !== 0) expect(Math.abs(w)).toBeGreaterThanOrEqual(TINY);
				expect(w).toBeCloseTo(plain[i] ?? Number.NaN, 5);
				expect(w).toBeCloseTo(inOrder(slow)[i] ?? Number.NaN, 5);
			}
		}),
		{ numRuns: partOfSamples(150), seed: 1 },
	);
}, 30_000);
