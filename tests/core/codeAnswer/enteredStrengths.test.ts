/** A strength that is entered, since the code does not say it, counts as one that stands in the code, its share of L1 among it. */
import { describe, expect, test } from 'vitest';
import { answerCode } from '../../../src/codeAnswer/answerCode.ts';
import { codeQuerySchema } from '../../../src/schema/codeQuery.ts';

const ask = (code: string, more: object) => answerCode(codeQuerySchema.parse({ code, ...more })).decays[0];

describe('λ of an elastic net is that of its L2 part', () => {
	const stated = { m: 506, value: 0.05, targetDeviation: 9.2 };
	test.each([
		{ code: 'fit <- cv.glmnet(x, y, alpha = 0.5)', lambda: (506 * 0.5 * 0.05) / 9.2 }, // 1.375
		{ code: 'fit <- cv.glmnet(x, y, family = "binomial", alpha = 0.5)', lambda: 506 * 0.5 * 0.05 },
		{
			code: 'fit <- linear_reg(penalty = tune(), mixture = 0.2) %>% set_engine("glmnet")',
			lambda: (506 * 0.8 * 0.05) / 9.2,
		},
		{ code: 'fit <- h2o.glm(x, y, train, alpha = 0.2, lambda_search = TRUE)', lambda: 506 * 0.8 * 0.05 },
		{ code: 'ElasticNetCV(l1_ratio=0.3)', lambda: 506 * 0.7 * 0.05 },
		{ code: 'ElasticNet(alpha=a, l1_ratio=0.3)', lambda: 506 * 0.7 * 0.05 },
		{ code: 'SGDClassifier(loss="log_loss", penalty="elasticnet", alpha=a)', lambda: 506 * 0.85 * 0.05 },
		{ code: 'LogisticRegression(penalty="elasticnet", solver="saga", l1_ratio=0.5, C=c)', lambda: 0.5 / 0.05 },
		{ code: 'LogisticRegressionCV(penalty="elasticnet", solver="saga", l1_ratios=[0.5])', lambda: 0.5 / 0.05 },
		{
			code: 'from pyspark.ml.classification import LogisticRegression\nLogisticRegression(regParam=a, elasticNetParam=0.8)',
			lambda: 506 * 0.2 * 0.05,
		},
		{
			code: 'fit <- train(y ~ ., d, method = "glmnet", tuneGrid = expand.grid(alpha = 0.5, lambda = grid))',
			lambda: (506 * 0.5 * 0.05) / 9.2,
		},
	])('$code', ({ code, lambda }) => {
		const decay = ask(code, stated);
		expect(decay?.value).toBe(0.05);
		expect(decay?.meaning?.lambda).toBeCloseTo(lambda, 10);
		expect(decay?.meaning?.conversion.exact).toBe(false);
		expect(decay?.notes.find((note) => note.code === 'l2-part')?.message).toMatch(/left over\.$/);
	});
});

test('the parts of an elastic net are said before its strength is known, and in numbers then', () => {
	const code = 'fit <- cv.glmnet(x, y, alpha = 0.5)';
	const said = (more: object) => ask(code, more)?.notes.find((note) => note.code === 'l2-part')?.message;
	expect(said({})).toMatch(/, lambda·\(1 − alpha\)\. Its L1 part, lambda·alpha, is/);
	expect(said({ value: 0.05 })).toMatch(/, lambda·\(1 − alpha\) = 0\.025\. Its L1 part, lambda·alpha = 0\.025, is/);
});

test('where the share of L1 is none, or not known, an elastic net is no less one', () => {
	expect(ask('ElasticNetCV(l1_ratio=[0.1, 0.9])', { m: 500, value: 0.1 })?.meaning?.conversion.exact).toBe(false);
	expect(ask('ElasticNetCV(l1_ratio=0)', { m: 500, value: 0.1 })?.meaning?.conversion.exact).toBe(true);
});

test('what a branch may make of a product is that of the whole, which is what is entered', () => {
	const code =
		'bs = 32\nwd = 1e-4\nif big:\n    wd = 5e-4\nopt = SGD(net.parameters(), lr=0.1, weight_decay=wd * bs / 256)';
	expect(ask(code, { m: 50_000 })?.notes[0]?.message).toContain(
		'wd * bs / 256 takes several values here: 0.0000625, 0.0000125.',
	);
	expect(ask(code, { m: 50_000, value: 6.25e-5 })?.meaning?.lambda).toBeCloseTo(3.125, 10);
});

test('a name within a product is said with its own value', () => {
	const code = `class Model(pl.LightningModule):
    def __init__(self, lr=2e-4):
        self.wd = 1e-3
    def configure_optimizers(self):
        return torch.optim.AdamW(self.parameters(), lr=self.hparams.lr * 4, weight_decay=10 * self.wd)`;
	const said = ask(code, { m: 50_000 })?.notes.map(({ message }) => message);
	expect(said).toContain('self.hparams.lr = 0.0002 is a default in the code.');
	expect(said).toContain('self.wd = 0.001 is the only value that the code gives to that name.');
});
