import type { Text } from '../../language.ts';
import { formatForCode } from '../../numberFormat.ts';
import type { LibraryId } from '../../schema/libraryIds.ts';
import { isSquaredError } from '../../schema/losses.ts';
import { type Library, REGRESSION, type Setting } from '../library.ts';
import { NAMES } from './scikitLearnRegression.ts';

/** A last batch of r rows is penalised by alpha/r, where the others are by alpha/B. */
function lastBatch({ m, batchSize }: Setting): Text | undefined {
	const rows = m % batchSize;
	if (rows === 0) return undefined;
	const batches = Math.ceil(m / batchSize);
	const stronger = formatForCode((batches - 1 + batchSize / rows) / batches, 3);
	return {
		en: `scikit-learn’s MLP penalizes a last batch of fewer rows more, and B = ${batchSize} does not divide m = ${m}: over an epoch the penalty is ${stronger} times that of this λ.`,
		zh: `scikit-learn 的 MLP 对行数不足的最后一批惩罚更重，而 B = ${batchSize} 不能整除 m = ${m}：一轮下来，惩罚是这个 λ 的 ${stronger} 倍。`,
	};
}

/** scikit-learn's classifiers, and what it trains step by step. */
export const scikitLearn = {
	'sklearn-logistic-regression': {
		name: 'scikit-learn LogisticRegression',
		parameter: 'C',
		default: 1,
		objective: '½·‖w‖² + C·ΣL',
		losses: ['binary-cross-entropy', 'softmax-cross-entropy'],
		scaling: 'over-2m',
		strength: 'reciprocal',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'C = 1/λ: a larger C penalizes less. λ = 0 is C=np.inf from 1.8 on, penalty=None before.',
				zh: 'C = 1/λ：C 越大，惩罚越弱。λ = 0 在 1.8 版起写作 C=np.inf，之前是 penalty=None。',
			},
			{
				en: 'L1 (l1_ratio=1 with solver="saga"; before 1.8 penalty="l1") is Σ|w| + C·ΣL, without the ½: C = 2/λ for λ/2m·Σ|w|.',
				zh: 'L1（l1_ratio=1 且 solver="saga"；1.8 版之前是 penalty="l1"）是 Σ|w| + C·ΣL，不带 ½：对 λ/2m·Σ|w| 来说 C = 2/λ。',
			},
			{
				en: 'solver="liblinear" penalizes the intercept too. The default solver may stop early: lower tol.',
				zh: 'solver="liblinear" 也会惩罚截距。默认求解器可能过早停止：请减小 tol。',
			},
		],
		source: 'https://github.com/scikit-learn/scikit-learn/blob/1.2.1/sklearn/linear_model/_logistic.py',
		checked: { how: 'run', version: '1.2.1, 1.9.1', largestError: 2e-6 },
		snippet: (value) => `sklearn.linear_model.LogisticRegression(C=${value})`,
	},
	'sklearn-logistic-regression-cv': {
		name: 'scikit-learn LogisticRegressionCV',
		parameter: 'Cs',
		default: null,
		objective: '½·‖w‖² + C·ΣL',
		losses: ['binary-cross-entropy', 'softmax-cross-entropy'],
		scaling: 'over-2m',
		strength: 'reciprocal',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'Takes the best C of a list; Cs=10, the default, is ten of them from 1e-4 to 1e4, so λ from 1e4 to 1e-4. It is chosen on folds of fewer rows, and then used on all m.',
				zh: '从一列 C 中选最好的；默认的 Cs=10 是从 1e-4 到 1e4 的十个值，即 λ 从 1e4 到 1e-4。它是在行数较少的各折上选出来的，然后用于全部 m 行。',
			},
			{
				en: 'L1 (l1_ratio=1 with solver="saga"; before 1.8 penalty="l1") is Σ|w| + C·ΣL, without the ½: C = 2/λ for λ/2m·Σ|w|.',
				zh: 'L1（l1_ratio=1 且 solver="saga"；1.8 版之前是 penalty="l1"）是 Σ|w| + C·ΣL，不带 ½：对 λ/2m·Σ|w| 来说 C = 2/λ。',
			},
		],
		source: 'https://github.com/scikit-learn/scikit-learn/blob/1.9.1/sklearn/linear_model/_logistic.py',
		checked: { how: 'run', version: '1.2.1, 1.9.1', largestError: 2e-6 },
		snippet: (value) => `sklearn.linear_model.LogisticRegressionCV(Cs=[${value}])`,
	},
	'sklearn-svc': {
		name: 'scikit-learn SVC',
		parameter: 'C',
		default: 1,
		objective: '½·‖w‖² + C·Σ max(0, 1 − y·f(x)), y = ±1',
		losses: ['binary-cross-entropy'],
		ownLoss: { en: 'the hinge loss', zh: '合页损失' },
		scaling: 'over-2m',
		strength: 'reciprocal',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'C = 1/λ: a larger C penalizes less, and λ = 0 has no C.',
				zh: 'C = 1/λ：C 越大，惩罚越弱；λ = 0 没有对应的 C。',
			},
			{
				en: 'w lives in the kernel’s space: only with kernel="linear" (default "rbf") are it and its norm those of your features. SVR is the same with its own loss.',
				zh: 'w 处在核的空间里：只有 kernel="linear"（默认 "rbf"）时，它和它的范数才属于你的特征。SVR 同此，只是换了损失。',
			},
		],
		source: 'https://github.com/scikit-learn/scikit-learn/blob/1.9.1/sklearn/svm/_classes.py',
		checked: { how: 'run', version: '1.2.1, 1.9.1', largestError: 1e-9 },
		snippet: (value) => `sklearn.svm.SVC(kernel="linear", C=${value})`,
	},
	'sklearn-linear-svc': {
		name: 'scikit-learn LinearSVC',
		parameter: 'C',
		default: 1,
		objective: '½·‖w‖² + C·Σ max(0, 1 − y·f(x))², y = ±1',
		losses: ['binary-cross-entropy'],
		ownLoss: { en: 'the squared hinge loss', zh: '合页损失的平方' },
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
				en: 'Penalizes the intercept (the bias) too, as the weight of a feature of value intercept_scaling: raise that to penalize it less. The hinge is squared unless loss="hinge".',
				zh: '截距（偏置）也受惩罚，相当于取值为 intercept_scaling 的特征的权重：把它调大，惩罚就轻。除非 loss="hinge"，合页损失带平方。',
			},
			{
				en: 'penalty="l1" is Σ|w| + C·ΣL, without the ½: C = 2/λ for λ/2m·Σ|w|.',
				zh: 'penalty="l1" 时是 Σ|w| + C·ΣL，不带 ½：对 λ/2m·Σ|w| 来说 C = 2/λ。',
			},
		],
		source: 'https://github.com/scikit-learn/scikit-learn/blob/1.9.1/sklearn/svm/_classes.py',
		checked: { how: 'run', version: '1.2.1, 1.9.1', largestError: 1e-8 },
		snippet: (value) => `sklearn.svm.LinearSVC(C=${value})`,
	},
	'sklearn-sgd': {
		name: 'scikit-learn SGDClassifier, SGDRegressor',
		parameter: 'alpha',
		default: 1e-4,
		objective: '(1/m)·ΣL + (alpha/2)·‖w‖²',
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
			{
				en: 'With penalty="l1" it is alpha·Σ|w|: alpha = λ/2m of λ/2m·Σ|w|.',
				zh: '取 penalty="l1" 时惩罚是 alpha·Σ|w|：对 λ/2m·Σ|w| 来说 alpha = λ/2m。',
			},
			NAMES,
		],
		source: 'https://github.com/scikit-learn/scikit-learn/blob/1.2.1/sklearn/linear_model/_stochastic_gradient.py',
		checked: { how: 'run', version: '1.2.1, 1.9.1', largestError: 3e-5 },
		snippet: (value, { loss }) =>
			isSquaredError(loss)
				? `sklearn.linear_model.SGDRegressor(loss="squared_error", penalty="l2", alpha=${value})`
				: `sklearn.linear_model.SGDClassifier(loss="log_loss", penalty="l2", alpha=${value})`,
	},
	'sklearn-mlp': {
		name: 'scikit-learn MLPClassifier, MLPRegressor',
		parameter: 'alpha',
		default: 1e-4,
		objective: '(1/B)·ΣL + (alpha/2)·‖w‖²/B',
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
		checked: { how: 'run', version: '1.2.1, 1.9.1', largestError: 3e-3 },
		snippet: (value, { loss, batchSize, learningRate, momentum }) =>
			`sklearn.neural_network.${isSquaredError(loss) ? 'MLPRegressor' : 'MLPClassifier'}(solver="sgd", batch_size=${batchSize}${momentum || ', momentum=0'}, learning_rate_init=${learningRate}, alpha=${value})`,
	},
} as const satisfies Partial<Record<LibraryId, Library>>;
