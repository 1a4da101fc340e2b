/** What somebody who calls the converter reads: defaults, reasons, refusals, timescales, languages. */
import { describe, expect, test } from 'vitest';
import { convert } from '../../../src/convert/convert.ts';
import { libraries } from '../../../src/convert/libraries.ts';
import { type ConvertQueryInput, convertQuerySchema, LIBRARY_IDS } from '../../../src/schema/convertQuery.ts';
import { fieldErrors } from '../../../src/schema/fieldErrors.ts';

const ask = (input: ConvertQueryInput) => convert(convertQuerySchema.parse(input));
const answer = (input: ConvertQueryInput) => {
	const outcome = ask(input);
	if (!outcome.ok) throw new Error(outcome.errors[0]?.message);
	return outcome.conversion;
};
const find = (input: ConvertQueryInput, id: string) => answer(input).equivalents.find(({ library }) => library === id);

describe('the loss', () => {
	test('left out, is the first that `from` trains on', () => {
		expect(answer({ from: 'sklearn-ridge', value: 1, m: 50 }).loss).toBe('squared-error');
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
						'"binary-cross-entropy" is not what scikit-learn Ridge trains on: one of "squared-error", "half-squared-error"',
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
		]);
		expect(equivalents.length + omitted.length).toBe(LIBRARY_IDS.length);
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

	test('as the source makes λ and every other value inexact, but not its own', () => {
		const { exact, equivalents } = answer({ ...query, from: 'pytorch-adamw', value: 0.05 });
		expect(exact).toBe(false);
		expect(equivalents.filter((one) => one.exact).map(({ library }) => library)).toEqual(['pytorch-adamw']);
	});

	test('has a timescale where Adam has none; without η nothing has', () => {
		expect(find(query, 'pytorch-adam')?.timescale).toBeUndefined();
		expect(find(query, 'pytorch-sgd')?.timescale?.steps).toBeCloseTo(2000, 9);
		const { learningRate: _, ...without } = query;
		expect(find(without, 'pytorch-adamw')?.timescale).toBeUndefined();
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

test('trees convert into each other exactly, into weights not', () => {
	const query = { from: 'xgboost-gbtree', value: 1, m: 50 } as const;
	expect(find(query, 'lightgbm')).toMatchObject({ value: 1, exact: true });
	expect(find(query, 'pytorch-sgd')).toMatchObject({ exact: false, reason: expect.stringContaining('leaves') });
});

test('language zh gives Chinese caveats and reasons', () => {
	const adamw = find({ from: 'lambda', value: 1, m: 50, language: 'zh' }, 'pytorch-adamw');
	for (const text of [adamw?.reason, ...(adamw?.caveats ?? [])]) expect(text).toMatch(/\p{Script=Han}/u);
});

test.each<[string, Record<string, unknown>, string, RegExp]>([
	['a batch larger than m', { batchSize: 51 }, 'batchSize', /51 is more than the 50/],
	['a strength below 0', { value: -1 }, 'value', /at least 0/],
	['an unknown library', { from: 'numpy' }, 'from', /"lambda", "pytorch-sgd"/],
	['an unknown field', { momentum: 0.9 }, 'momentum', /not a field/],
	['no examples', { m: 0 }, 'm', /at least 1/],
])('the schema refuses %s', (_, changed, path, message) => {
	const input = { from: 'lambda', value: 1, m: 50, ...changed };
	const parsed = convertQuerySchema.safeParse(input);
	expect(parsed.success).toBe(false);
	const errors = parsed.error ? fieldErrors(parsed.error, input) : [];
	expect(errors).toEqual([{ path, message: expect.stringMatching(message) }]);
});

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

	test('says so where it penalises biases', () => {
		const said = library.caveats.some(({ en }) => /bias/i.test(en));
		if (library.penalizesBiases) expect(said).toBe(true);
	});

	test('with a regression has one squared error of its own, or the user writes it', () => {
		const both = library.losses.filter((loss) => loss.endsWith('squared-error'));
		expect(both).toHaveLength(both.length === 0 ? 0 : 2);
		if (both.length === 0) expect(library.ownSquaredError).toBeUndefined();
	});
});
