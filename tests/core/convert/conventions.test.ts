/** The column "value equal to our λ" of the register of conventions, typed by hand for m = 50, B = 5, λ = 2.5. */
import { describe, expect, test } from 'vitest';
import { convert } from '../../../src/convert/convert.ts';
import { convertQuerySchema, LIBRARY_IDS, type LibraryId } from '../../../src/schema/convertQuery.ts';
import type { Loss } from '../../../src/schema/objective.ts';

const TARGET_DEVIATION = 3;

/** Values beside a cross-entropy, ½(ŷ−y)² and (ŷ−y)²; null: not trained. */
type Row = [
	library: LibraryId,
	crossEntropy: number | null,
	half: number | null,
	whole: number | null,
	exact?: boolean,
];

const rows: Row[] = [
	['pytorch-sgd', 0.05, 0.05, 0.1],
	['pytorch-adam', 0.05, 0.05, 0.1],
	['pytorch-adamw', 0.05, 0.05, 0.1, false],
	['keras-l2', 0.025, 0.025, 0.05],
	['keras-weight-decay', 0.05, 0.05, 0.1],
	['tfjs-l2', 0.025, 0.025, 0.05],
	['optax', 0.05, 0.05, 0.1],
	['fastai', 0.05, 0.05, 0.1],
	['caffe', 0.05, 0.05, 0.05],
	['convnetjs', 0.25, 0.25, 0.25],
	['tf-playground', null, 0.05, 0.05],
	['sklearn-ridge', null, 2.5, 2.5],
	['sklearn-elasticnet', null, 0.05, 0.05],
	['sklearn-sgd', 0.05, 0.05, 0.05],
	['sklearn-logistic-regression', 0.4, null, null],
	['liblinear', 0.4, null, null],
	['sklearn-mlp', 0.25, 0.25, 0.25],
	['glmnet-binomial', 0.05, null, null],
	['glmnet-gaussian', null, 0.15, 0.15],
	['statsmodels', 0.05, 0.05, 0.05],
	['xgboost-gbtree', 2.5, 2.5, 2.5, false],
	['lightgbm', 2.5, 2.5, 2.5, false],
	['xgboost-gblinear', 0.05, 0.05, 0.05],
	['vowpal-wabbit', 0.05, 0.1, 0.1],
	['spark', null, 0.15, 0.15, false],
	['paddle', 0.05, 0.05, 0.1],
	['matlab', 0.05, 0.05, 0.05],
];

const crossEntropy = (library: LibraryId): Loss =>
	library === 'convnetjs' || library === 'matlab' ? 'softmax-cross-entropy' : 'binary-cross-entropy';

const equivalent = (library: LibraryId, loss: Loss) => {
	const query = { from: 'lambda', value: 2.5, m: 50, batchSize: 5, loss, targetDeviation: TARGET_DEVIATION } as const;
	const outcome = convert(convertQuerySchema.parse(query));
	return outcome.ok ? outcome.conversion.equivalents.find((one) => one.library === library) : undefined;
};

test('the table has every library once', () => {
	expect(rows.map(([library]) => library)).toEqual([...LIBRARY_IDS]);
});

describe.each(rows)('λ = 2.5 with m = 50 and B = 5 in %s', (library, ofCrossEntropy, ofHalf, ofWhole, exact = true) => {
	test.each<[Loss, number | null]>([
		[crossEntropy(library), ofCrossEntropy],
		['half-squared-error', ofHalf],
		['squared-error', ofWhole],
	])('beside %s is %s', (loss, expected) => {
		const found = equivalent(library, loss);
		if (expected === null) {
			expect(found).toBeUndefined();
			return;
		}
		expect(found?.value).toBeCloseTo(expected, 12);
		expect(found?.exact).toBe(exact);
		expect(found?.reason === undefined).toBe(exact);
		expect(found?.snippet).toContain(String(expected));
	});
});
