/** What somebody who calls the converter reads: defaults, reasons, refusals, timescales, languages. */
import { describe, expect, test } from 'vitest';
import { convert } from '../../../src/convert/convert.ts';
import { libraries } from '../../../src/convert/libraries.ts';
import { type ConvertQueryInput, convertQuerySchema } from '../../../src/schema/convertQuery.ts';
import { fieldErrors } from '../../../src/schema/fieldErrors.ts';
import { LIBRARY_IDS } from '../../../src/schema/libraryIds.ts';
import { LOSSES } from '../../../src/schema/losses.ts';

const ask = (input: ConvertQueryInput) => convert(convertQuerySchema.parse(input));
const answer = (input: ConvertQueryInput) => {
	const outcome = ask(input);
	if (!outcome.ok) throw new Error(outcome.errors[0]?.message);
	return outcome.conversion;
};
const find = (input: ConvertQueryInput, id: string) => answer(input).equivalents.find(({ library }) => library === id);

/** 2⁻¹⁰²², below which doubles have fewer digits. */
const SMALLEST_NORMAL = 2 ** -1022;

describe('the loss', () => {
	test('left out, is the first that `from` trains on', () => {
		expect(answer({ from: 'sklearn-ridge', value: 1, m: 50 }).loss).toBe('half-squared-error');
		expect(answer({ from: 'convnetjs', value: 1, m: 50 }).loss).toBe('softmax-cross-entropy');
		expect(answer({ from: 'lambda', value: 1, m: 50 }).loss).toBe('binary-cross-entropy');
	});

	test('that `from` does not train on is refused with those that it does', () => {
		expect(ask({ from: 'sklearn-ridge', value: 1, m: 50, loss: 'binary-cross-entropy' })).toEqual({
			ok: false,
			errors: [
				{
					path: 'loss',
					message:
						'"binary-cross-entropy" is not what scikit-learn Ridge trains on: one of "half-squared-error", "squared-error"',
				},
			],
		});
	});

	test('leaves out the libraries that do not train on it, by name', () => {
		const { equivalents, omitted } = answer({ from: 'lambda', value: 1, m: 50, loss: 'half-squared-error' });
		expect(omitted.map(({ library }) => library)).toEqual([
			'sklearn-logistic-regression',
			'liblinear',
			'glmnet-binomial',
			'sklearn-logistic-regression-cv',
			'sklearn-svc',
			'sklearn-linear-svc',
			'spark-logistic',
		]);
		expect(equivalents.length + omitted.length).toBe(LIBRARY_IDS.length);
	});
});

describe('a loss of each row', () => {
	const { loss, equivalents } = answer({ from: 'lambda', value: 7, m: 50 });

	test('where λ comes without one, is a cross-entropy or ½(ŷ−y)², whichever the library trains on', () => {
		expect(loss).toBe('binary-cross-entropy');
		expect(equivalents.map(({ library }) => library)).toEqual([...LIBRARY_IDS]);
		for (const row of equivalents) {
			expect(libraries[row.library].losses).toContain(row.loss);
			expect(row.loss).not.toBe('squared-error');
		}
	});

	test('is the one that is named, of which λ then is', () => {
		const ridge = { from: 'sklearn-ridge', value: 7.3, m: 100 } as const;
		expect(answer({ ...ridge, loss: 'half-squared-error' }).lambda).toBeCloseTo(7.3, 12);
		expect(answer({ ...ridge, loss: 'squared-error' }).lambda).toBeCloseTo(14.6, 12);
		const query = { from: 'lambda', value: 7.3, m: 100, loss: 'squared-error' } as const;
		expect(find(query, 'pytorch-sgd')?.value).toBeCloseTo(0.073, 12);
		expect(find(query, 'sklearn-ridge')).toMatchObject({
			value: 3.65,
			loss: 'squared-error',
			caveats: expect.not.arrayContaining([expect.stringContaining('The library trains on')]),
		});
		expect(find(query, 'statsmodels')?.caveats[0]).toContain('The library trains on ½(ŷ−y)²');
	});
});

describe('exact', () => {
	const rows = (input: Partial<ConvertQueryInput>) => answer({ from: 'lambda', value: 1, m: 50, ...input }).equivalents;

	test.each(LOSSES)('beside %s is only what this project has run, with a reason for the rest', (loss) => {
		for (const { exact, checked, reason, reasonCode } of rows({ loss })) {
			if (exact) expect(checked.how).toBe('run');
			expect(reason === undefined && reasonCode === undefined).toBe(exact);
		}
	});

	test('names the library that is not verified, whichever of the two it is', () => {
		const reason = expect.stringMatching(/^Paddle .* documentation of version 2, not run here\.$/);
		expect(find({ from: 'lambda', value: 1, m: 50 }, 'paddle')).toMatchObject({ exact: false, reason });
		const fromPaddle = answer({ from: 'paddle', value: 1, m: 50 });
		expect(fromPaddle).toMatchObject({ exact: false, reasonCode: 'unverified', reason });
		expect(fromPaddle.equivalents.find(({ library }) => library === 'pytorch-sgd')).toMatchObject({ reason });
		expect(fromPaddle.equivalents.filter((one) => one.exact).map(({ library }) => library)).toEqual(['paddle']);
	});

	test.each([
		{ m: 50, batchSize: 'full', exact: true },
		{ m: 50, batchSize: 10, exact: true },
		{ m: 50, batchSize: 8, exact: false, stronger: '1.43' }, // (6 + 8/2) / 7
		{ m: 50, batchSize: 49, exact: false, stronger: '25' }, // (1 + 49) / 2
		{ m: 1000, batchSize: 32, exact: false, stronger: '1.09' },
	] as const)('holds for an MLP of m = $m, B = $batchSize: $exact', ({ exact, ...query }) => {
		const { stronger, ...sizes } = { stronger: undefined, ...query };
		const found = rows(sizes).find(({ library }) => library === 'sklearn-mlp');
		expect(found?.exact).toBe(exact);
		if (stronger) expect(found?.reason).toContain(`the penalty is ${stronger} times`);
		expect(rows(sizes).find(({ library }) => library === 'pytorch-sgd')?.exact).toBe(true);
	});

	test('needs sd(y) where the library divides by it', () => {
		const glmnet = (input: Partial<ConvertQueryInput>) =>
			rows({ loss: 'half-squared-error', ...input }).find(({ library }) => library === 'glmnet-gaussian');
		expect(glmnet({})).toMatchObject({ exact: false, reasonCode: 'target-deviation-assumed' });
		expect(glmnet({ targetDeviation: 1 })).toMatchObject({ exact: true });
	});
});

describe('AdamW', () => {
	const query = { from: 'lambda', value: 2.5, m: 50, batchSize: 8, learningRate: 0.01 } as const;

	test('is never exact, and says its timescale in steps and in epochs of ⌈m/B⌉ steps', () => {
		const adamw = find(query, 'pytorch-adamw');
		expect(adamw).toMatchObject({ value: 0.05, exact: false, reason: expect.stringContaining('no λ') });
		expect(adamw?.timescale?.steps).toBeCloseTo(1 / (0.01 * 0.05), 9);
		expect(adamw?.timescale?.epochs).toBeCloseTo(2000 / 7, 9);
	});

	test('of 0 is what every other penalty of 0 is, but for leaves, other losses and what was not run', () => {
		const adam = { from: 'pytorch-adam', value: 0, m: 50, loss: 'half-squared-error' } as const;
		for (const from of ['pytorch-adam', 'pytorch-adamw', 'keras-adamw'] as const) {
			for (const to of ['pytorch-sgd', 'pytorch-adamw', 'optax-adamw', 'sklearn-lasso', 'glmnet-gaussian'] as const) {
				expect(find({ ...adam, from }, to)).toMatchObject({ value: 0, exact: true });
			}
			expect(answer({ ...adam, from })).toMatchObject({ lambda: 0, exact: true });
			expect(find({ ...adam, from }, 'xgboost-gbtree')).toMatchObject({ exact: false });
			expect(find({ ...adam, from }, 'lion-pytorch')).toMatchObject({ exact: false, reasonCode: 'unverified' });
		}
		expect(find({ ...adam, value: 1e-9 }, 'pytorch-adamw')).toMatchObject({ exact: false });
	});

	test('as the source makes λ and every other value inexact, but not its own', () => {
		const { exact, equivalents } = answer({ ...query, from: 'pytorch-adamw', value: 0.05 });
		expect(exact).toBe(false);
		const same = ['pytorch-adamw', 'pytorch-adam-decoupled', 'keras-adamw', 'optax-adamw'];
		expect(equivalents.filter((one) => one.exact).map(({ library }) => library)).toEqual(same);
	});

	test('is not spelled with the η of SGD, which says nothing of its timescale', () => {
		const sgd = { from: 'pytorch-sgd', value: 0.05, m: 50, batchSize: 8, learningRate: 0.01 } as const;
		expect(find(sgd, 'pytorch-sgd')?.timescale?.steps).toBe(2000);
		expect(find(sgd, 'pytorch-adamw')?.timescale).toBeUndefined();
		expect(find({ ...sgd, from: 'pytorch-adamw' }, 'pytorch-sgd')?.timescale).toBeUndefined();
	});

	test('has a timescale where Adam has none; without η nothing has', () => {
		expect(find(query, 'pytorch-adam')?.timescale).toBeUndefined();
		expect(find(query, 'pytorch-sgd')?.timescale?.steps).toBeCloseTo(2000, 9);
		const { learningRate: _, ...without } = query;
		expect(find(without, 'pytorch-adamw')?.timescale).toBeUndefined();
	});
});

describe('momentum', () => {
	const query = { from: 'pytorch-sgd', value: 5e-4, m: 50_000, batchSize: 128, learningRate: 0.1 } as const;

	test('lets a decay act 1/(1 − μ) times as fast, and the code shows it', () => {
		const plain = find(query, 'pytorch-sgd');
		expect(plain?.timescale?.steps).toBeCloseTo(20_000, 6);
		expect(plain?.snippet).not.toContain('momentum');
		const sgd = find({ ...query, momentum: 0.9 }, 'pytorch-sgd');
		expect(sgd?.timescale?.steps).toBeCloseTo(2000, 6);
		expect(sgd?.timescale?.epochs).toBeCloseTo(2000 / 391, 6);
		expect(sgd?.snippet).toContain('momentum=0.9');
		expect(sgd?.value).toBe(5e-4);
	});

	test('is that of every row that takes the same steps, and of no other', () => {
		const optax = find({ ...query, momentum: 0.9 }, 'optax');
		expect(optax?.timescale?.steps).toBeCloseTo(2000, 6);
		expect(optax?.snippet).toContain('momentum=0.9');
		expect(find({ ...query, momentum: 0.9 }, 'pytorch-adamw')?.snippet).not.toContain('momentum');
		const own = find(query, 'timm-sgd'); // its SGD has 0.9 of itself, where none is stated
		expect(own?.timescale?.steps).toBeCloseTo(2000, 6);
		expect(own?.snippet).toContain('momentum=0.9');
		expect(find({ ...query, momentum: 0 }, 'timm-sgd')?.snippet).toContain('momentum=0,');
		const adam = { ...query, from: 'pytorch-adam', momentum: 0.9 } as const; // it has no such momentum
		expect(find(adam, 'keras-weight-decay')?.value).toBe(5e-4);
	});

	test.each([1, -0.1])('%s is refused', (momentum) => {
		expect(convertQuerySchema.safeParse({ ...query, momentum }).success).toBe(false);
	});
});

describe('what has no finite answer', () => {
	test('λ = 0 has no C', () => {
		const found = find({ from: 'lambda', value: 0, m: 50 }, 'sklearn-logistic-regression');
		expect(found).toMatchObject({ value: null, snippet: null, exact: false });
	});

	test('C = 0 is refused', () => {
		const outcome = ask({ from: 'liblinear', value: 0, m: 50 });
		expect(outcome).toMatchObject({ ok: false, errors: [{ path: 'value', message: expect.stringContaining('-c') }] });
	});
});

describe('strengths at the ends of what can be said', () => {
	const extremes = [1e-90, 1e9];
	const cases = ['lambda' as const, ...LIBRARY_IDS].flatMap((from) =>
		extremes.flatMap((value) => extremes.map((targetDeviation) => ({ from, value, targetDeviation }))),
	);

	test.each(cases)('$from = $value, sd(y) = $targetDeviation never becomes 0, ∞ or subnormal', (query) => {
		for (const [m, batchSize] of [
			[1, 1],
			[1e9, 1],
			[1e9, 'full'],
		] as const) {
			for (const learningRate of [1e-90, 1e6]) {
				const { lambda, equivalents } = answer({ ...query, m, batchSize, learningRate });
				const numbers = equivalents.flatMap(({ value, timescale }) => [value, ...Object.values(timescale ?? {})]);
				for (const number of [lambda, ...numbers]) {
					expect(number).toBeGreaterThanOrEqual(SMALLEST_NORMAL);
					expect(number).toBeLessThan(Number.POSITIVE_INFINITY);
				}
				for (const { snippet } of equivalents) expect(snippet).not.toBeNull();
			}
		}
	});

	test('λ that a run does not take is said, in both languages', () => {
		const query = { from: 'pytorch-sgd', value: 1e9, m: 1000 } as const;
		expect(answer(query)).toMatchObject({ lambda: 1e12, exact: true, caveat: expect.stringContaining('1000000000') });
		expect(answer({ ...query, language: 'zh' }).caveat).toMatch(/\p{Script=Han}/u);
		expect(answer({ ...query, value: 1e6 })).not.toHaveProperty('caveat');
	});
});

test('trees convert into each other exactly but for several classes, into weights never', () => {
	const query = { from: 'xgboost-gbtree', value: 1, m: 50 } as const;
	expect(find(query, 'lightgbm')).toMatchObject({ value: 1, exact: true });
	expect(find({ ...query, loss: 'softmax-cross-entropy' }, 'lightgbm')).toMatchObject({ exact: false });
	expect(find(query, 'pytorch-sgd')).toMatchObject({ exact: false, reason: expect.stringContaining('leaves') });
});

test('language zh gives Chinese caveats and reasons', () => {
	const adamw = find({ from: 'lambda', value: 1, m: 50, language: 'zh' }, 'pytorch-adamw');
	for (const text of [adamw?.reason, ...(adamw?.caveats ?? [])]) expect(text).toMatch(/\p{Script=Han}/u);
});

test.each<[string, Record<string, unknown>, string, RegExp]>([
	['a batch larger than m', { batchSize: 51 }, 'batchSize', /51 is more than the 50/],
	['a strength below 0', { value: -1 }, 'value', /at least 0/],
	[
		'a value that would become 0',
		{ from: 'sklearn-ridge', value: 5e-324, m: 1e9 },
		'value',
		/5e-324 .* 0, or at least 1e-90/,
	],
	['a rate that would become 0', { learningRate: 1e-300 }, 'learningRate', /1e-300 .* at least 1e-90/],
	['a deviation that would become 0', { targetDeviation: 5e-324 }, 'targetDeviation', /5e-324 .* at least 1e-90/],
	['an unknown library', { from: 'numpy' }, 'from', /"lambda", "pytorch-sgd"/],
	['an unknown field', { dampening: 0.9 }, 'dampening', /not a field/],
	['no examples', { m: 0 }, 'm', /at least 1/],
	['no examples later', { newM: 0 }, 'newM', /at least 1/],
	['half an example later', { newM: 0.5 }, 'newM', /whole/],
	['as many examples later', { newM: 50 }, 'newM', /50 is m itself/],
])('the schema refuses %s', (_, changed, path, message) => {
	const input = { from: 'lambda', value: 1, m: 50, ...changed };
	const parsed = convertQuerySchema.safeParse(input);
	expect(parsed.success).toBe(false);
	const errors = parsed.error ? fieldErrors(parsed.error, input, convertQuerySchema) : [];
	expect(errors).toEqual([{ path, message: expect.stringMatching(message) }]);
});

/** Names in objectives beside an entry's parameter: products of letters, other parameters, a singular of `alphas`. */
const OWN_NAMES = ['ΣL', 'Σw', 'Σv', 'Xw', 'Zw', 'Ka', 'alpha', 'l1_ratio', 'L1_wt', 'rate', 'sd'];

describe.each(LIBRARY_IDS)('the entry %s', (id) => {
	const library = libraries[id];

	test('has a source, losses and caveats in both languages', () => {
		expect(library.source).toMatch(/^https:\/\//);
		expect(library.losses.length).toBeGreaterThan(0);
		expect(library.caveats.length).toBeGreaterThan(0);
		for (const { en, zh } of library.caveats) {
			expect(en).toMatch(/^[^\p{Script=Han}]+\.$/u);
			expect(zh).toMatch(/\p{Script=Han}.*。$/u);
		}
	});

	test('states its objective in no language: its own names, operators and functions', () => {
		const words = library.objective.match(/[\p{L}_][\p{L}\d_]+/gu) ?? [];
		const known = ['min', 'max', 'sd', 'ln', 'Adam', 'Lion', 'Muon', ...library.parameter.split(/\W+/)];
		for (const word of words) expect([...known, ...OWN_NAMES]).toContain(word);
	});

	test('says so where it penalizes biases', () => {
		const said = library.caveats.some(({ en }) => /bias/i.test(en));
		if (library.penalizesBiases) expect(said).toBe(true);
	});

	test('with a regression has one squared error of its own, or the user writes it', () => {
		const both = library.losses.filter((loss) => loss.endsWith('squared-error'));
		expect(both).toHaveLength(both.length === 0 ? 0 : 2);
		if (both.length === 0) expect(library.ownSquaredError).toBeUndefined();
	});

	test('assumes no squared error without the ½', () => {
		expect(library.losses[0]).not.toBe('squared-error');
	});
});

test.each<{ from: ConvertQueryInput['from']; has: string[]; lacks: string[] }>([
	{
		from: 'pytorch-sgd',
		has: ['pytorch-sgd', 'optax', 'keras-weight-decay'],
		lacks: ['pytorch-adam', 'pytorch-adamw', 'optax-lion', 'pytorch-muon'],
	},
	{
		from: 'pytorch-adamw',
		has: ['pytorch-adamw', 'pytorch-adam', 'keras-adamw'],
		lacks: ['pytorch-sgd', 'optax-lion'],
	},
	{ from: 'optax-lion', has: ['optax-lion'], lacks: ['pytorch-muon', 'lion-pytorch', 'pytorch-sgd', 'pytorch-adam'] },
	{ from: 'sklearn-ridge', has: [], lacks: ['pytorch-sgd', 'pytorch-adam'] },
	{ from: 'lambda', has: ['pytorch-sgd', 'pytorch-adam', 'optax-lion'], lacks: [] },
])('an η of $from stands only in the code of optimizers of its kind', ({ from, has, lacks }) => {
	const outcome = convert(convertQuerySchema.parse({ from, value: 0.01, m: 1000, learningRate: 0.0625 }));
	if (!outcome.ok) throw new Error(JSON.stringify(outcome));
	const codeOf = (id: string) => outcome.conversion.equivalents.find(({ library }) => library === id)?.snippet;
	for (const id of has) expect(codeOf(id)).toContain('0.0625');
	for (const id of lacks) expect(codeOf(id)).toMatch(/(lr|learning_rate)=learning_rate\b/);
});
