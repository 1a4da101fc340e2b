import type { Text } from '../../language.ts';
import type { LibraryId } from '../../schema/libraryIds.ts';
import { isSquaredError, type Loss } from '../../schema/losses.ts';
import { type Library, REGRESSION } from '../library.ts';

const MODE: Text = {
	en: 'Minus the logarithm of normal(0, sd) is w²/(2·sd²), so λ = 1/sd², whatever m is. The posterior’s mode is then the minimizer; its mean, which sampling gives, is another point.',
	zh: 'normal(0, sd) 的负对数是 w²/(2·sd²)，因此 λ = 1/sd²，与 m 无关。后验的众数才是极小值点；采样给出的均值是另一个点。',
};
const NOISE: Text = {
	en: 'In a regression for noise of standard deviation 1: with σ the value is σ times as large. L1 is a Laplace prior, of scale b = 2/λ for λ/2m·Σ|w|.',
	zh: '回归时假定噪声的标准差为 1：若为 σ，该值要乘以 σ。L1 对应拉普拉斯先验，对 λ/2m·Σ|w| 来说尺度 b = 2/λ。',
};

/** What every prior's row has: the standard deviation of a normal prior is 1/√λ. */
const prior = {
	objective: 'ΣL + Σw²/(2·sd²)',
	losses: ['binary-cross-entropy', 'softmax-cross-entropy', ...REGRESSION],
	ownSquaredError: 'half-squared-error',
	scaling: 'over-2m',
	strength: 'prior-deviation',
	coupling: 'solver',
	penalizesBiases: false,
} as const satisfies Partial<Library>;

const brmsFamily: Record<Loss, string> = {
	'binary-cross-entropy': 'bernoulli()',
	'softmax-cross-entropy': 'categorical()',
	'half-squared-error': 'gaussian()',
	'squared-error': 'gaussian()',
};

/** Priors of Bayesian models: a penalty is minus the logarithm of one. */
export const priors = {
	stan: {
		...prior,
		name: 'Stan, w ~ normal(0, sd)',
		parameter: 'sd',
		default: null,
		caveats: [
			MODE,
			NOISE,
			{
				en: 'The second argument of normal is a standard deviation, in BUGS and JAGS a precision, which is λ itself. Without a line for w the prior is flat: λ = 0.',
				zh: 'normal 的第二个参数是标准差；在 BUGS 和 JAGS 里是精度，也就是 λ 本身。不写 w 的先验就是平坦先验：λ = 0。',
			},
		],
		source: 'https://mc-stan.org/docs/functions-reference/unbounded_continuous_distributions.html',
		checked: { how: 'run', version: '2.21.7 (rstan)', largestError: 1e-8 },
		snippet: (value, { loss }) =>
			`w ~ normal(0, ${value});\n${isSquaredError(loss) ? 'y ~ normal(X * w + b, 1);' : loss === 'softmax-cross-entropy' ? "for (i in 1:m) y[i] ~ categorical_logit(W * X[i]' + b);" : 'y ~ bernoulli_logit(X * w + b);'}`,
	},
	pymc: {
		...prior,
		name: 'PyMC pm.Normal prior',
		parameter: 'sigma',
		default: 1,
		caveats: [
			MODE,
			NOISE,
			{
				en: 'tau is the precision 1/sigma², λ itself. pm.find_MAP() finds the mode.',
				zh: 'tau 是精度 1/sigma²，即 λ 本身。pm.find_MAP() 求的就是众数。',
			},
		],
		// Normal: sigma is the standard deviation, and 1 where neither it nor tau is given
		source: 'https://www.pymc.io/projects/docs/en/stable/api/distributions/generated/pymc.Normal.html',
		checked: { how: 'documentation', version: '5' },
		snippet: (value) => `w = pm.Normal("w", mu=0, sigma=${value}, shape=features)`,
	},
	brms: {
		...prior,
		name: 'brms set_prior, class = "b"',
		parameter: 'sd',
		default: null,
		caveats: [
			MODE,
			NOISE,
			{
				en: 'Coefficients have a flat prior where none is set: λ = 0. The intercept has its own, of class Intercept; features are centred inside, which changes only that.',
				zh: '不设时系数是平坦先验：λ = 0。截距有自己的先验（class Intercept）；内部会把特征中心化，只影响截距。',
			},
		],
		// set_prior: the text is Stan's; without one the prior of class b is "an improper flat prior over the reals"
		source: 'https://github.com/paul-buerkner/brms/blob/29ccd23/R/priors.R',
		checked: { how: 'source', version: '2.23.1' },
		snippet: (value, { loss }) =>
			`brm(y ~ ., data, family = ${brmsFamily[loss]}, prior = set_prior("normal(0, ${value})", class = "b"))`,
	},
} as const satisfies Partial<Record<LibraryId, Library>>;
