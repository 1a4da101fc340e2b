import type { Language } from '../../../src/language.ts';

interface Told {
	lambda: string;
	m: string;
	/** What λ/2m weighs like, in words. */
	divided: string;
	/** What λ/2 weighs like. */
	undivided: string;
}

interface WitnessesText {
	title: string;
	caption: (told: Told) => string;
	/** After the caption, where fewer examples stand for all. */
	expected: (trained: string) => string;
	/** So many of all examples; fewer than one of one. */
	ofExamples: (count: string, m: string) => string;
	ofOne: (part: string) => string;
	/** All of the examples, so many times over, or a share of them. */
	timesAll: (count: string, times: string) => string;
	shareOfAll: (count: string, share: string) => string;
	divided: string;
	undivided: string;
	examples: (m: string) => string;
	/** Under its pan, with how many examples it weighs like. */
	penalty: (count: string) => string;
	/** What a row of a heap stands for. */
	heap: string;
	balance: (formula: string, m: string, like: string) => string;
	m: string;
	lambda: string;
	/** The small print: what was trained, and what is weighed. */
	setting: (trained: string) => string;
}

export const WITNESSES_TEXT: Record<Language, WitnessesText> = {
	en: {
		title: 'Under λ/2m the penalty keeps about its weight as examples come; under λ/2 it has m times that',
		caption: ({ lambda, m, divided, undivided }) =>
			`With λ = ${lambda} and ${m} examples, the penalty under λ/2m weighs ${divided}. Under λ/2, at the same weights, it weighs m times that: ${undivided}.`,
		expected: (trained) => ` This is extrapolated: no network of this figure saw more than ${trained} examples.`,
		ofExamples: (count, m) => `as much as ${count} of ${m} examples`,
		ofOne: (part) => `as much as ${part} of a single example`,
		timesAll: (count, times) =>
			`as much as ${count} examples, ${times === '1' ? 'about' : `${times} times`} the whole data set`,
		shareOfAll: (count, share) => `as much as ${count} examples, ${share} of the whole data set`,
		divided: 'with the m',
		undivided: 'without the m',
		examples: (m) => `${m} examples`,
		penalty: (count) => `the penalty = ${count} examples`,
		heap: 'each further row of a pile: ten times as many',
		balance: (formula, m, like) =>
			`A balance: ${m} examples on one side, the penalty ${formula} on the other, which weighs ${like}`,
		m: 'examples m',
		lambda: 'strength λ',
		setting: (trained) =>
			`${trained} Both penalties are weighed at the network trained under λ/2m: the length of the penalty’s gradient beside the mean length of single examples’ gradients. Beyond 3,000 examples, 3,000 stand for all, under the λ/2m of the true m. Pile heights and tilt are on a log scale.`,
	},
	zh: {
		title: '样本增多，λ/2m 下惩罚的分量几乎不变；λ/2 下，是它的 m 倍',
		caption: ({ lambda, m, divided, undivided }) =>
			`λ = ${lambda}，${m} 个样本：λ/2m 下惩罚的分量${divided}；权重不变，换成 λ/2，就是它的 m 倍，${undivided}。`,
		expected: (trained) => `这是推算：图中的网络，样本最多只有 ${trained} 个。`,
		ofExamples: (count, m) => `相当于 ${m} 个样本中的 ${count} 个`,
		ofOne: (part) => `只相当于 ${part} 个样本`,
		timesAll: (count, times) =>
			`相当于 ${count} 个样本，${times === '1' ? '约等于全部样本' : `是全部样本的 ${times} 倍`}`,
		shareOfAll: (count, share) => `相当于 ${count} 个样本，占全部样本的 ${share}`,
		divided: '有 m',
		undivided: '没有 m',
		examples: (m) => `${m} 个样本`,
		penalty: (count) => `惩罚 = ${count} 个样本`,
		heap: '堆里每多一行，样本数乘以十',
		balance: (formula, m, like) => `一架天平：一边是 ${m} 个样本，另一边是惩罚 ${formula}，分量${like}`,
		m: '样本数 m',
		lambda: '强度 λ',
		setting: (trained) =>
			`${trained}两种惩罚都在 λ/2m 下训练好的网络上称量：惩罚梯度的长度，比上单个样本梯度的平均长度（在极小值点处，样本梯度之和与惩罚的梯度相互抵消）。超过 3,000 个样本时，由 3,000 个代表全部，惩罚仍按真实的 m 取 λ/2m。堆的大小和倾斜按对数变化。`,
	},
};
