/** λ carried over to another number of examples: closed forms of the numbers, and the sentences whatever was measured. */
import { describe, expect, test } from 'vitest';
import { convert } from '../../../src/convert/convert.ts';
import { LAMBDA } from '../../../src/convert/exactness.ts';
import { libraries } from '../../../src/convert/libraries.ts';
import { besideStepOf, keptOf, moveLambda } from '../../../src/convert/moveLambda.ts';
import { LANGUAGES, type Language } from '../../../src/language.ts';
import { type ConvertQueryInput, convertQuerySchema } from '../../../src/schema/convertQuery.ts';
import { RULES, type Rule } from '../../../src/schema/lambdaRules.ts';
import { LIBRARY_IDS } from '../../../src/schema/libraryIds.ts';
import type { Moved } from '../../../src/schema/movedLambda.ts';
import type { RuleOutcomes } from '../../../src/study/advice.ts';
import { eachRule } from '../../../src/study/rules.ts';

function movedOf(input: ConvertQueryInput): Moved {
	const outcome = convert(convertQuerySchema.parse(input));
	if (!outcome.ok || !outcome.conversion.moved) throw new Error(JSON.stringify(outcome));
	return outcome.conversion.moved;
}
const valuesOf = (input: ConvertQueryInput) => movedOf(input).rules.map(({ value }) => value ?? Number.NaN);

describe('at ten times as many examples', () => {
	const root = Math.sqrt(10);
	test.each([
		// Factors of the parameter when λ, λ/√m and λ/m are kept.
		{ from: 'lambda', factors: [1, root, 10] },
		{ from: 'sklearn-ridge', factors: [1, root, 10] },
		{ from: 'sklearn-logistic-regression', factors: [1, 1 / root, 1 / 10] },
		{ from: 'xgboost-gbtree', factors: [1, root, 10] },
		{ from: 'pytorch-sgd', factors: [1 / 10, 1 / root, 1] },
		{ from: 'pytorch-adamw', factors: [1 / 10, 1 / root, 1] },
		{ from: 'keras-l2', factors: [1 / 10, 1 / root, 1] },
		{ from: 'glmnet-gaussian', factors: [1 / 10, 1 / root, 1] },
		{ from: 'sklearn-mlp', factors: [1 / 10, 1 / root, 1] }, // over 2B, and B stays
	] as const)('$from goes by $factors', ({ from, factors }) => {
		const query = { from, value: 0.3, m: 200, newM: 2000, batchSize: 20, targetDeviation: 3 };
		for (const [i, value] of valuesOf(query).entries()) expect(value / 0.3).toBeCloseTo(factors[i] ?? 0, 12);
	});

	test('a batch of all rows grows with them, and none is larger than all', () => {
		const mlp = { from: 'sklearn-mlp', value: 0.3, m: 200 } as const;
		expect(valuesOf({ ...mlp, newM: 2000 })[0]).toBeCloseTo(0.3, 12);
		// alpha = λ·B/m, and λ = 3 is kept: B = 10 = m then.
		expect(valuesOf({ ...mlp, batchSize: 20, newM: 10 })[0]).toBeCloseTo(3, 12);
	});
});

test.each([...LIBRARY_IDS, LAMBDA] as const)('%s there and back is as it was, by every rule', (from) => {
	const there = movedOf({ from, value: 0.3, m: 50, newM: 700 });
	for (const [i, { value }] of there.rules.entries()) {
		expect(valuesOf({ from, value: value ?? Number.NaN, m: 700, newM: 50 })[i]).toBeCloseTo(0.3, 12);
	}
});

test('costs are of AdamW’s networks for AdamW, of linear models for their solvers, of SGD’s networks for the rest', () => {
	const measured = (from: ConvertQueryInput['from']) => movedOf({ from, value: 1, m: 5, newM: 50 }).measuredWith;
	expect(LIBRARY_IDS.filter((from) => measured(from) === 'adamw')).toEqual([
		'pytorch-adamw',
		'pytorch-adam-decoupled',
		'pytorch-muon',
		'lion-pytorch',
		'huggingface-trainer',
		'keras-adamw',
		'optax-adamw',
		'optax-lion',
	]);
	expect(LIBRARY_IDS.filter((from) => measured(from) === 'linear')).toEqual(
		expect.arrayContaining([
			...['sklearn-ridge', 'sklearn-logistic-regression', 'sklearn-elasticnet', 'sklearn-sgd', 'glmnet-gaussian'],
			...['liblinear', 'spark-logistic', 'r-lm-ridge', 'octave-ridge', 'stan', 'xgboost-gblinear'],
		]),
	);
	for (const network of ['lambda', 'sklearn-mlp', 'r-nnet', 'keras-l2', 'pytorch-adam'] as const) {
		expect(measured(network)).toBe('sgd');
	}
});

test('a linear model is advised to keep λ, by what that cost linear models', () => {
	const { advice, best } = movedOf({ from: 'sklearn-ridge', value: 1, m: 442, newM: 4420 });
	expect(best).toBe('keep-lambda');
	expect(advice).toMatch(/^With 4,420 examples instead of 442, keep λ: λ stays 1, alpha stays 1\. /);
	expect(advice).toContain('Measured on linear models');
});

describe('the advice', () => {
	const outcomes = (best: Rule, costs: readonly number[], below: number, tasks: number): RuleOutcomes => ({
		best,
		outcomes: eachRule((rule) => ({ cost: costs[RULES.indexOf(rule)] ?? 0, tasksBelow1Percent: below, tasks })),
	});
	const adviceOf = (
		measured: RuleOutcomes,
		{ newM = 10_000, language = 'en' }: { newM?: number; language?: Language } = {},
	) => {
		const query = convertQuerySchema.parse({ from: 'pytorch-sgd', value: 0.005, m: 1000, newM, language });
		const setting = { loss: 'half-squared-error' as const, m: 1000, batchSize: 1000 };
		return moveLambda({ lambda: 5, query, source: libraries['pytorch-sgd'], setting }, newM, measured).advice;
	};

	test('says what to keep, what the numbers become, and what the rules cost', () => {
		expect(adviceOf(outcomes('keep-over-sqrt-m', [0.0213, 0.004, 0.09], 7, 9))).toBe(
			'With 10,000 examples instead of 1,000, keep λ/√m: λ 5 becomes 15.8, weight_decay 0.005 becomes 0.00158. Measured on networks trained by SGD in small batches, at about ten times as many examples: against tuning again, that costs under 1% of the loss on 7 of 9 tasks (median 0.4%); keeping λ costs 2.1%, keeping weight_decay as it is 9%.',
		);
		expect(adviceOf(outcomes('keep-over-m', [0.02, 0.02, 0], 9, 9))).toMatch(
			/keep λ\/m: λ 5 becomes 50, weight_decay stays 0\.005\. .* on all 9 tasks \(median under 0\.05%\); keeping λ or λ\/√m costs 2%\.$/,
		);
		expect(adviceOf(outcomes('keep-lambda', [-0.001, 0.0001, 0.0004], 0, 9))).toMatch(
			/on none of 9 tasks \(median under 0\.05%\); keeping λ\/√m or weight_decay as it is costs under 0\.05% too\.$/,
		);
	});

	test('names no λ of a decay that has none, and keeps what its formulas say', () => {
		for (const from of LIBRARY_IDS.filter((id) => besideStepOf(libraries[id]) !== null)) {
			const { parameter } = libraries[from];
			for (const language of LANGUAGES) {
				const { advice, rules } = movedOf({ from, value: 0.1, m: 50_000, newM: 500_000, language });
				expect(advice).not.toContain('λ');
				expect(advice).toContain(`${parameter}·√m`);
				const [, inBetween, asBefore] = rules.map(({ value }) => value);
				expect((inBetween ?? 0) * Math.sqrt(500_000)).toBeCloseTo(0.1 * Math.sqrt(50_000), 9);
				expect(asBefore).toBeCloseTo(0.1, 12);
				expect(RULES.map((rule) => keptOf(rule, parameter)[language]).join()).not.toContain('λ');
			}
		}
		expect(RULES.map((rule) => keptOf(rule, besideStepOf(libraries['pytorch-adam'])).en)).toEqual(['λ', 'λ/√m', 'λ/m']);
	});

	test('says where nothing was measured', () => {
		const given = outcomes('keep-lambda', [0.01, 0.02, 0.03], 3, 9);
		for (const newM of [3000, 30_000]) expect(adviceOf(given, { newM })).toMatch(/keeping [^.]* 3%\.$/);
		expect(adviceOf(given, { newM: 30_001 })).toMatch(/more examples this is an extrapolation\.$/);
		expect(adviceOf(given, { newM: 100 })).toMatch(/Fewer examples were not measured: this is an extrapolation\.$/);
		expect(adviceOf(given, { newM: 1001 })).toMatch(/was not measured; the rules differ less there\.$/);
	});

	test.each(LANGUAGES)('reads well in %s whatever was measured', (language) => {
		for (const best of RULES) {
			for (const costs of [
				[0, 0, 0],
				[0.004, 0.02, 0.02],
				[-0.01, 12, 1],
			]) {
				for (const [below, tasks] of [
					[0, 1],
					[1, 1],
					[0, 11],
					[1, 11],
					[11, 11],
				] as const) {
					for (const newM of [1, 999, 10_000, 1e9]) {
						const advice = adviceOf(outcomes(best, costs, below, tasks), { newM, language });
						expect(advice).not.toMatch(/NaN|undefined|Infinity|\b1 tasks|\b1 examples|-\d*%| {2}/);
						if (language === 'zh') expect(advice).not.toMatch(/[a-z]{2,} [a-z]{2,}/);
					}
				}
			}
		}
	});

	test.each(LANGUAGES)('has nothing to carry over in %s where λ = 0', (language) => {
		const { advice } = movedOf({ from: 'lambda', value: 0, m: 10, newM: 100, language });
		expect(advice).toMatch(language === 'en' ? /^λ = 0 stays 0/ : /λ = 0 仍为 0/);
	});
});
