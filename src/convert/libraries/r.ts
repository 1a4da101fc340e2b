import type { Text } from '../../language.ts';
import type { LibraryId } from '../../schema/libraryIds.ts';
import type { Loss } from '../../schema/losses.ts';
import { type Library, REGRESSION } from '../library.ts';

const STANDARDIZE: Text = {
	en: 'standardize=TRUE, the default, penalizes the weights of standardized features: set FALSE, or standardize first.',
	zh: '默认的 standardize=TRUE 惩罚的是标准化特征的权重：请设为 FALSE，或事先标准化。',
};

const nnetOutput: Record<Loss, string> = {
	'binary-cross-entropy': 'entropy = TRUE',
	'softmax-cross-entropy': 'softmax = TRUE',
	'half-squared-error': 'linout = TRUE',
	'squared-error': 'linout = TRUE',
};

/** R: the packages that every R knows, and glmnet. */
export const r = {
	'glmnet-binomial': {
		name: 'glmnet, family = "binomial"',
		parameter: 'lambda',
		default: null,
		objective: '(1/m)·ΣL + lambda·½·‖w‖², alpha = 0',
		losses: ['binary-cross-entropy'],
		scaling: 'half',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'alpha is the share of L1 and must be 0 (default 1), where lambda is λ/2m of λ/2m·Σ|w|; without lambda a path of values is fitted.',
				zh: 'alpha 是 L1 的份额，必须为 0（默认 1，那时 lambda 是 λ/2m·Σ|w| 的 λ/2m）；不给 lambda 时会拟合一串值。',
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
		objective: '‖y − Xw‖²/2m + lambda·½·‖w‖²/sd(y)',
		losses: REGRESSION,
		ownSquaredError: 'half-squared-error',
		scaling: 'half',
		strength: 'over-target-deviation',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'Depends on sd(y), dividing by m and not m−1: 1 where it is not given. Without an intercept it is the root mean square of y.',
				zh: '取决于 sd(y)（除以 m 而非 m−1）：没有给出时按 1 计算。没有截距时是 y 的均方根。',
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
	'glmnet-lasso': {
		name: 'glmnet lasso, family = "gaussian"',
		parameter: 'lambda',
		default: null,
		objective: '‖y − Xw‖²/2m + lambda·Σ|w|',
		losses: REGRESSION,
		ownSquaredError: 'half-squared-error',
		norm: 'l1',
		scaling: 'full',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'L1, not L2, and glmnet’s default: λ is here that of λ/2m·Σ|w|. Unlike the L2 part, it does not depend on sd(y).',
				zh: '这是 L1 而不是 L2，也是 glmnet 的默认：这里的 λ 是 λ/2m·Σ|w| 的 λ。与 L2 部分不同，它不依赖 sd(y)。',
			},
			STANDARDIZE,
		],
		source: 'https://glmnet.stanford.edu/articles/glmnet.html',
		checked: { how: 'run', version: '4.1-6', largestError: 1e-12 },
		snippet: (value) => `glmnet(X, y, family = "gaussian", alpha = 1, lambda = ${value}, standardize = FALSE)`,
	},
	'r-nnet': {
		name: 'R nnet::nnet, multinom (2 classes)',
		parameter: 'decay',
		default: 0,
		objective: 'ΣL + decay·Σw²',
		losses: ['binary-cross-entropy', 'softmax-cross-entropy', ...REGRESSION],
		ownSquaredError: 'squared-error',
		scaling: 'over-m',
		coupling: 'solver',
		hasHiddenLayers: true,
		penalizesBiases: true,
		caveats: [
			{
				en: 'A sum, without a ½ on either side: decay is λ/2 beside a cross-entropy, and the λ of ½(ŷ−y)² beside its (ŷ−y)².',
				zh: '它求和，两边都不带 ½：配交叉熵时 decay 是 λ/2；它的 (ŷ−y)² 旁，decay 就是 ½(ŷ−y)² 的 λ。',
			},
			{
				en: 'multinom of three or more classes is no softmax of this row: it holds the first class’s weights at 0 and penalizes the others’ differences from them.',
				zh: '三类以上的 multinom 不是这一行的 softmax：它把第一类的权重固定为 0，惩罚其余各类与它之差。',
			},
			{
				en: 'Penalizes biases as well; decay may be a vector, one number for each weight, with 0 for a bias. It stops early: raise maxit (default 100).',
				zh: '偏置也会受到惩罚；decay 可以是向量，每个权重一个数，偏置处取 0。它停得早：请调大 maxit（默认 100）。',
			},
		],
		source: 'https://github.com/cran/nnet/blob/2245c5e/src/nnet.c',
		checked: { how: 'run', version: '7.3-18', largestError: 1e-9 },
		snippet: (value, { loss }) =>
			`nnet(X, ${loss === 'softmax-cross-entropy' ? 'class.ind(y)' : 'y'}, size = 8, ${nnetOutput[loss]}, decay = ${value}, maxit = 1000)`,
	},
	'r-lm-ridge': {
		name: 'R MASS::lm.ridge',
		parameter: 'lambda',
		default: 0,
		objective: '‖y − Zw‖² + lambda·‖w‖², Z = (X − E[X])/sd(X)',
		losses: REGRESSION,
		ownSquaredError: 'squared-error',
		scalesFeatures: true,
		scaling: 'over-m',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'The sd of a feature divides by m, not m−1 as R’s sd(). $coef are the weights of Z; coef(fit) takes them back to X.',
				zh: '特征的标准差除以 m，而不是像 R 的 sd() 那样除以 m−1。$coef 是 Z 的权重，coef(fit) 把它们换回 X 的。',
			},
			{
				en: 'A sum without ½: lambda is the λ of ½(ŷ−y)², on features that have sd 1 already.',
				zh: '它求和，不带 ½：对标准差已是 1 的特征，lambda 就是 ½(ŷ−y)² 的 λ。',
			},
		],
		source: 'https://github.com/cran/MASS/blob/7.3-58.2/R/lm.ridge.R',
		checked: { how: 'run', version: '7.3-58.2', largestError: 1e-14 },
		snippet: (value) => `MASS::lm.ridge(y ~ ., data, lambda = ${value})`,
	},
} as const satisfies Partial<Record<LibraryId, Library>>;
