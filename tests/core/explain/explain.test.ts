/** Each finding stands beside a training that shows it to be true. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import { ridge } from '../../../src/convex/ridge.ts';
import { drawDataSet } from '../../../src/data/registry.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import { explain } from '../../../src/explain/explain.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import { selfContainedDataSchema } from '../../../src/schema/data.ts';
import { FINDING_CODES, type FindingCode } from '../../../src/schema/explanation.ts';
import { SCALINGS } from '../../../src/schema/objective.ts';
import { REAL_DATA } from '../../../src/schema/realData.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { mean } from '../../../src/statistics.ts';
import { ruleOutcomes } from '../../../src/study/advice.ts';
import type { OptimizerName } from '../../../src/study/design.ts';
import { factorOf } from '../../../src/study/rules.ts';
import { realData } from '../../support/realData.ts';
import { validSpec } from '../arbitrarySpec.ts';
import { expectClose } from '../expectClose.ts';

const find = (spec: RunSpecInput, code: FindingCode) =>
	explain(resolve(canonical(spec))).findings.find((finding) => finding.code === code);
const run = (spec: RunSpecInput) => train(canonical({ ...spec, output: { weights: true } }));
const weights = async (spec: RunSpecInput) => (await run(spec)).weights?.W.flat(2) ?? [];
const norm = (w: readonly number[]) => Math.hypot(...w);

/** One weight that the data say nothing of: only the decay moves it. */
const decayAlone = (change: Omit<RunSpecInput, 'data'>): RunSpecInput => ({
	data: { kind: 'inline', X: [[0], [0]], y: [0, 1] },
	network: { hidden: [] },
	init: { kind: 'explicit', W: [[[1]]], b: [[0]] },
	training: { epochs: 20_000, recordEvery: 20_000 },
	...change,
});
const half = (lambda: number, application: 'loss' | 'decoupled' | 'decoupled-raw' = 'loss') => ({
	lambda,
	scaling: 'half' as const,
	application,
});

describe('unstable-decay', () => {
	const sgd = (learningRate: number, momentum = 0, nesterov = false) => ({
		kind: 'sgd' as const,
		learningRate,
		momentum,
		nesterov,
	});
	test.each([
		{ optimizer: sgd(0.1), application: 'loss', limit: 2 },
		{ optimizer: sgd(0.1), application: 'decoupled', limit: 2 },
		{ optimizer: sgd(0.1), application: 'decoupled-raw', limit: 2 },
		{ optimizer: { kind: 'adam', learningRate: 0.1 }, application: 'decoupled', limit: 2 },
		{ optimizer: sgd(0.1, 0.5), application: 'loss', limit: 3 },
		{ optimizer: sgd(0.1, 0.9), application: 'loss', limit: 3.8 },
		{ optimizer: sgd(0.1, 0.5, true), application: 'loss', limit: 1.5 },
		{ optimizer: sgd(0.1, 0.9), application: 'decoupled', limit: 2 },
	] as const)(
		'is said, and true, exactly above $limit: $optimizer, $application',
		async ({ optimizer, application, limit }) => {
			const at = (a: number) =>
				decayAlone({ optimizer, penalty: half(application === 'decoupled-raw' ? a : a / 0.1, application) });
			for (const [a, diverges] of [
				[limit * 0.99, false],
				[limit * 1.01, true],
			] as const) {
				expect(find(at(a), 'unstable-decay')?.severity).toBe(diverges ? 'error' : undefined);
				expect((await run(at(a))).status).toBe(diverges ? 'diverged' : 'ok');
			}
		},
	);

	test('is a warning where η falls, since the run may come back', () => {
		const falling = decayAlone({
			optimizer: sgd(0.1),
			penalty: half(21),
			training: { epochs: 100, learningRateDecay: 'linear' },
		});
		expect(find(falling, 'unstable-decay')?.severity).toBe('warning');
	});
});

test('oscillating-decay: the weight changes its sign at every step', async () => {
	const spec = (a: number, epochs: number) =>
		decayAlone({ optimizer: { kind: 'sgd', learningRate: 0.1 }, penalty: half(a / 0.1), training: { epochs } });
	expect(find(spec(1.5, 3), 'oscillating-decay')?.value).toBeCloseTo(1.5);
	expect(find(spec(0.5, 3), 'oscillating-decay')).toBeUndefined();
	expect([...(await weights(spec(1.5, 1))), ...(await weights(spec(1.5, 2)))]).toEqual([-0.5, 0.25]);
});

test('decay-does-nothing: the weights are those of a run without it', async () => {
	const spec = (lambda: number) => ({
		data: { kind: 'moons' as const },
		penalty: { lambda },
		training: { epochs: 200 },
	});
	const finding = find(spec(0.1), 'decay-does-nothing');
	const [w, free] = [await weights(spec(0.1)), await weights(spec(0))];
	expect(norm(w.map((value, i) => value - (free[i] ?? 0))) / norm(free)).toBeLessThan(1.1 * (finding?.value ?? 0));
	expect(find(spec(10), 'decay-does-nothing')).toBeUndefined();

	const { en = '' } = finding?.message ?? {};
	const times = Number(/([\d.]+) times as large\.$/.exec(en)?.[1]);
	expect(times).toBeGreaterThan(1);
	expect(find(spec(0.1 * times * 0.99), 'decay-does-nothing')).toBeDefined();
	expect(find(spec(0.1 * times * 1.01), 'decay-does-nothing')).toBeUndefined();
});

test('decay-dominates: a linear fit keeps 1/(1 + d) of its weights', async () => {
	const spec = (lambda: number): RunSpecInput => ({
		data: { kind: 'linear-teacher', m: 20_000, features: 5 },
		network: { hidden: [] },
		optimizer: { kind: 'sgd', learningRate: 0.1 },
		penalty: half(lambda),
		training: { epochs: 500, recordEvery: 500 },
	});
	expect(find(spec(3), 'decay-dominates')?.value).toBe(3);
	expect(find(spec(0.5), 'decay-dominates')).toBeUndefined();
	expectClose(norm(await weights(spec(3))) / norm(await weights(spec(0))), 1 / 4, 0.05);

	// (ŷ−y)² curves twice as much, and holds the weights twice as firmly.
	const whole = (lambda: number): RunSpecInput => ({ ...spec(lambda), loss: 'squared-error' });
	expect(find(whole(3), 'decay-dominates')?.message.en).toContain('keeps only 40%');
	expect(find(whole(1.5), 'decay-dominates')).toBeUndefined();
	expectClose(norm(await weights(whole(3))) / norm(await weights(whole(0))), 2 / 5, 0.05);
});

describe('momentum', () => {
	const spec = (momentum: number, penalty: NonNullable<RunSpecInput['penalty']>): RunSpecInput => ({
		data: { kind: 'diabetes', m: 100 },
		network: { hidden: [] },
		optimizer: { kind: 'sgd', learningRate: 0.05, momentum },
		penalty,
		training: { epochs: 20_000, recordEvery: 20_000 },
	});

	test('momentum-amplifies: the same minimizer, and a decay of its own that goes 1/(1 − μ) times as fast', async () => {
		const finding = find(spec(0.8, half(0.1)), 'momentum-amplifies');
		expect(finding?.value).toBeCloseTo(5);
		expectClose(await weights(spec(0.8, half(0.1))), await weights(spec(0, half(0.1))), 1e-3);
		const left = async (momentum: number, epochs: number) =>
			norm(
				await weights(
					decayAlone({
						optimizer: { kind: 'sgd', learningRate: 0.001, momentum },
						penalty: half(1),
						training: { epochs },
					}),
				),
			);
		expectClose(Math.log(await left(0.8, 1000)) / Math.log(await left(0, 1000)), finding?.value, 0.02);
	});

	test('decoupled-beside-momentum: the minimizer of (1 − μ)·λ', async () => {
		const finding = find(spec(0.8, half(0.1, 'decoupled')), 'decoupled-beside-momentum');
		expectClose(
			await weights(spec(0.8, half(0.1, 'decoupled'))),
			await weights(spec(0, half(0.1 * (finding?.value ?? 0)))),
			5e-3,
		);
	});
});

test('l2-with-adam: not the weights of AdamW; adamw-timescale: every weight within 1/d', async () => {
	const spec = (application: 'loss' | 'decoupled'): RunSpecInput => ({
		data: { kind: 'linear-teacher', m: 50, features: 4, teacherStandardDeviation: 3, seed: 3, test: null },
		network: { hidden: [] },
		optimizer: { kind: 'adam', learningRate: 0.01 },
		penalty: half(0.5, application),
		training: { epochs: 20_000, recordEvery: 20_000, learningRateDecay: 'linear' },
	});
	expect(find(spec('loss'), 'l2-with-adam')?.severity).toBe('warning');
	expect(find(spec('loss'), 'adamw-timescale')).toBeUndefined();
	expect(find(spec('decoupled'), 'adamw-timescale')?.value).toBeCloseTo(1 / (0.01 * 0.5));
	const [coupled, decoupled] = [await weights(spec('loss')), await weights(spec('decoupled'))];
	expect(Math.max(...coupled.map(Math.abs))).toBeGreaterThan(2.5);
	expectClose(Math.max(...decoupled.map(Math.abs)), 1 / 0.5, 0.01);
});

test('l1-without-zeros: no zero through the gradient, some by the proximal step', async () => {
	const spec = (application: 'loss' | 'decoupled'): RunSpecInput => ({
		data: { kind: 'breast-cancer', m: 100 },
		network: { hidden: [] },
		optimizer: { kind: 'sgd', learningRate: 0.1 },
		penalty: { norm: 'l1', lambda: 10, scaling: 'over-m', application },
		training: { epochs: 300 },
	});
	expect(find(spec('loss'), 'l1-without-zeros')).toBeDefined();
	expect((await run(spec('loss'))).final.zeroWeights).toBe(0);
	expect(find(spec('decoupled'), 'l1-without-zeros')).toBeUndefined();
	expect((await run(spec('decoupled'))).final.zeroWeights).toBeGreaterThan(5);
});

test('biases-differ: the bias of a linear fit is no longer free', async () => {
	const spec = (penalizeBiases: boolean): RunSpecInput => ({
		data: { kind: 'diabetes', m: 100 },
		network: { hidden: [] },
		optimizer: { kind: 'sgd', learningRate: 0.1 },
		penalty: { ...half(1), penalizeBiases },
		training: { epochs: 2000, recordEvery: 2000 },
	});
	expect(find(spec(true), 'biases-differ')).toBeDefined();
	expect(find(spec(false), 'biases-differ')).toBeUndefined();
	const bias = async (penalised: boolean) => (await run(spec(penalised))).weights?.b[0]?.[0] ?? Number.NaN;
	expectClose(await bias(true), (await bias(false)) / 2, 1e-3); // d = 1 beside a column of ones
});

describe('the same penalty by another name', () => {
	const spec = (penalty: NonNullable<RunSpecInput['penalty']>, m = 40): RunSpecInput => ({
		data: { kind: 'moons', m },
		penalty,
		training: { epochs: 500, batchSize: 20 },
	});
	test.each(['full', 'half', 'over-2b'] as const)('scaling-ignores-m: %s is that λ under over-2m', async (scaling) => {
		const finding = find(spec({ lambda: 0.3, scaling }), 'scaling-ignores-m');
		expectClose(
			await weights(spec({ lambda: 0.3, scaling })),
			await weights(spec({ lambda: finding?.value ?? 0 })),
			1e-5,
		);
		expectClose(find(spec({ lambda: 0.3, scaling }, 80), 'scaling-ignores-m')?.value, 2 * (finding?.value ?? 0), 1e-12);
	});

	test('equals-another-spelling: that weight_decay gives the same weights', async () => {
		const finding = find(spec({ lambda: 3 }), 'equals-another-spelling');
		expectClose(await weights(spec({ lambda: 3 })), await weights(spec(half(finding?.value ?? 0))), 1e-5);
		expect(find(spec({ lambda: 3 }), 'scaling-ignores-m')).toBeUndefined();
	});

	test('equals-another-spelling: not of a decay beside momentum or Adam, which ends elsewhere', () => {
		const beside = { lambda: 3, application: 'decoupled' } as const;
		const optimized = (optimizer: NonNullable<RunSpecInput['optimizer']>) =>
			find({ ...spec(beside), optimizer }, 'equals-another-spelling');
		expect(optimized({ kind: 'sgd' })).toBeDefined();
		expect(optimized({ kind: 'sgd', momentum: 0.9 })).toBeUndefined();
		expect(optimized({ kind: 'adam' })).toBeUndefined();
	});
});

test.each([
	{ loss: 'half-squared-error', alpha: 20 },
	{ loss: 'squared-error', alpha: 10 }, // the λ of (ŷ−y)² is twice Ridge’s alpha
] as const)(
	'early-stopping-as-lambda: within 1.69 times the risk of ridge with that λ of $loss',
	async ({ loss, alpha }) => {
		const data = selfContainedDataSchema.parse({ kind: 'linear-teacher', m: 60, features: 20, test: { m: 4000 } });
		const spec: RunSpecInput = {
			data,
			network: { hidden: [] },
			loss,
			init: { kind: 'explicit', W: [[Array(20).fill(0)]], b: [[0]] },
			optimizer: { kind: 'sgd', learningRate: 0.01 },
			training: { epochs: 300, recordEvery: 300 },
		};
		const lambda = find(spec, 'early-stopping-as-lambda')?.value ?? Number.NaN;
		expect(lambda).toBe(20);
		const { train: sample, test: held } = drawDataSet(data);
		const risk = (w: readonly number[]) =>
			(held?.X ?? []).reduce(
				(sum, row, i) => sum + (row.reduce((z, x, j) => z + x * (w[j] ?? 0), 0) - (held?.y[i] ?? 0)) ** 2,
				0,
			);
		expect(risk(await weights(spec)) / risk(ridge(sample.X, sample.y, alpha))).toBeLessThan(1.69);
		expect(
			find({ ...spec, training: { epochs: 100_000 }, penalty: { lambda: 1 } }, 'early-stopping-as-lambda'),
		).toBeUndefined();
	},
);

test('no-held-out: the result has no test loss', async () => {
	const spec = (test: null | { m: number }): RunSpecInput => ({
		data: { kind: 'moons', test },
		training: { epochs: 1 },
	});
	expect(find(spec(null), 'no-held-out')).toBeDefined();
	expect((await run(spec(null))).final.testLoss).toBeNull();
	expect(find(spec({ m: 5 }), 'no-held-out')).toBeUndefined();
});

describe('inputs-off-scale', () => {
	const x = Array.from({ length: 40 }, (_, i) => i / 20 - 1);
	const spec = (scale: number, shift: number): RunSpecInput => ({
		data: {
			kind: 'inline',
			X: x.map((each) => [0.5, scale * each + shift]),
			y: x.map((each) => 2 * each),
			columns: ['a', 'b'],
		},
		network: { hidden: [] },
		optimizer: { kind: 'sgd', learningRate: 0.1 },
		training: { epochs: 1000, recordEvery: 1000 },
	});
	test.each([
		[1, 0, false],
		[3, 2, false],
		[1, 100_000, true],
		[1000, 0, true],
		[1e-60, 0, true],
	])(
		'is said of %d·x + %d: %s, and 1,000 epochs of descent learn x but where it is said',
		async (scale, shift, isSaid) => {
			const said = find(spec(scale, shift), 'inputs-off-scale');
			expect(said?.severity).toBe(isSaid ? 'warning' : undefined);
			if (said) expect(said.message.en).toContain('Column "b" of X');
			const { status, final } = await run(spec(scale, shift));
			const hasLearned = status === 'ok' && (final.dataLoss ?? Number.NaN) < 0.01;
			expect(hasLearned).toBe(!isSaid);
		},
	);
});

describe('targets-off-scale', () => {
	const x = Array.from({ length: 40 }, (_, i) => i / 20 - 1);
	const spec = (scale: number, shift: number): RunSpecInput => ({
		data: { kind: 'inline', X: x.map((each) => [each]), y: x.map((each) => scale * Math.sin(2 * each) + shift) },
		network: { hidden: [8], activation: 'tanh' },
		optimizer: { kind: 'adam', learningRate: 0.01 },
		training: { epochs: 1000, recordEvery: 1000 },
	});
	test.each([
		[1, 0, false],
		[3, 2, false],
		[1000, 0, true],
		[1, 300, true],
		[0.01, 0, true],
	])('is said of %d·sin(2x) + %d: %s, which 1,000 epochs fit but where it is said', async (scale, shift, isSaid) => {
		expect(find(spec(scale, shift), 'targets-off-scale')?.severity).toBe(isSaid ? 'warning' : undefined);
		const misfit = async (given: RunSpecInput) => {
			const { final } = await run(given);
			const { y = [] } = given.data.kind === 'inline' ? given.data : {};
			const center = mean([...y]);
			return (2 * (final.dataLoss ?? Number.NaN)) / mean(y.map((value) => (value - center) ** 2)); // 1 − R²
		};
		expect((await misfit(spec(scale, shift))) > 0.01).toBe(isSaid);
	});

	test('of measured targets in their own units, whose mean and deviation these are', async () => {
		for (const kind of ['diabetes', 'diamonds'] as const) {
			expect(find({ data: { kind } }, 'targets-off-scale')).toBeDefined();
			expect(find({ data: { kind, standardizeTargets: true } }, 'targets-off-scale')).toBeUndefined();
			const { y } = realData(kind);
			const center = mean(y);
			const { targets } = REAL_DATA[kind];
			expectClose(targets.mean, center, 0.005);
			expectClose(targets.deviation, Math.sqrt(mean(y.map((value) => (value - center) ** 2))), 0.005);
		}
	});
});

describe('large-adam-step', () => {
	const spec = (learningRate: number, kind: 'adam' | 'sgd' = 'adam'): RunSpecInput => ({
		data: { kind: 'moons', m: 100 },
		optimizer: { kind, learningRate },
		training: { epochs: 300, recordEvery: 300 },
	});
	test('is said of 1.0, which learns nothing, and not of 0.01, which learns', async () => {
		expect(find(spec(1), 'large-adam-step')?.value).toBe(1);
		expect(find(spec(0.01), 'large-adam-step')).toBeUndefined();
		expect(find(spec(1, 'sgd'), 'large-adam-step')).toBeUndefined();
		const [large, small] = [await run(spec(1)), await run(spec(0.01))];
		expect(large.final.dataLoss).toBeGreaterThan(0.6); // of log 2 = 0.69
		expect(small.final.dataLoss).toBeLessThan(0.3);
	});

	test('is said exactly above 1/√n of the widest layer’s inputs', () => {
		const wide = (learningRate: number) => ({ ...spec(learningRate), network: { hidden: [100, 4] } });
		expect(find(wide(0.1001), 'large-adam-step')).toBeDefined();
		expect(find(wide(0.0999), 'large-adam-step')).toBeUndefined();
	});
});

describe('more-data', () => {
	const spec = (
		penalty: NonNullable<RunSpecInput['penalty']>,
		{ m = 40, batchSize = 20 }: { m?: number; batchSize?: number | 'full' } = {},
	): RunSpecInput => ({ data: { kind: 'moons', m }, penalty, training: { batchSize } });
	const laterOf = (...given: Parameters<typeof spec>) => find(spec(...given), 'more-data')?.value ?? Number.NaN;
	const coefficientOf = (...given: Parameters<typeof spec>) =>
		resolve(canonical(spec(...given))).derived.penaltyCoefficient;

	test.each(SCALINGS)('under %s gives ten times the data the coefficient that λ/2m then has', (scaling) => {
		for (const batchSize of [20, 'full'] as const) {
			// Two spellings of one coefficient at 40 examples must be so at 400.
			const equal = coefficientOf({ lambda: 3 }) / coefficientOf({ lambda: 1, scaling }, { batchSize });
			const later = laterOf({ lambda: equal, scaling }, { batchSize });
			expectClose(
				coefficientOf({ lambda: later, scaling }, { m: 400, batchSize }),
				coefficientOf({ lambda: laterOf({ lambda: 3 }, { batchSize }) }, { m: 400 }),
				1e-12,
			);
		}
	});

	test('is said of an L2 part only, the last of all, and follows the study of such networks', () => {
		for (const silent of [{ lambda: 0 }, { lambda: 1, norm: 'l1' } as const]) {
			expect(find(spec(silent), 'more-data')).toBeUndefined();
		}
		expect(find(spec({ lambda: 1, norm: 'elastic' }), 'more-data')).toBeDefined();
		expect(explain(resolve(canonical(spec({ lambda: 1 })))).findings.at(-1)?.code).toBe('more-data');
		const factorAfter = (trained: OptimizerName) => factorOf[ruleOutcomes(trained).best](10);
		expectClose(laterOf({ lambda: 1 }), factorAfter('sgd'), 1e-12);
		expectClose(laterOf({ lambda: 1 }, { batchSize: 'full' }), factorAfter('full-batch'), 1e-12);
		const adamw = { ...spec({ lambda: 1, application: 'decoupled' }), optimizer: { kind: 'adam' as const } };
		expectClose(find(adamw, 'more-data')?.value, factorAfter('adamw'), 1e-12);
	});

	test('says whose λ is kept where the run’s is another', () => {
		const message = (scaling: (typeof SCALINGS)[number]) => find(spec({ lambda: 1, scaling }), 'more-data')?.message;
		expect(message('over-2m')?.en).toMatch(/^With 400 examples instead of 40, keep λ(\/√?m)?: λ (1 becomes|stays 1)/);
		expect(message('half')?.en).toContain('that of λ/2m: this run’s λ');
		expect(message('half')?.zh).toContain('按 λ/2m 计');
	});
});

test('explains any valid spec, the worst first, each code at most once', () => {
	fc.assert(
		fc.property(validSpec, (input) => {
			const { findings } = explain(resolve(canonical(input)));
			const codes = findings.map(({ code }) => code);
			expect(new Set(codes).size).toBe(codes.length);
			for (const { code, message, value } of findings) {
				expect(FINDING_CODES).toContain(code);
				expect(Number.isFinite(value)).toBe(true);
				expect(`${message.en}${message.zh}`).not.toMatch(/NaN|Infinity|undefined/);
			}
			const order = findings.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity));
			expect(order).toEqual([...order].sort((a, b) => a - b));
		}),
		{ numRuns: 300, seed: 1 },
	);
});
