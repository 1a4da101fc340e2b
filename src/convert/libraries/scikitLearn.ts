import type { Text } from '../../language.ts';
import { formatForCode } from '../../numberFormat.ts';
import type { LibraryId } from '../../schema/libraryIds.ts';
import { isSquaredError } from '../../schema/losses.ts';
import { type Library, REGRESSION, type Setting } from '../library.ts';

const NAMES: Text = {
	en: 'alpha is a sum’s coefficient in Ridge and a mean’s in ElasticNet, Lasso and SGD*: the same number means other strengths.',
	zh: 'alpha 在 Ridge 中是求和形式的系数，在 ElasticNet、Lasso 和 SGD* 中是均值形式的系数：同一个数字代表不同的强度。',
};

/** A last batch of r rows is penalised by alpha/r, where the others are by alpha/B. */
function lastBatch({ m, batchSize }: Setting): Text | undefined {
	const rows = m % batchSize;
	if (rows === 0) return undefined;
	const batches = Math.ceil(m / batchSize);
	const stronger = formatForCode((batches - 1 + batchSize / rows) / batches, 3);
	return {
		en: `scikit-learn’s MLP penalises a last batch of fewer rows more, and B = ${batchSize} does not divide m = ${m}: over an epoch the penalty is ${stronger} times that of this λ.`,
		zh: `scikit-learn 的 MLP 对行数不足的最后一批惩罚更重，而 B = ${batchSize} 不能整除 m = ${m}：一轮下来，惩罚是这个 λ 的 ${stronger} 倍。`,
	};
}

/** scikit-learn's estimators. */
export const scikitLearn = {
	'sklearn-ridge': {
		name: 'scikit-learn Ridge',
		parameter: 'alpha',
		default: 1,
		objective: '‖y − Xw‖² + alpha·‖w‖²',
		losses: REGRESSION,
		ownSquaredError: 'squared-error',
		scaling: 'over-m',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'It adds squared errors up, without ½ and without m: alpha is the λ of ½(ŷ−y)², and half the λ of (ŷ−y)².',
				zh: '它把平方误差相加，不带 ½，也不除以 m：alpha 就是 ½(ŷ−y)² 的 λ，是 (ŷ−y)² 的 λ 的一半。',
			},
			NAMES,
		],
		source: 'https://github.com/scikit-learn/scikit-learn/blob/1.2.1/sklearn/linear_model/_ridge.py',
		checked: { how: 'run', version: '1.2.1', largestError: 3e-16 },
		snippet: (value) => `sklearn.linear_model.Ridge(alpha=${value})`,
	},
	'sklearn-elasticnet': {
		name: 'scikit-learn ElasticNet',
		parameter: 'alpha',
		default: 1,
		objective: '(1/2m)·‖y − Xw‖² + alpha·(1 − l1_ratio)/2·‖w‖² with l1_ratio = 0',
		losses: REGRESSION,
		ownSquaredError: 'half-squared-error',
		scaling: 'half',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'For l1_ratio=0 (default 0.5), where its coordinate descent warns and is slow: Ridge is made for that.',
				zh: '适用于 l1_ratio=0（默认 0.5）；此时它的坐标下降会发出警告且较慢，Ridge 更合适。',
			},
			NAMES,
		],
		source: 'https://github.com/scikit-learn/scikit-learn/blob/1.2.1/sklearn/linear_model/_coordinate_descent.py',
		checked: { how: 'run', version: '1.2.1', largestError: 8e-16 },
		snippet: (value) => `sklearn.linear_model.ElasticNet(alpha=${value}, l1_ratio=0)`,
	},
	'sklearn-sgd': {
		name: 'scikit-learn SGDClassifier, SGDRegressor',
		parameter: 'alpha',
		default: 1e-4,
		objective: '(1/m)·Σ loss + (alpha/2)·‖w‖²',
		losses: ['binary-cross-entropy', ...REGRESSION],
		ownSquaredError: 'half-squared-error',
		scaling: 'half',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'The “optimal” learning rate is derived from alpha.',
				zh: '“optimal” 学习率由 alpha 推出。',
			},
			NAMES,
		],
		source: 'https://github.com/scikit-learn/scikit-learn/blob/1.2.1/sklearn/linear_model/_stochastic_gradient.py',
		checked: { how: 'run', version: '1.2.1', largestError: 3e-5 },
		snippet: (value, { loss }) =>
			isSquaredError(loss)
				? `sklearn.linear_model.SGDRegressor(loss="squared_error", penalty="l2", alpha=${value})`
				: `sklearn.linear_model.SGDClassifier(loss="log_loss", penalty="l2", alpha=${value})`,
	},
	'sklearn-logistic-regression': {
		name: 'scikit-learn LogisticRegression',
		parameter: 'C',
		default: 1,
		objective: '½·‖w‖² + C·Σ loss',
		losses: ['binary-cross-entropy', 'softmax-cross-entropy'],
		scaling: 'over-2m',
		strength: 'reciprocal',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'C = 1/λ: a larger C penalises less. λ = 0 has no C: use penalty=None.',
				zh: 'C = 1/λ：C 越大，惩罚越弱。λ = 0 没有对应的 C：请用 penalty=None。',
			},
			{
				en: 'solver="liblinear" penalises the intercept too. The default solver may stop early: lower tol.',
				zh: 'solver="liblinear" 也会惩罚截距。默认求解器可能过早停止：请减小 tol。',
			},
		],
		source: 'https://github.com/scikit-learn/scikit-learn/blob/1.2.1/sklearn/linear_model/_logistic.py',
		checked: { how: 'run', version: '1.2.1', largestError: 2e-6 },
		snippet: (value) => `sklearn.linear_model.LogisticRegression(C=${value})`,
	},
	'sklearn-mlp': {
		name: 'scikit-learn MLPClassifier, MLPRegressor',
		parameter: 'alpha',
		default: 1e-4,
		objective: 'mean loss of the batch + (alpha/2)·‖w‖²/B',
		losses: ['binary-cross-entropy', 'softmax-cross-entropy', ...REGRESSION],
		ownSquaredError: 'half-squared-error',
		scaling: 'over-2b',
		coupling: 'loss',
		optimizer: 'sgd',
		penalizesBiases: false,
		caveats: [
			{
				en: 'Divided by the batch size, not by m: another batch_size (default min(200, m)) needs another alpha, and one that divides m. solver="lbfgs" takes all m rows at once, where alpha is λ.',
				zh: '除以的是批大小而不是 m：改变 batch_size（默认 min(200, m)）就要改变 alpha，且应能整除 m。solver="lbfgs" 一次使用全部 m 行，此时 alpha 就是 λ。',
			},
		],
		exception: lastBatch,
		source: 'https://github.com/scikit-learn/scikit-learn/blob/1.2.1/sklearn/neural_network/_multilayer_perceptron.py',
		checked: { how: 'run', version: '1.2.1', largestError: 3e-3 },
		snippet: (value, { loss, batchSize, learningRate }) =>
			`sklearn.neural_network.${isSquaredError(loss) ? 'MLPRegressor' : 'MLPClassifier'}(solver="sgd", batch_size=${batchSize}, momentum=0, learning_rate_init=${learningRate}, alpha=${value})`,
	},
} as const satisfies Partial<Record<LibraryId, Library>>;
