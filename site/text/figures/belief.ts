import type { Language } from '../../../src/language.ts';

interface BeliefText {
	title: string;
	m: string;
	tau: string;
	tauOnPicture: string;
	/** Beside the grip. */
	dragTau: string;
	kind: string;
	kinds: Record<'gaussian' | 'laplace', string>;
	prior: string;
	priorBeyond: string;
	likelihood: string;
	posterior: string;
	map: string;
	mle: string;
	truth: string;
	priorSays: (tau: string, lambda: string) => string;
	peak: (name: string, at: string) => string;
	at: (w1: string, w2: string) => string;
	caption: (of: { m: string; lambda: string; moved: string; isFew: boolean; zero: string | null }) => string;
	setting: string;
	label: (of: { m: string; tau: string; map: string; mle: string }) => string;
}

export const BELIEF_TEXT: Record<Language, BeliefText> = {
	en: {
		title: 'More data make the belief count for less, though λ never changes',
		m: 'examples m',
		tau: 'prior’s width τ',
		tauOnPicture: 'the width of the prior, τ',
		dragTau: 'drag: τ',
		kind: 'Prior',
		kinds: { gaussian: 'Gaussian, which is L2', laplace: 'Laplace, which is L1' },
		prior: 'prior',
		priorBeyond: 'prior: wider than the picture',
		likelihood: 'likelihood',
		posterior: 'posterior',
		map: 'MAP',
		mle: 'MLE',
		truth: 'truth',
		priorSays: (tau, lambda) => `τ = ${tau}, which makes λ = ${lambda}`,
		peak: (name, at) => `its peak, the ${name}: ${at}`,
		at: (w1, w2) => `(${w1}, ${w2})`,
		caption: ({ m, lambda, moved, isFew, zero }) =>
			isFew
				? `With ${m} examples the prior moves the peak by ${moved}, from MLE to MAP${zero ? `, onto ${zero} = 0 exactly` : ''}. Drag m to the right: the prior counts for less and less, while λ stays ${lambda}.`
				: `With ${m} examples the prior, still with λ = ${lambda}, moves the peak by ${moved}, from MLE to MAP${zero ? `, onto ${zero} = 0 exactly` : ''}.`,
		setting:
			'Computed in your browser: y = w · x + noise of standard deviation 1, inputs from N(0, 1), one draw, of which m examples are the first m. On the inner contour a density is half of its peak’s, on the outer a tenth. λ = σ²/τ² for the Gaussian, √2 · σ²/τ for the Laplace prior of the same standard deviation τ.',
		label: ({ m, tau, map, mle }) =>
			`Prior, likelihood and posterior over two weights, m = ${m}, τ = ${tau}: the likelihood peaks at ${mle}, the posterior at ${map}`,
	},
	zh: {
		title: '数据越多，先验越轻，尽管 λ 一直没变',
		m: '样本数 m',
		tau: '先验宽度 τ',
		tauOnPicture: '先验的宽度 τ',
		dragTau: '拖动 τ',
		kind: '先验',
		kinds: { gaussian: '高斯，即 L2', laplace: '拉普拉斯，即 L1' },
		prior: '先验',
		priorBeyond: '先验：比图还宽',
		likelihood: '似然',
		posterior: '后验',
		map: 'MAP',
		mle: 'MLE',
		truth: '真值',
		priorSays: (tau, lambda) => `τ = ${tau}，也就是 λ = ${lambda}`,
		peak: (name, at) => `峰在 ${at}，即 ${name}`,
		at: (w1, w2) => `(${w1}, ${w2})`,
		caption: ({ m, lambda, moved, isFew, zero }) =>
			isFew
				? `比较 MLE 与 MAP：只有 ${m} 个样本时，先验把峰拉开了 ${moved}${zero ? `，正好拉到 ${zero} = 0` : ''}；拖动 m，先验会自己退让，λ 却一直是 ${lambda}。`
				: `比较 MLE 与 MAP：有了 ${m} 个样本，同一个先验（λ 还是 ${lambda}）只把峰拉开 ${moved}${zero ? `，不过 ${zero} 仍然正好是 0` : ''}。`,
		setting:
			'在你的浏览器里计算：y = w · x + 标准差为 1 的噪声，输入来自 N(0, 1)，抽样一次，m 个样本就是其中前 m 个。内圈上的密度是峰值的一半，外圈是十分之一。高斯先验的 λ = σ²/τ²；标准差同为 τ 的拉普拉斯先验，λ = √2 · σ²/τ。',
		label: ({ m, tau, map, mle }) =>
			`两个权重上的先验、似然与后验，m = ${m}，τ = ${tau}：似然的峰在 ${mle}，后验的峰在 ${map}`,
	},
};
