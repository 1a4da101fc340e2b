import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { isId, runId } from '../../src/schema/identity.ts';
import { type RunSpecInput, runSpecSchema } from '../../src/schema/runSpec.ts';
import { validSpec } from './arbitrarySpec.ts';

const id = (spec: RunSpecInput) => runId(canonical(spec), '1');
const moons: RunSpecInput = { data: { kind: 'moons' } };

/** The same object with the keys of every level in another order. */
const reversed = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(reversed);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.reverse()
			.map(([key, inner]) => [key, reversed(inner)]),
	);
};

describe('specs that mean the same have one id', () => {
	test('whatever the order of the keys, and with the defaults written out or not', () =>
		fc.assert(
			fc.asyncProperty(validSpec, async (spec) => {
				const expected = await id(spec);
				expect(isId(expected)).toBe(true);
				expect(await id(reversed(spec) as RunSpecInput)).toBe(expected); // the same fields, so still a spec
				expect(await id(canonical(spec))).toBe(expected);
			}),
			{ numRuns: 200, seed: 1 },
		));

	test.each<[string, string, string]>([
		['1e2 and 100', '{"data":{"kind":"moons","m":1e2}}', '{"data":{"kind":"moons","m":100}}'],
		['0.30 and 3e-1', '{"data":{"kind":"moons","noise":0.30}}', '{"data":{"kind":"moons","noise":3e-1}}'],
		['-0 and 0', '{"data":{"kind":"moons","noise":-0}}', '{"data":{"kind":"moons","noise":0}}'],
		[
			'λ = 0 under every scaling',
			'{"data":{"kind":"moons"},"penalty":{"lambda":0,"scaling":"half"}}',
			'{"data":{"kind":"moons"}}',
		],
		[
			'a network without hidden layers under every activation',
			'{"data":{"kind":"moons"},"network":{"hidden":[],"activation":"tanh"}}',
			'{"data":{"kind":"moons"},"network":{"hidden":[]}}',
		],
		[
			'an optimizer without its kind and plain SGD',
			'{"data":{"kind":"moons"},"optimizer":{"learningRate":0.1}}',
			'{"data":{"kind":"moons"},"optimizer":{"kind":"sgd","learningRate":0.1}}',
		],
		[
			'initial weights without their kind and LeCun’s',
			'{"data":{"kind":"moons"},"init":{"seed":7}}',
			'{"data":{"kind":"moons"},"init":{"kind":"lecun-normal","seed":7}}',
		],
	])('%s', async (_, one, other) => {
		expect(await id(JSON.parse(one))).toBe(await id(JSON.parse(other)));
	});
});

describe('specs that mean something else have another id', () => {
	test.each<[string, RunSpecInput]>([
		['m', { data: { kind: 'moons', m: 31 } }],
		['held-out sample', { data: { kind: 'moons', test: null } }],
		['λ', { ...moons, penalty: { lambda: 0.5 } }],
		['engine', { ...moons, engine: 'reference' }],
		['output', { ...moons, output: { weights: true } }],
	])('%s', async (_, changed) => {
		expect(await id(changed)).not.toBe(await id(moons));
	});

	test('and so does another version of the engine', async () => {
		expect(await runId(canonical(moons), '2')).not.toBe(await runId(canonical(moons), '1'));
	});
});

test('defaults are those of the contract', () => {
	expect(canonical(moons)).toEqual({
		data: { kind: 'moons', m: 30, noise: 0.3, seed: 1, test: { m: 1000, seed: 1001 } },
		network: { hidden: [16, 8, 4, 2], activation: 'relu' },
		init: { kind: 'lecun-normal', seed: 2 },
		loss: 'binary-cross-entropy',
		optimizer: { kind: 'sgd', learningRate: 0.005, momentum: 0, nesterov: false },
		penalty: { norm: 'l2', lambda: 0, scaling: 'over-2m', application: 'loss', penalizeBiases: false, l1Ratio: 0.5 },
		training: { epochs: 1000, batchSize: 'full', shuffleSeed: 0, recordEvery: 10, learningRateDecay: 'none' },
		regularizers: { dropout: 0, inputNoise: 0, seed: 0, earlyStopping: null },
		engine: 'fused',
		output: { boundary: null, weights: false },
	});
});

test('the default loss follows the data', () => {
	const loss = (data: RunSpecInput['data']) => runSpecSchema.parse({ data }).loss;
	expect(loss({ kind: 'network-teacher' })).toBe('half-squared-error');
	expect(loss({ kind: 'breast-cancer' })).toBe('binary-cross-entropy');
	expect(loss({ kind: 'digits' })).toBe('softmax-cross-entropy');
	expect(loss({ kind: 'diabetes' })).toBe('half-squared-error');
	expect(loss({ kind: 'wine' })).toBe('softmax-cross-entropy');
	expect(loss({ kind: 'mnist' })).toBe('softmax-cross-entropy');
	expect(loss({ kind: 'diamonds' })).toBe('half-squared-error');
	expect(loss({ kind: 'inline', X: [[0], [1]], y: [0, 1] })).toBe('binary-cross-entropy');
	expect(loss({ kind: 'inline', X: [[0], [1], [2]], y: [0, 1, 2] })).toBe('softmax-cross-entropy');
	expect(loss({ kind: 'inline', X: [[0], [1]], y: [0.5, 1] })).toBe('half-squared-error');
	const twenty = Array.from({ length: 20 }, (_, i) => i);
	expect(loss({ kind: 'inline', X: twenty.map((i) => [i]), y: twenty })).toBe('softmax-cross-entropy');
	const heldOut = { X: [[2]], y: [2] };
	expect(loss({ kind: 'inline', X: [[0], [1], [4]], y: [0, 1, 2], test: heldOut })).toBe('softmax-cross-entropy');
	expect(() => loss({ kind: 'inline', X: [[0], [1]], y: [0, 1], test: heldOut })).toThrow('no training row has');
	expect(loss({ kind: 'inline', X: [[0], [1]], y: [-35, 61] })).toBe('half-squared-error');
});

test.each(['half-squared-error', 'softmax-cross-entropy'] as const)(
	'large whole targets may be those of %s',
	(loss) => {
		expect(canonical({ data: { kind: 'inline', X: [[0], [1]], y: [35, 61] }, loss }).loss).toBe(loss);
	},
);

test('the id that the README shows is that of its spec', async () => {
	const spec: RunSpecInput = {
		data: { kind: 'moons', m: 300 },
		penalty: { lambda: 0.5 },
		training: { epochs: 30_000, recordEvery: 6_000 },
	};
	expect(await runId(canonical(spec), ENGINE_VERSION)).toBe('1ea139854cd29ca13390ed418cdc929d2018ecc2');
});
