import fc from 'fast-check';
import { expect, test } from 'vitest';
import { host } from '../../scripts/nodeHost.ts';
import { loadDataSet } from '../../src/data/registry.ts';
import { cost } from '../../src/engine/cost.ts';
import { trainPlainly } from '../../src/engine/fused/plain/plainTwin.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { dataFacts } from '../../src/schema/dimensions.ts';
import type { RunSpec, RunSpecInput } from '../../src/schema/runSpec.ts';
import { partOfSamples } from '../support/partOf.ts';
import { validSpec } from './arbitrarySpec.ts';

test('cost is within 10% of what the plain twin counts while it trains', async () => {
	await fc.assert(
		fc.asyncProperty(validSpec, async (input) => {
			const { output, ...rest } = canonical(input);
			fc.pre(dataFacts(rest.data).heldOutRows <= 100); // measuring thousands of rows one by one takes a while
			const spec = { ...rest, output: { ...output, boundary: null } };
			const resolved = resolve(spec);
			const counted = trainPlainly(resolved, await loadDataSet(spec.data, host.tables)).flop;
			expect(Math.abs(cost(resolved).flop / counted - 1)).toBeLessThanOrEqual(0.1);
		}),
		{ numRuns: partOfSamples(200), seed: 1 },
	);
}, 30_000);

test('a boundary costs a pass through the network for each of its points', () => {
	const spec = (resolution: number | null) =>
		canonical({ data: { kind: 'moons' }, output: { boundary: resolution === null ? null : { resolution } } });
	const added = (resolution: number) => cost(resolve(spec(resolution))).flop - cost(resolve(spec(null))).flop;
	// 202 connections, 30 ReLUs and one logistic function a point.
	expect(added(10) / 100).toBe(2 * 202 + 30 + 26);
	expect(added(20)).toBe(4 * added(10));
});

test('a teacher that is a network is charged for its weights and for every target', () => {
	const charged = (data: object, m = 100) =>
		cost(
			resolve(canonical({ data: { kind: 'network-teacher', m, features: 8, test: null, ...data } as RunSpec['data'] })),
		).charged;
	const linear = cost(
		resolve(canonical({ data: { kind: 'linear-teacher', m: 100, features: 8, test: null } })),
	).charged;
	// Of each unit 8 weights in and one out, 10,000 FLOP each; for each target 10 FLOP a weight, and 10,000 a tanh.
	const unit = 9 * 10_000 + 100 * (9 * 10 + 10_000);
	expect(charged({ hidden: 16 }) - linear).toBeCloseTo(16 * unit, 3);
	expect(charged({ hidden: 17 }) - charged({ hidden: 16 })).toBeCloseTo(unit, 3);
	expect(charged({ test: { m: 50 } })).toBeGreaterThan(charged({ test: { m: 49 } }));
});

const grown: Record<string, (spec: RunSpec) => RunSpecInput> = {
	m: ({ data, ...rest }) => ({ ...rest, data: 'm' in data ? { ...data, m: data.m + 1 } : data }),
	'test rows': ({ data, ...rest }) =>
		'test' in data && data.test && 'm' in data.test
			? ({ ...rest, data: { ...data, test: { ...data.test, m: data.test.m + 1 } } } as RunSpecInput)
			: { ...rest, data },
	width: ({ network, ...rest }) => ({
		...rest,
		network: { ...network, hidden: network.hidden.map((units) => units + 1) },
	}),
	epochs: ({ training, ...rest }) => ({
		...rest,
		training: 'epochs' in training ? { ...training, epochs: training.epochs + 1 } : training,
	}),
	resolution: ({ output, ...rest }) => ({
		...rest,
		output: { ...output, boundary: output.boundary && { resolution: output.boundary.resolution + 1 } },
	}),
};

test.each(Object.entries(grown))('nothing gets cheaper when %s grows', (_, grow) => {
	fc.assert(
		fc.property(validSpec, fc.constantFrom(1, 7, 40), (input, times) => {
			const before = canonical(input);
			let after = before;
			for (let i = 0; i < times; i++) after = canonical(grow(after));
			const [less, more] = [cost(resolve(before)), cost(resolve(after))];
			for (const name of ['flop', 'bytes', 'resultBytes', 'charged'] as const)
				expect(more[name]).toBeGreaterThanOrEqual(less[name]);
		}),
		{ numRuns: 60, seed: 1 },
	);
});
