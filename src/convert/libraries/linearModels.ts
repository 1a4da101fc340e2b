import type { Text } from '../../language.ts';
import type { LibraryId } from '../../schema/libraryIds.ts';
import { isSquaredError } from '../../schema/losses.ts';
import { type Library, REGRESSION } from '../library.ts';

const STANDARDIZE: Text = {
	en: 'standardize=TRUE, the default, penalises the weights of standardised features: set FALSE, or standardise first.',
	zh: '默认的 standardize=TRUE 惩罚的是标准化特征的权重：请设为 FALSE，或事先标准化。',
};

const STANDARDIZES_FIRST: Text = {
	en: 'Spark standardises the features first and divides deviations by m−1: the minimiser is only near.',
	zh: 'Spark 会先标准化特征，且标准差除以 m−1：极小点只是相近。',
};

/** Solvers of generalised linear models outside scikit-learn. */
export const linearModels = {
	liblinear: {
		name: 'LIBLINEAR',
		parameter: '-c',
		default: 1,
		objective: '½·‖w‖² + C·Σ loss',
		losses: ['binary-cross-entropy'],
		scaling: 'over-2m',
		strength: 'reciprocal',
		coupling: 'solver',
		penalizesBiases: true,
		caveats: [
			{
				en: 'C = 1/λ: a larger C penalises less, and λ = 0 has no C.',
				zh: 'C = 1/λ：C 越大，惩罚越弱；λ = 0 没有对应的 C。',
			},
			{
				en: 'A bias (-B 1) is one more penalised weight; without -B there is none. -s 0 or -s 7 is logistic regression.',
				zh: '偏置（-B 1）是又一个受惩罚的权重；不加 -B 则没有偏置。-s 0 或 -s 7 是逻辑回归。',
			},
		],
		source: 'https://github.com/cjlin1/liblinear/blob/master/README',
		checked: { how: 'run', version: 'as in scikit-learn 1.2.1', largestError: 3e-8 },
		snippet: (value) => `train -s 0 -c ${value} training_set_file`,
	},
	'glmnet-binomial': {
		name: 'glmnet, family = "binomial"',
		parameter: 'lambda',
		default: null,
		objective: '(1/m)·Σ loss + lambda·½·‖w‖² with alpha = 0',
		losses: ['binary-cross-entropy'],
		scaling: 'half',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'alpha is the share of L1 and must be 0 (default 1); without lambda a path of values is fitted.',
				zh: 'alpha 是 L1 的份额，必须为 0（默认 1）；不给 lambda 时会拟合一串值。',
			},
			STANDARDIZE,
		],
		source: 'https://glmnet.stanford.edu/articles/glmnet.html',
		checked: { how: 'run', version: '4.1-6', largestError: 9e-8 },
		snippet: (value) => `glmnet(X, y, family = "binomial", alpha = 0, lambda = ${value}, standardize = FALSE)`,
	},
	'glmnet-gaussian': {
		name: 'glmnet, family = "gaussian"',
		parameter: 'lambda',
		default: null,
		objective: '‖y − Xw‖²/2m + lambda·½·‖w‖², with y and lambda divided by sd(y) inside',
		losses: REGRESSION,
		ownSquaredError: 'half-squared-error',
		scaling: 'half',
		strength: 'over-target-deviation',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'Depends on sd(y), dividing by m and not m−1: give it as targetDeviation (1 is assumed). Without an intercept it is the root mean square of y.',
				zh: '取决于 sd(y)（除以 m 而非 m−1）：请以 targetDeviation 给出（默认假定为 1）。没有截距时是 y 的均方根。',
			},
			{
				en: 'alpha is the share of L1 and must be 0 (default 1).',
				zh: 'alpha 是 L1 的份额，必须为 0（默认 1）。',
			},
			STANDARDIZE,
		],
		source: 'https://glmnet.stanford.edu/articles/glmnet.html',
		checked: { how: 'run', version: '4.1-6', largestError: 3e-10 },
		snippet: (value) => `glmnet(X, y, family = "gaussian", alpha = 0, lambda = ${value}, standardize = FALSE)`,
	},
	statsmodels: {
		name: 'statsmodels fit_regularized',
		parameter: 'alpha',
		default: 0,
		objective: '−loglikelihood/m + alpha·½·‖w‖² with L1_wt = 0',
		losses: ['binary-cross-entropy', ...REGRESSION],
		ownSquaredError: 'half-squared-error',
		scaling: 'half',
		coupling: 'solver',
		penalizesBiases: true,
		caveats: [
			{
				en: 'Penalises the constant (the bias) as well: alpha may be a list, with 0 for it.',
				zh: '常数项（偏置）也会受到惩罚：alpha 可以是列表，对常数项取 0。',
			},
			{
				en: 'L1_wt=0 must be given: for OLS and GLM it is the share of L1. Logit.fit_regularized is L1 only.',
				zh: '必须给出 L1_wt=0：对 OLS 和 GLM 它是 L1 的份额。Logit.fit_regularized 只有 L1。',
			},
		],
		source: 'https://github.com/statsmodels/statsmodels/blob/v0.13.5/statsmodels/base/elastic_net.py',
		checked: { how: 'run', version: '0.13.5', largestError: 2e-5 },
		snippet: (value, { loss }) =>
			isSquaredError(loss)
				? `sm.OLS(y, X).fit_regularized(alpha=${value}, L1_wt=0)`
				: `sm.GLM(y, X, family=sm.families.Binomial()).fit_regularized(alpha=${value}, L1_wt=0)`,
	},
	'vowpal-wabbit': {
		name: 'Vowpal Wabbit',
		parameter: '--l2',
		default: 0,
		objective: 'w contracts by η·l2 an example: with --sgd, minimises (1/m)·Σ loss + (l2/2)·‖w‖²',
		losses: ['binary-cross-entropy', ...REGRESSION],
		ownSquaredError: 'squared-error',
		scaling: 'half',
		coupling: 'solver',
		penalizesBiases: true,
		caveats: [
			{
				en: 'For --sgd; the default updates are adaptive and normalised. With --bfgs the penalty stands beside the sum: multiply the value by m.',
				zh: '适用于 --sgd；默认的更新是自适应且归一化的。用 --bfgs 时惩罚项与求和形式的损失并列：请把该值乘以 m。',
			},
			{
				en: 'The constant (bias) is penalised unless --no_bias_regularization.',
				zh: '除非加 --no_bias_regularization，常数项（偏置）也受惩罚。',
			},
		],
		source: 'https://github.com/VowpalWabbit/vowpal_wabbit/wiki/Command-line-arguments',
		checked: { how: 'source', version: '8' },
		snippet: (value, { loss }) =>
			`vw --sgd --loss_function ${isSquaredError(loss) ? 'squared' : 'logistic'} --l2 ${value} --no_bias_regularization -d train.vw`,
	},
	spark: {
		name: 'Spark ML LinearRegression',
		parameter: 'regParam',
		default: 0,
		objective: '‖y − Xw‖²/2m + regParam·½·‖w‖², with y and regParam divided by sd(y) inside',
		losses: REGRESSION,
		ownSquaredError: 'half-squared-error',
		scaling: 'half',
		strength: 'over-target-deviation',
		coupling: 'solver',
		penalizesBiases: false,
		exception: () => STANDARDIZES_FIRST,
		caveats: [
			{
				en: 'Depends on sd(y): give it as targetDeviation (1 is assumed).',
				zh: '取决于 sd(y)：请以 targetDeviation 给出（默认假定为 1）。',
			},
			{
				en: 'standardization=true, the default, penalises the weights of standardised features; elasticNetParam must be 0.',
				zh: '默认的 standardization=true 惩罚的是标准化特征的权重；elasticNetParam 必须为 0。',
			},
		],
		source:
			'https://github.com/apache/spark/blob/v1.5.0/mllib/src/main/scala/org/apache/spark/ml/regression/LinearRegression.scala',
		checked: { how: 'source', version: '1.5' },
		snippet: (value) => `LinearRegression(regParam=${value}, elasticNetParam=0.0, standardization=False)`,
	},
} as const satisfies Partial<Record<LibraryId, Library>>;
