import type { Language } from '../../../src/language.ts';

/** Five steps, as the lines have them. */
type Steps = readonly [string, string, string, string, string];

interface DerivationText {
	title: string;
	kindLabel: string;
	kinds: Record<'gaussian' | 'log-loss' | 'ridge', string>;
	steps: Record<'gaussian' | 'log-loss' | 'ridge', Steps>;
	captions: Record<'gaussian' | 'log-loss' | 'ridge', string>;
	factorsLabel: string;
	factors: Record<'half-data' | 'half-prior' | 'sigma' | 'tau' | 'm' | 'lambda', string>;
	lines: string;
	back: string;
	on: string;
	at: (step: number, steps: number) => string;
	setting: string;
}

const LEFT_OVER = {
	en: 'The prior keeps its ½, which is the 2 of Eq 1; the average brings the m.',
	zh: '先验留着自己的 ½，这就是式（1）里的 2；取平均带来 m。',
};

/** The third step, where a belief gets its numbers. */
const GAUSSIANS = {
	en: 'Put in Gaussians. A weight’s is a constant times exp(−w²/2τ²), and −log makes that w²/2τ² plus a constant; noise of variance σ² goes the same way. Each brings its ½.',
	zh: '代入高斯分布。每个权重的先验密度是常数乘以 e 的 −w²/2τ² 次方，取负对数就是 w²/2τ² 加一个常数；方差为 σ² 的噪声，密度也是这个形式。各带来一个 ½。',
};

export const DERIVATION_TEXT: Record<Language, DerivationText> = {
	en: {
		title: 'From a belief about the weights to Eq 1, in five steps',
		kindLabel: 'Derive',
		kinds: { gaussian: 'squared error', 'log-loss': 'log-loss', ridge: 'ridge' },
		steps: {
			gaussian: [
				'Bayes’ rule: the posterior is the likelihood of the data times the prior.',
				'Take −log. Products become sums, and the most probable weights now minimize the sum.',
				GAUSSIANS.en,
				'Multiply by σ². The minimum stays where it is.',
				'Divide by m, so that the errors are averaged. The prior is divided along with them: Eq 1.',
			],
			'log-loss': [
				'Bayes’ rule: the posterior is the likelihood of the data times the prior.',
				'Take −log. Products become sums, and the most probable weights now minimize the sum.',
				'A log-loss ℓ is a negative log-likelihood already. It brings no σ and no ½; the Gaussian prior brings its own.',
				'There is nothing to multiply by. Write λ for 1/τ².',
				'Divide by m, so that the losses are averaged. The prior is divided along with them: Eq 1.',
			],
			ridge: [
				'Bayes’ rule: the posterior is the likelihood of the data times the prior.',
				'Take −log. Products become sums, and the most probable weights now minimize the sum.',
				GAUSSIANS.en,
				'Multiply by 2σ² instead. Both Gaussians carry a ½, so both cancel.',
				'Leave the errors a sum: a sum needs no m. This is ridge regression as statisticians write it, with the same λ.',
			],
		},
		captions: {
			gaussian: `Follow one color down the page. ${LEFT_OVER.en}`,
			'log-loss': `No σ this time, and λ is 1/τ². ${LEFT_OVER.en}`,
			ridge: 'Nothing is averaged and no ½ is kept, so there is no 2 and no m. λ is the same as in Eq 1.',
		},
		factorsLabel: 'Show in every line',
		factors: {
			'half-data': 'of the data',
			'half-prior': 'of the prior',
			sigma: 'noise',
			tau: 'prior’s width',
			m: 'examples',
			lambda: 'strength',
		},
		lines: 'Derivation, line by line',
		back: 'Back',
		on: 'Next',
		at: (step, steps) => `Step ${step} of ${steps}`,
		setting:
			'D are the data; ∝: up to a factor without W. Each c is whatever in its line does not depend on W; RSS, under “ridge”, is the sum of squared errors.',
	},
	zh: {
		title: '从对权重的信念到式（1），一共五步',
		kindLabel: '推导',
		kinds: { gaussian: '平方误差', 'log-loss': '对数损失', ridge: '经典岭回归' },
		steps: {
			gaussian: [
				'贝叶斯公式：后验正比于似然乘以先验。',
				'取负对数：乘积变成求和，最可能的权重就是使它最小的权重。',
				GAUSSIANS.zh,
				'两边乘以 σ²，极小值点不变。',
				'再除以 m，误差就成了平均值；先验也跟着除以 m。这就是式（1）。',
			],
			'log-loss': [
				'贝叶斯公式：后验正比于似然乘以先验。',
				'取负对数：乘积变成求和，最可能的权重就是使它最小的权重。',
				'对数损失 ℓ 本来就是负对数似然，既没有 σ，也没有 ½；高斯先验带来自己的 ½。',
				'没有什么要乘的，把 1/τ² 记作 λ。',
				'再除以 m，损失就成了平均值；先验也跟着除以 m。这就是式（1）。',
			],
			ridge: [
				'贝叶斯公式：后验正比于似然乘以先验。',
				'取负对数：乘积变成求和，最可能的权重就是使它最小的权重。',
				GAUSSIANS.zh,
				'改为乘以 2σ²。两个高斯分布都带着 ½，于是都约掉了。',
				'误差就让它是总和：求和用不着 m。这就是统计学家写的岭回归，λ 还是那个 λ。',
			],
		},
		captions: {
			gaussian: `盯住一种颜色，一行一行往下看。${LEFT_OVER.zh}`,
			'log-loss': `这里没有 σ，λ 就是 1/τ²。${LEFT_OVER.zh}`,
			ridge: '既没有取平均，也没有留下 ½，所以没有 2，也没有 m。λ 与式（1）里的是同一个。',
		},
		factorsLabel: '在每一行里标出',
		factors: {
			'half-data': '来自数据',
			'half-prior': '来自先验',
			sigma: '噪声',
			tau: '先验的宽度',
			m: '样本数',
			lambda: '强度',
		},
		lines: '推导过程',
		back: '上一步',
		on: '下一步',
		at: (step, steps) => `第 ${step} 步，共 ${steps} 步`,
		setting: 'D 是数据；每一行的 c 是这一行里与 W 无关的部分。',
	},
};
