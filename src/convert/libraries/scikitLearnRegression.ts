import type { Text } from '../../language.ts';
import type { LibraryId } from '../../schema/libraryIds.ts';
import { type Library, REGRESSION } from '../library.ts';

export const NAMES: Text = {
	en: 'alpha is a sum’s coefficient in Ridge and a mean’s in ElasticNet, Lasso and SGD*: the same number means other strengths.',
	zh: 'alpha 在 Ridge 中是求和形式的系数，在 ElasticNet、Lasso 和 SGD* 中是均值形式的系数：同一个数字代表不同的强度。',
};

/** scikit-learn's solvers of a squared error: ridge and lasso under their names. */
export const scikitLearnRegression = {
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
		checked: { how: 'run', version: '1.2.1, 1.9.1', largestError: 3e-16 },
		snippet: (value) => `sklearn.linear_model.Ridge(alpha=${value})`,
	},
	'sklearn-ridge-cv': {
		name: 'scikit-learn RidgeCV',
		parameter: 'alphas',
		default: null,
		objective: '‖y − Xw‖² + alpha·‖w‖²',
		losses: REGRESSION,
		ownSquaredError: 'squared-error',
		scaling: 'over-m',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'Takes the best of a list, (0.1, 1, 10) where none is given, as Ridge’s alpha: those are λ themselves, whatever m is, so that a list chosen for a small m may miss a large one’s optimum.',
				zh: '从一列值中选最好的，不给时是 (0.1, 1, 10)，含义同 Ridge 的 alpha：它们就是 λ 本身，与 m 无关，因此为小 m 选的一列可能够不着大 m 时的最优值。',
			},
			NAMES,
		],
		source: 'https://github.com/scikit-learn/scikit-learn/blob/1.9.1/sklearn/linear_model/_ridge.py',
		checked: { how: 'run', version: '1.2.1, 1.9.1', largestError: 2e-14 },
		snippet: (value) => `sklearn.linear_model.RidgeCV(alphas=[${value}])`,
	},
	'sklearn-ridge-classifier': {
		name: 'scikit-learn RidgeClassifier',
		parameter: 'alpha',
		default: 1,
		objective: '‖y − Xw‖² + alpha·‖w‖², y = ±1',
		losses: REGRESSION,
		ownSquaredError: 'squared-error',
		scaling: 'over-m',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'A classifier that trains on the squared error of targets ±1: its alpha is Ridge’s, and no λ of a cross-entropy has its minimizer.',
				zh: '它是分类器，却用目标 ±1 的平方误差训练：alpha 的含义同 Ridge，没有哪个交叉熵的 λ 与它的极小值点相同。',
			},
			NAMES,
		],
		source: 'https://github.com/scikit-learn/scikit-learn/blob/1.9.1/sklearn/linear_model/_ridge.py',
		checked: { how: 'run', version: '1.2.1, 1.9.1', largestError: 3e-16 },
		snippet: (value) => `sklearn.linear_model.RidgeClassifier(alpha=${value})`,
	},
	'sklearn-kernel-ridge': {
		name: 'scikit-learn KernelRidge',
		parameter: 'alpha',
		default: 1,
		objective: '‖y − Ka‖² + alpha·a·Ka',
		losses: REGRESSION,
		ownSquaredError: 'squared-error',
		scaling: 'over-m',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'There is no intercept: center y, or have a constant in the kernel, which is then penalized. With kernel="linear" it is Ridge without one.',
				zh: '没有截距：请先把 y 中心化，或在核里放一个常数（它会受到惩罚）。取 kernel="linear" 时就是不带截距的 Ridge。',
			},
			NAMES,
		],
		source: 'https://github.com/scikit-learn/scikit-learn/blob/1.9.1/sklearn/kernel_ridge.py',
		checked: { how: 'run', version: '1.2.1, 1.9.1', largestError: 2e-15 },
		snippet: (value) => `sklearn.kernel_ridge.KernelRidge(kernel="linear", alpha=${value})`,
	},
	'sklearn-elasticnet': {
		name: 'scikit-learn ElasticNet',
		parameter: 'alpha',
		default: 1,
		objective: '(1/2m)·‖y − Xw‖² + alpha·(1 − l1_ratio)/2·‖w‖², l1_ratio = 0',
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
			{
				en: 'Its L1 part is alpha·l1_ratio·Σ|w|: the λ of λ/2m·Σ|w| is 2m·alpha·l1_ratio.',
				zh: '它的 L1 部分是 alpha·l1_ratio·Σ|w|：λ/2m·Σ|w| 的 λ 就是 2m·alpha·l1_ratio。',
			},
			NAMES,
		],
		source: 'https://github.com/scikit-learn/scikit-learn/blob/1.2.1/sklearn/linear_model/_coordinate_descent.py',
		checked: { how: 'run', version: '1.2.1, 1.9.1', largestError: 8e-16 },
		snippet: (value) => `sklearn.linear_model.ElasticNet(alpha=${value}, l1_ratio=0)`,
	},
	'sklearn-lasso': {
		name: 'scikit-learn Lasso',
		parameter: 'alpha',
		default: 1,
		objective: '(1/2m)·‖y − Xw‖² + alpha·Σ|w|',
		losses: REGRESSION,
		ownSquaredError: 'half-squared-error',
		norm: 'l1',
		scaling: 'full',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'L1, not L2: λ is here that of λ/2m·Σ|w|, without a square and so without a use for the ½.',
				zh: '这是 L1 而不是 L2：这里的 λ 是 λ/2m·Σ|w| 的 λ，没有平方，那个 ½ 也就没有用处。',
			},
			NAMES,
		],
		source: 'https://github.com/scikit-learn/scikit-learn/blob/1.9.1/sklearn/linear_model/_coordinate_descent.py',
		checked: { how: 'run', version: '1.2.1, 1.9.1', largestError: 3e-15 },
		snippet: (value) => `sklearn.linear_model.Lasso(alpha=${value})`,
	},
} as const satisfies Partial<Record<LibraryId, Library>>;
