/** What the form of a sweep says of the base that its cells share, in the reader's language. */
import { expect, test } from 'vitest';
import { checkSweep } from '../../../site/sweeps/checkSweep.ts';

const errorsOf = (base: object, language: 'en' | 'zh') => {
	const checked = checkSweep({ base: { data: { kind: 'moons' }, ...base }, axes: { m: [30, 100] } }, language);
	return checked.ok ? [] : checked.errors;
};

test.each([
	[{ training: { epochs: 0 } }, 'base.training.epochs', '“0”不行：至少为 1'],
	[{ training: { epoch: 5 } }, 'base.training.epoch', '没有这个字段'],
	[{ network: { activation: 'swish' } }, 'base.network.activation', '“swish”不在可选之列'],
])('of %o is told in Chinese too, at its field', (base, path, message) => {
	expect(errorsOf(base, 'zh')).toEqual([{ path, message }]);
	const english = errorsOf(base, 'en');
	expect(english.map((error) => error.path)).toEqual([path]);
	expect(english[0]?.message).toContain('(with m = 30)');
});

const xor = { kind: 'inline', X: [[0], [1], [2]], y: [0, 1, 0] };
const HALF = 'half-squared-error';

test.each([
	[
		{ data: { kind: 'wine' }, loss: 'binary-cross-entropy' },
		'“binary-cross-entropy”要求目标为 0 或 1，而数据“wine”的目标是类别编号',
	],
	[{ data: { kind: 'diabetes' }, loss: 'softmax-cross-entropy' }, '要求类别编号 0、1、2……'],
	[{ data: { kind: 'wine' }, loss: HALF }, '三个品种只是类别的名称'],
	[{ training: { batchSize: 64 } }, '64 多于训练样本数 30：至多为 30，或写“full”（全部）'],
	[{ optimizer: { kind: 'sgd', nesterov: true } }, '需要大于 0 的动量'],
	[{ penalty: { l1Ratio: 0.2 } }, '0.2 在范数“l2”下不起作用'],
	[{ training: { shuffleSeed: 3 } }, 'batchSize 为“full”时不起作用'],
	[{ network: { hidden: [] }, regularizers: { dropout: 0.5 } }, '网络没有隐藏层'],
	[{ regularizers: { seed: 3 } }, '没有 dropout 或 inputNoise 时不起作用'],
	[
		{ data: { kind: 'moons', test: { m: 50 }, validation: 60 } },
		'留出样本共 50 个，60 个用于验证后没有剩下可测试的：至多为 49',
	],
	[{ data: { kind: 'wine' }, output: { boundary: {} } }, '要在两个特征上绘制，而数据“wine”有 13 个'],
	[{ training: { batches: [[0, 99]] } }, '提到第 99 行；共 30 行，从 0 到 29'],
	[{ init: { kind: 'explicit', W: [[[1]]], b: [[0]] } }, '而网络有'],
] as const)('of a rule between fields of %o is told in Chinese', (base, said) => {
	const errors = errorsOf(base, 'zh');
	expect(errors[0]?.message).toContain(said);
	const english = errorsOf(base, 'en');
	expect(english.map(({ path }) => path)).toEqual(errors.map(({ path }) => path));
	for (const { message } of errors)
		expect(message.replaceAll(/“[^”]*”|\b(?:inputNoise|dropout|batchSize|data\.test|out|in)\b/g, '')).not.toMatch(
			/[a-z]{3}/,
		);
});

test('of another cell than the first names it', () => {
	const of = (base: object, axes: object) => {
		const checked = checkSweep({ base, axes } as Parameters<typeof checkSweep>[0], 'zh'); // the schema is asked
		return checked.ok ? [] : checked.errors.map(({ message }) => message);
	};
	expect(of({ data: { kind: 'wine' } }, { m: [100, 500] })).toEqual(['“500”不行：至多为 178（m = 500 时）']);
	const batches = { data: { kind: 'moons' }, training: { batches: [[0, 1], [2]] } };
	expect(of(batches, { m: [30], scaling: ['half', 'over-2b'] })).toEqual([
		'与第一个批的长度（2）不同，而写法“over-2b”只除以一个批大小（写法为 over-2b 时）',
	]);
	expect(of({ data: xor, training: { epochs: 5 } }, { m: [3] })[0]).toContain('对 inline 数据不起作用');
});
