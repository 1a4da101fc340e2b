/** What a result says was trained is what its experiment's specs train. */
import { describe, expect, test } from 'vitest';
import { describeSetting } from '../../src/experiments/describeSetting.ts';
import { EXPERIMENTS, findExperiment } from '../../src/experiments/registry.ts';
import { settingOf } from '../../src/experiments/setting.ts';
import { canonical } from '../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import { settingSchema } from '../../src/schema/setting.ts';

function settingAt(name: string, parameters: object = {}) {
	const experiment = findExperiment(name);
	if (!experiment) throw new Error(`there is no experiment "${name}"`);
	return settingOf(
		experiment.specs(parameters).map((spec) => canonical(spec)),
		experiment.computed(parameters),
	);
}

const moons = [{ kind: 'moons', noise: 0.3 }];
const withoutRegularizers = { dropout: [0], inputNoise: [0], steps: [] };

describe('the setting read off the specs', () => {
	test('of lambda-across-sizes: four sizes, seven λ, 16 seeds', () => {
		expect(settingAt('lambda-across-sizes')).toEqual({
			...withoutRegularizers,
			models: [{ layers: [2, 32, 1], activation: 'tanh' }],
			data: moons,
			m: [30, 100, 300, 1000],
			optimizers: [{ kind: 'adam', learningRates: [0.05], learningRateDecay: 'linear' }],
			penalties: [{ norm: 'l2', scaling: 'over-2m', application: 'loss', lambdas: [0, 0.03, 0.1, 0.3, 1, 3, 10] }],
			batchSizes: ['full'],
			epochs: [2000],
			seeds: 16,
			runs: 4 * 7 * 16,
		});
	});

	test('of per-example-decay: steps on one row each beside one step on all', () => {
		expect(settingAt('per-example-decay')).toMatchObject({
			m: [20],
			batchSizes: [1, 'full'],
			epochs: [1],
			steps: [20],
			seeds: 1,
			runs: 20,
		});
	});

	test('of capacity: every width and activation; of adamw-timescale: minibatches and a decoupled decay', () => {
		const { models } = settingAt('capacity');
		expect(models).toHaveLength(3 * (7 + 4));
		expect(settingAt('adamw-timescale')).toMatchObject({
			batchSizes: [25],
			penalties: [{ scaling: 'half', application: 'decoupled' }],
		});
	});

	test('says in words what is computed beside the engine, with the parameters in it', () => {
		const { runs, models, computed } = settingAt('prior-sets-lambda', { draws: 100, noise: 2 });
		expect({ runs, models }).toEqual({ runs: 0, models: [] });
		expect(computed?.en).toContain('100 linear teachers (τ = 0.5, noise σ = 2)');
		expect(computed?.zh).toContain('100 个线性教师模型（τ = 0.5，噪声 σ = 2）');
	});
});

describe.each(EXPERIMENTS.map(({ name }) => name))('%s', (name) => {
	const setting = settingAt(name);
	const { en, zh } = describeSetting(setting);

	test('has a setting that the schema describes', () => {
		expect(settingSchema.strict().safeParse(setting).error).toBeUndefined();
		expect(setting.runs > 0 || setting.computed !== undefined).toBe(true);
	});

	test('tells it in one line a language, and in Chinese without English but for names', () => {
		for (const line of [en, zh]) expect(line).not.toMatch(/undefined|null|NaN|Infinity|\n/);
		expect(en).not.toMatch(/[\u4e00-\u9fff]/);
		expect(zh).toMatch(/^(训练设置|双精度计算)：.*。$/);
		expect(zh).not.toMatch(/[,;] |\w\. |[\u4e00-\u9fff] [\u4e00-\u9fff]/);
		const words = zh.match(/[A-Za-z]{2,}/g) ?? [];
		const names = ['SGD', 'Adam', 'AdamW', 'Nesterov', 'ReLU', 'tanh', 'sigmoid', 'dropout', 'MNIST'];
		expect(words.filter((word) => !names.includes(word))).toEqual([]);
	});
});

describe('the line of small print', () => {
	const lineOf = (...specs: RunSpecInput[]) =>
		describeSetting(
			settingOf(
				specs.map((spec) => canonical(spec)),
				null,
			),
		);

	test('tells what was trained', () => {
		expect(describeSetting(settingAt('adamw-timescale'))).toEqual({
			en: 'Trained: 2-32-1 tanh; two moons (noise 0.3); m = 100, 200, 400, 800 and 1,600; Adam (η = 0.01); L2 λ/2 (decoupled, 8 values of λ from 0.001 to 3); batches of 25; 400 epochs; 8 seeds; 320 runs.',
			zh: '训练设置：2-32-1 tanh；双月牙（噪声 0.3）；m = 100、200、400、800、1,600；Adam（η = 0.01）；L2 λ/2（解耦，λ 取 0.001 到 3 的 8 个值）；每批 25 个样本；400 轮；8 个种子；共 320 次训练。',
		});
	});

	test('tells many widths by how many they are and where they end', () => {
		const { en, zh } = lineOf(
			...[2, 4, 8, 16, 32, 64].map((width) => ({ data: { kind: 'moons' as const }, network: { hidden: [width] } })),
		);
		expect(en).toContain('2-h-1 ReLU (6 values of h from 2 to 64)');
		expect(zh).toContain('2-h-1 ReLU（h 取 2 到 64 的 6 个值）');
	});

	test('tells networks of unlike widths by name, and one run in the singular', () => {
		expect(lineOf({ data: { kind: 'digits', m: 100 }, training: { epochs: 1 } }).en).toBe(
			'Trained: 64-16-8-4-2-10 ReLU; handwritten digits; m = 100; SGD (η = 0.005); no penalty; full batches; 1 epoch; 1 run.',
		);
	});
});
