import type { Text } from '../../language.ts';
import type { LibraryId } from '../../schema/libraryIds.ts';
import { isSquaredError } from '../../schema/losses.ts';
import { type Library, REGRESSION } from '../library.ts';

const STANDARDIZES_FIRST: Text = {
	en: 'Spark standardizes the features first and divides deviations by m−1: the minimizer is only near.',
	zh: 'Spark 会先标准化特征，且标准差除以 m−1：极小值点只是相近。',
};

/** Solvers of generalised linear models outside scikit-learn and R. */
export const linearModels = {
	liblinear: {
		name: 'LIBLINEAR',
		parameter: '-c',
		default: 1,
		objective: '½·‖w‖² + C·ΣL',
		losses: ['binary-cross-entropy'],
		scaling: 'over-2m',
		strength: 'reciprocal',
		coupling: 'solver',
		penalizesBiases: true,
		caveats: [
			{
				en: 'C = 1/λ: a larger C penalizes less, and λ = 0 has no C.',
				zh: 'C = 1/λ：C 越大，惩罚越弱；λ = 0 没有对应的 C。',
			},
			{
				en: 'A bias (-B 1) is one more penalized weight; without -B there is none. -s 0 or -s 7 is logistic regression.',
				zh: '偏置（-B 1）是又一个受惩罚的权重；不加 -B 则没有偏置。-s 0 或 -s 7 是逻辑回归。',
			},
		],
		source: 'https://github.com/cjlin1/liblinear/blob/master/README',
		checked: { how: 'run', version: 'as in scikit-learn 1.2.1', largestError: 3e-8 },
		snippet: (value) => `train -s 0 -c ${value} training_set_file`,
	},
	statsmodels: {
		name: 'statsmodels fit_regularized',
		parameter: 'alpha',
		default: 0,
		objective: '(1/m)·ΣL + alpha·½·‖w‖², L1_wt = 0',
		losses: ['binary-cross-entropy', ...REGRESSION],
		ownSquaredError: 'half-squared-error',
		scaling: 'half',
		coupling: 'solver',
		penalizesBiases: true,
		caveats: [
			{
				en: 'Penalizes the constant (the bias) as well: alpha may be a list, with 0 for it.',
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
		objective: 'w ← w − η·g − η·l2·w; min (1/m)·ΣL + (l2/2)·‖w‖²',
		losses: ['binary-cross-entropy', ...REGRESSION],
		ownSquaredError: 'squared-error',
		scaling: 'half',
		coupling: 'solver',
		penalizesBiases: true,
		caveats: [
			{
				en: 'For --sgd; the default updates are adaptive and normalized. With --bfgs the penalty stands beside the sum: multiply the value by m.',
				zh: '适用于 --sgd；默认的更新是自适应且归一化的。用 --bfgs 时惩罚项与求和形式的损失并列：请把该值乘以 m。',
			},
			{
				en: 'The constant (bias) is penalized unless --no_bias_regularization.',
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
		objective: '‖y − Xw‖²/2m + regParam·½·‖w‖²/sd(y)',
		losses: REGRESSION,
		ownSquaredError: 'half-squared-error',
		scaling: 'half',
		strength: 'over-target-deviation',
		coupling: 'solver',
		penalizesBiases: false,
		exception: () => STANDARDIZES_FIRST,
		caveats: [
			{
				en: 'Depends on sd(y): 1 where it is not given.',
				zh: '取决于 sd(y)：没有给出时按 1 计算。',
			},
			{
				en: 'standardization=true, the default, penalizes the weights of standardized features; elasticNetParam must be 0.',
				zh: '默认的 standardization=true 惩罚的是标准化特征的权重；elasticNetParam 必须为 0。',
			},
		],
		source:
			'https://github.com/apache/spark/blob/v1.5.0/mllib/src/main/scala/org/apache/spark/ml/regression/LinearRegression.scala',
		checked: { how: 'source', version: '1.5' },
		snippet: (value) => `LinearRegression(regParam=${value}, elasticNetParam=0.0, standardization=False)`,
	},
	'spark-logistic': {
		name: 'Spark ML LogisticRegression',
		parameter: 'regParam',
		default: 0,
		objective: '(1/m)·ΣL + regParam·½·‖w‖²',
		losses: ['binary-cross-entropy', 'softmax-cross-entropy'],
		scaling: 'half',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'For standardization=False, where the penalty is taken back to your features; True, the default, penalizes the weights of features of sd 1. m is the sum of weightCol.',
				zh: '适用于 standardization=False，那时惩罚会换算回你的特征；默认的 True 惩罚的是标准差为 1 的特征的权重。m 是 weightCol 之和。',
			},
			{
				en: 'elasticNetParam is the share of L1, 0 by default; at 1 regParam is λ/2m of λ/2m·Σ|w|.',
				zh: 'elasticNetParam 是 L1 的份额，默认为 0；取 1 时 regParam 就是 λ/2m·Σ|w| 的 λ/2m。',
			},
		],
		// L2RegularizationLoss: (0.5 * sum * regParam, gradient), each coefficient over its std² without standardization
		source:
			'https://github.com/apache/spark/blob/1a48288/mllib/src/main/scala/org/apache/spark/ml/optim/loss/DifferentiableRegularization.scala',
		checked: { how: 'source', version: '4' },
		snippet: (value) => `LogisticRegression(regParam=${value}, elasticNetParam=0.0, standardization=False)`,
	},
	'h2o-glm': {
		name: 'H2O GLM',
		parameter: 'lambda',
		default: null,
		objective: '(1/m)·ΣL + lambda·½·‖w‖², alpha = 0',
		losses: ['binary-cross-entropy', 'softmax-cross-entropy', ...REGRESSION],
		ownSquaredError: 'half-squared-error',
		scaling: 'half',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'alpha is the share of L1 and must be 0 (0.5 where it is not given, unless the solver is L_BFGS); without lambda a heuristic chooses it from the data. Unlike glmnet it does not divide by sd(y).',
				zh: 'alpha 是 L1 的份额，必须为 0（不给时是 0.5，除非求解器是 L_BFGS）；不给 lambda 时由数据按经验规则选定。与 glmnet 不同，它不除以 sd(y)。',
			},
			{
				en: 'standardize=True, the default, penalizes the weights of standardized features: set False, or standardize first. obj_reg replaces 1/m.',
				zh: '默认的 standardize=True 惩罚的是标准化特征的权重：请设为 False，或事先标准化。obj_reg 可以替换 1/m。',
			},
		],
		// ADMM_solve: gram.mul(_parms._obj_reg), 1/m by default, plus l2pen() = (1 − alpha)·lambda on the diagonal
		source: 'https://github.com/h2oai/h2o-3/blob/master/h2o-algos/src/main/java/hex/glm/GLM.java',
		checked: { how: 'source', version: '3' },
		snippet: (value, { loss }) =>
			`H2OGeneralizedLinearEstimator(family="${isSquaredError(loss) ? 'gaussian' : loss === 'softmax-cross-entropy' ? 'multinomial' : 'binomial'}", alpha=0, lambda_=${value}, standardize=False)`,
	},
} as const satisfies Partial<Record<LibraryId, Library>>;
