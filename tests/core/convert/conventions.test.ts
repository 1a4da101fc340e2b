/**
 * What libraries call λ = 2.5 with m = 50 and B = 5, typed by hand from the register of conventions: λ is that of the
 * stated loss.
 */
import { describe, expect, test } from 'vitest';
import { convert } from '../../../src/convert/convert.ts';
import type { ReasonCode } from '../../../src/schema/conversion.ts';
import { convertQuerySchema } from '../../../src/schema/convertQuery.ts';
import { LIBRARY_IDS, type LibraryId } from '../../../src/schema/libraryIds.ts';
import type { Loss } from '../../../src/schema/losses.ts';

const TARGET_DEVIATION = 3;

/** 1/√2.5 and 1/√1.25, the standard deviations of priors. */
const [SD, SD_OF_WHOLE] = [0.632455532033676, 0.894427190999916];

/** Values beside a cross-entropy, ½(ŷ−y)² and (ŷ−y)², null where not trained; `reason`: why they are not exact. */
type Row = [
	library: LibraryId,
	crossEntropy: number | null,
	half: number | null,
	whole: number | null,
	reason?: ReasonCode,
];

const rows: Row[] = [
	['pytorch-sgd', 0.05, 0.05, 0.05],
	['pytorch-adam', 0.05, 0.05, 0.05],
	['pytorch-adamw', 0.05, 0.05, 0.05, 'another-minimiser'],
	['keras-l2', 0.025, 0.025, 0.025],
	['keras-weight-decay', 0.05, 0.05, 0.05],
	['tfjs-l2', 0.025, 0.025, 0.025],
	['optax', 0.05, 0.05, 0.05],
	['fastai', 0.05, 0.05, 0.05, 'unverified'],
	['caffe', 0.05, 0.05, 0.025, 'unverified'],
	['convnetjs', 0.25, 0.25, 0.125],
	['tf-playground', null, 0.05, 0.025],
	['sklearn-ridge', null, 2.5, 1.25],
	['sklearn-elasticnet', null, 0.05, 0.025],
	['sklearn-sgd', 0.05, 0.05, 0.025],
	['sklearn-logistic-regression', 0.4, null, null],
	['liblinear', 0.4, null, null],
	['sklearn-mlp', 0.25, 0.25, 0.125],
	['glmnet-binomial', 0.05, null, null],
	['glmnet-gaussian', null, 0.15, 0.075],
	['statsmodels', 0.05, 0.05, 0.025],
	['xgboost-gbtree', 2.5, 2.5, 1.25, 'another-minimiser'],
	['lightgbm', 2.5, 2.5, 1.25, 'another-minimiser'],
	['xgboost-gblinear', 0.05, 0.05, 0.025],
	['vowpal-wabbit', 0.05, 0.1, 0.05, 'unverified'],
	['spark', null, 0.15, 0.075, 'another-minimiser'],
	['paddle', 0.05, 0.05, 0.05, 'unverified'],
	['matlab', 0.05, 0.05, 0.025, 'unverified'],
	['sklearn-ridge-cv', null, 2.5, 1.25],
	['sklearn-ridge-classifier', null, 2.5, 1.25],
	['sklearn-kernel-ridge', null, 2.5, 1.25],
	['sklearn-lasso', null, 0.025, 0.0125, 'another-minimiser'],
	['sklearn-logistic-regression-cv', 0.4, null, null],
	['sklearn-svc', 0.4, null, null, 'another-minimiser'],
	['sklearn-linear-svc', 0.4, null, null, 'another-minimiser'],
	['sklearn-hist-gradient-boosting', 2.5, 2.5, 1.25, 'another-minimiser'],
	['glmnet-lasso', null, 0.025, 0.0125, 'another-minimiser'],
	['r-nnet', 1.25, 2.5, 1.25],
	['r-lm-ridge', null, 2.5, 1.25, 'another-minimiser'],
	['pytorch-adam-decoupled', 0.05, 0.05, 0.05, 'another-minimiser'],
	['pytorch-muon', 0.05, 0.05, 0.05, 'another-minimiser'],
	['lion-pytorch', 0.05, 0.05, 0.05, 'another-minimiser'],
	['huggingface-trainer', 0.05, 0.05, 0.05, 'another-minimiser'],
	['timm-sgd', 0.05, 0.05, 0.05],
	['timm-sgdw', 0.05, 0.05, 0.05],
	['lightning', 0.05, 0.05, 0.05, 'unverified'],
	['keras-adamw', 0.05, 0.05, 0.05, 'another-minimiser'],
	['optax-adamw', 0.05, 0.05, 0.05, 'another-minimiser'],
	['optax-lion', 0.05, 0.05, 0.05, 'another-minimiser'],
	['flax', 0.05, 0.05, 0.05],
	['lambda-norm-squared', 0.025, 0.025, 0.025],
	['lambda-over-2', 0.05, 0.05, 0.05],
	['lambda-over-m', 1.25, 1.25, 1.25],
	['catboost', 2.5, 2.5, 1.25, 'another-minimiser'],
	['spark-logistic', 0.05, null, null, 'unverified'],
	['h2o-glm', 0.05, 0.05, 0.025, 'unverified'],
	['flux-weight-decay', 0.05, 0.05, 0.05, 'unverified'],
	['mlj-linear-models', 0.05, 0.05, 0.025, 'unverified'],
	['octave-ridge', null, 2.5, 1.25, 'another-minimiser'],
	['stan', SD, SD, SD_OF_WHOLE],
	['pymc', SD, SD, SD_OF_WHOLE, 'unverified'],
	['brms', SD, SD, SD_OF_WHOLE, 'unverified'],
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

describe.each(rows)('λ = 2.5 with m = 50 and B = 5 in %s', (library, ofCrossEntropy, ofHalf, ofWhole, reason) => {
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
		expect(found?.exact).toBe(reason === undefined);
		expect(found?.reasonCode).toBe(reason);
		expect(found?.reason === undefined).toBe(reason === undefined);
		expect(found?.snippet).toContain(String(Number(expected.toPrecision(12))));
	});
});
