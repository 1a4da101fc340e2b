import type { Language } from '../../../src/language.ts';

interface Numbers {
	m: string;
	lambda: string;
	/** Shares of the fresh points that each network has right. */
	undivided: string;
	divided: string;
}

interface HeroText {
	title: string;
	caption: (of: Numbers) => string;
	/** The left network is flat, and where both are. */
	captionFlat: (of: Numbers) => string;
	/** The left one is flat, and no more points can come. */
	captionFlatAtMost: (of: Numbers) => string;
	captionBothFlat: (of: Numbers) => string;
	undivided: string;
	divided: string;
	m: string;
	lambda: string;
	right: (share: string) => string;
	flat: string;
	boundary: (formula: string, m: string, lambda: string, result: string) => string;
	edge: string;
	stopEdge: string;
	edgeTrains: (epoch: string, epochs: string) => string;
	edgeSame: (duration: string) => string;
	edgeDiffers: string;
	edgeFailed: (message: string) => string;
	equation: {
		lambda: string;
		m: string;
		two: string;
		invitation: string;
		/** What the hero shows, for whoever works with the equation and sees the hero no more; `twice`, where the 2 is struck out, is 2λ. */
		told: (of: { lambda: string; m: string; without: string; with: string; twice: string }) => string;
	};
}

export const HERO_TEXT: Record<Language, HeroText> = {
	en: {
		title: 'Same network, same λ: as data grow, only the penalty divided by m gives way',
		caption: ({ m, lambda, undivided, divided }) =>
			`With ${m} points and λ = ${lambda}, the left network gets ${undivided} of fresh points right, the right one ${divided}. Drag m, and see what changes.`,
		captionFlat: ({ m, lambda, divided }) =>
			`With ${m} points and λ = ${lambda}, the left network is pulled flat: one answer everywhere. The right one gets ${divided} of fresh points right. Drag m: the left one stays flat, the right one bends to the data as points come. Lower λ until the left one has a boundary, too.`,
		captionFlatAtMost: ({ m, lambda, divided }) =>
			`With ${m} points and λ = ${lambda}, the left network is still pulled flat: one answer everywhere. The right one gets ${divided} of fresh points right. Lower λ until the left one has a boundary, too.`,
		captionBothFlat: ({ m, lambda }) =>
			`At λ = ${lambda}, with ${m} points, both networks are pulled flat: one answer everywhere, as right as a coin. Lower λ, or add data.`,
		undivided: 'without the m',
		divided: 'with the m',
		m: 'examples m',
		lambda: 'strength λ',
		right: (share) => `${share} of fresh points right`,
		flat: 'no boundary: one answer everywhere',
		boundary: (formula, m, lambda, result) =>
			`Decision boundary under the penalty ${formula}, with m = ${m} points and λ = ${lambda}: ${result}`,
		edge: 'Train both on our server and compare',
		stopEdge: 'Stop',
		edgeTrains: (epoch, epochs) => `Training on the server: epoch ${epoch} of ${epochs}`,
		edgeSame: (duration) => `The server got exactly the same numbers, in ${duration}.`,
		edgeDiffers: 'The server got different numbers. That should not happen: please tell us.',
		edgeFailed: (message) => `The server did not answer: ${message}`,
		equation: {
			lambda: 'λ, the strength of the penalty',
			m: 'm, the number of training examples',
			two: 'the factor 2',
			invitation: 'Drag the λ or the m of the formula, or tap its 2 to strike it out.',
			told: ({ lambda, m, without, with: divided, twice }) =>
				`λ = ${lambda}, m = ${m}: ${without}; ${divided}${twice && `. Without the 2, this λ does what ${twice} does with it`}`,
		},
	},
	zh: {
		title: '网络相同，λ 也相同。数据变多时，只有除以 m 的惩罚会让步。',
		caption: ({ m, lambda, undivided, divided }) =>
			`${m} 个点，λ = ${lambda}：左边的网络在新点上答对 ${undivided}，右边的答对 ${divided}。拖动 m，看看有什么变化。`,
		captionFlat: ({ m, lambda, divided }) =>
			`${m} 个点，λ = ${lambda}：左边的网络被压平了，处处是同一个答案；右边的网络在新点上答对 ${divided}。拖动 m：左边一直是平的，右边随着点数增加而松开。再把 λ 调小，直到左边也出现边界。`,
		captionFlatAtMost: ({ m, lambda, divided }) =>
			`${m} 个点，λ = ${lambda}：左边的网络还是平的，处处是同一个答案；右边的网络在新点上答对 ${divided}。把 λ 调小，直到左边也出现边界。`,
		captionBothFlat: ({ m, lambda }) =>
			`λ = ${lambda}，${m} 个点：两个网络都被压平了，处处是同一个答案，和抛硬币差不多。把 λ 调小，或者增加数据。`,
		undivided: '没有 m',
		divided: '有 m',
		m: '样本数 m',
		lambda: '强度 λ',
		right: (share) => `新点准确率 ${share}`,
		flat: '没有边界：处处同一个答案',
		boundary: (formula, m, lambda, result) => `惩罚为 ${formula} 时的决策边界，m = ${m} 个点，λ = ${lambda}：${result}`,
		edge: '让云端也训练一遍，比一比',
		stopEdge: '停止',
		edgeTrains: (epoch, epochs) => `云端正在训练：第 ${epoch} 轮，共 ${epochs} 轮`,
		edgeSame: (duration) => `云端用 ${duration} 得到同样的数字，一位不差。`,
		edgeDiffers: '云端得到的数字不一样。这不应该发生，请告诉我们。',
		edgeFailed: (message) => `云端没有回答：${message}`,
		equation: {
			lambda: 'λ，惩罚的强度',
			m: 'm，训练样本数',
			two: '因子 2',
			invitation: '左右拖动公式里的 λ 或 m，点一下那个 2 把它划掉。',
			told: ({ lambda, m, without, with: divided, twice }) =>
				`λ = ${lambda}，m = ${m}：${without}；${divided}${twice && `。没有 2，这个 λ 相当于有 2 时的 ${twice}`}`,
		},
	},
};
