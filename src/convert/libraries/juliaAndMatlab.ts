import type { LibraryId } from '../../schema/libraryIds.ts';
import { isSquaredError } from '../../schema/losses.ts';
import { type Library, REGRESSION, WRITTEN_BY_THE_USER } from '../library.ts';

/** Julia, and MATLAB with Octave: what is written in mathematics' own letters. */
export const juliaAndMatlab = {
	'flux-weight-decay': {
		name: 'Flux, Optimisers.WeightDecay',
		parameter: 'λ',
		default: 5e-4,
		objective: 'g ← (1/B)·Σ∇L + λ·w; min (1/m)·ΣL + (λ/2)·‖w‖²',
		losses: WRITTEN_BY_THE_USER,
		scaling: 'half',
		coupling: 'loss',
		optimizer: 'sgd',
		penalizesBiases: true,
		caveats: [
			{
				en: 'Its place in OptimiserChain decides, as in optax: before Descent or Adam it is coupled. AdamW decouples its own λ and multiplies it by η, unless couple=false. SignDecay is the L1 form: λ/2m of λ/2m·Σ|w|.',
				zh: '与 optax 一样，在 OptimiserChain 中的位置决定一切：放在 Descent 或 Adam 之前是耦合的。AdamW 的 λ 是解耦的，并乘以 η，除非 couple=false。SignDecay 是 L1 形式：对应 λ/2m·Σ|w| 的 λ/2m。',
			},
			{
				en: 'Penalizes biases as well: Optimisers.adjust!(state.layers[1].bias; lambda=0) spares one.',
				zh: '偏置也会受到惩罚：Optimisers.adjust!(state.layers[1].bias; lambda=0) 可以免去一个。',
			},
		],
		// apply!(o::WeightDecay, …): dx′ = @lazy dx + λ * x
		source: 'https://github.com/FluxML/Optimisers.jl/blob/v0.4.8/src/rules.jl',
		checked: { how: 'source', version: '0.4.8' },
		snippet: (value, { learningRate, mu }) =>
			`OptimiserChain(WeightDecay(${value}), ${mu ? `Momentum(${learningRate}, ${mu})` : `Descent(${learningRate})`})`,
	},
	'mlj-linear-models': {
		name: 'MLJLinearModels Ridge, Logistic',
		parameter: 'lambda',
		default: null,
		objective: 'ΣL + m·lambda·½·‖w‖²',
		losses: ['binary-cross-entropy', 'softmax-cross-entropy', ...REGRESSION],
		ownSquaredError: 'half-squared-error',
		scaling: 'half',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'Multiplied by m, since 0.6: with scale_penalty_with_samples=false it stands beside the sum, and is λ itself. By default 1 in RidgeRegressor and 2e-16 in LogisticClassifier.',
				zh: '自 0.6 版起乘以 m：取 scale_penalty_with_samples=false 时与损失之和并列，就是 λ 本身。RidgeRegressor 默认 1，LogisticClassifier 默认 2e-16。',
			},
			{
				en: 'gamma is the strength of L1, m·gamma·Σ|w|: λ/2m of λ/2m·Σ|w|. HuberRegressor’s penalty has no ½.',
				zh: 'gamma 是 L1 的强度，即 m·gamma·Σ|w|：对应 λ/2m·Σ|w| 的 λ/2m。HuberRegressor 的惩罚不带 ½。',
			},
		],
		// objective(glr, n) = glr.loss + glr.penalty * ifelse(glr.scale_penalty_with_samples, n, 1.)
		source: 'https://github.com/JuliaAI/MLJLinearModels.jl/blob/1071e68/src/mlj/regressors.jl',
		checked: { how: 'source', version: '0.10.3' },
		snippet: (value, { loss }) =>
			`${isSquaredError(loss) ? 'RidgeRegressor' : loss === 'softmax-cross-entropy' ? 'MultinomialClassifier' : 'LogisticClassifier'}(lambda=${value})`,
	},
	'octave-ridge': {
		name: 'MATLAB, Octave ridge',
		parameter: 'k',
		default: null,
		objective: '‖y − Zw‖² + k·‖w‖², Z = (X − E[X])/sd(X)',
		losses: REGRESSION,
		ownSquaredError: 'squared-error',
		scalesFeatures: true,
		scaling: 'over-m',
		coupling: 'solver',
		penalizesBiases: false,
		caveats: [
			{
				en: 'The sd of a feature divides by m−1, where R’s lm.ridge divides by m. The weights are those of Z; ridge(y, X, k, 0) takes them back to X, and adds the constant.',
				zh: '特征的标准差除以 m−1，而 R 的 lm.ridge 除以 m。得到的是 Z 的权重；ridge(y, X, k, 0) 把它们换回 X 的，并加上常数项。',
			},
		],
		// z = (X - m) ./ std (X, 0, 1), and a row sqrt (k) · eye below it: MATLAB's own file is not public
		source: 'https://github.com/gnu-octave/statistics/blob/1b87326/inst/ridge.m',
		checked: { how: 'source', version: '1b87326' },
		snippet: (value) => `ridge(y, X, ${value}, 0)`,
	},
	matlab: {
		name: 'MATLAB trainNetwork',
		parameter: 'L2Regularization',
		default: 1e-4,
		objective: '(1/m)·ΣL + L2Regularization·½‖w‖²',
		losses: ['softmax-cross-entropy', 'half-squared-error', 'squared-error'],
		ownSquaredError: 'half-squared-error',
		scaling: 'half',
		coupling: 'loss',
		optimizer: 'sgd',
		penalizesBiases: false,
		caveats: [
			{
				en: 'Biases are left out because their BiasL2Factor is 0 by default.',
				zh: '偏置的 BiasL2Factor 默认为 0，因此不受惩罚。',
			},
		],
		source: 'https://www.mathworks.com/help/deeplearning/ref/trainingoptions.html',
		checked: { how: 'unverified', version: 'R2023' },
		snippet: (value, { batchSize, mu }) =>
			`trainingOptions("sgdm", Momentum=${mu}, MiniBatchSize=${batchSize}, L2Regularization=${value})`,
	},
} as const satisfies Partial<Record<LibraryId, Library>>;
