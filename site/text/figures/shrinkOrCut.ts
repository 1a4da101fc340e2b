import type { Language } from '../../../src/language.ts';

interface ShrinkText {
	title: string;
	norm: string;
	norms: Record<'l1' | 'l2', string>;
	inputs: string;
	inputChoices: Record<'apart' | 'together', string>;
	lambda: string;
	data: string;
	dataAt: (b1: string, b2: string) => string;
	penalised: string;
	zeros: (count: number) => string;
	noZeros: string;
	withPenalty: string;
	without: string;
	planeTitle: string;
	dotsTitle: string;
	captions: {
		free: string;
		cut: (of: { lambda: string; zeros: string; also: string }) => string;
		shrink: (of: { lambda: string; factor: string }) => string;
		grown: (of: { lambda: string; weight: string; from: string; to: string; norm: string }) => string;
	};
	alsoCut: (weights: readonly string[]) => string;
	setting: string;
	planeLabel: (of: { norm: string; b: string; w: string }) => string;
	dotsLabel: (of: { zeros: number; norm: string; lambda: string }) => string;
}

export const SHRINK_TEXT: Record<Language, ShrinkText> = {
	en: {
		title: 'L2 shrinks the weights and keeps them all; L1 cuts the small ones off',
		norm: 'Penalty',
		norms: { l1: 'L1, diamond', l2: 'L2, circle' },
		inputs: 'Inputs',
		inputChoices: { apart: 'independent', together: 'correlated' },
		lambda: 'strength λ',
		data: 'data alone',
		dataAt: (b1, b2) => `w₁ = ${b1}, w₂ = ${b2}`,
		penalised: 'with the penalty',
		zeros: (count) => `${count} exactly 0`,
		noZeros: 'none exactly 0',
		withPenalty: 'with the penalty',
		without: 'without',
		planeTitle: 'Two weights',
		dotsTitle: 'Fifty weights, of which 45 are truly 0',
		captions: {
			free: 'Without a penalty the weights are where the data want them, and none is 0: raise λ.',
			cut: ({ lambda, zeros, also }) =>
				`The diamond has its corners on the axes: at λ = ${lambda} L1 makes ${zeros} of the fifty weights exactly 0${also}.`,
			shrink: ({ lambda, factor }) =>
				`The circle has no corners: at λ = ${lambda} L2 divides all fifty weights by ${factor} and makes none of them 0.`,
			grown: ({ lambda, weight, from, to, norm }) =>
				`Because the two inputs go together, ${weight} takes over from the other weight: under ${norm} at λ = ${lambda} it grows from ${from} to ${to}.`,
		},
		alsoCut: (weights) => (weights.length === 0 ? '' : `; on the left it cuts ${weights.join(' and ')}`),
		setting:
			'Computed in your browser: linear models, half squared error, penalties λ/m · ‖w‖₁ and λ/2m · ‖w‖² with m = 200. Left: two inputs of variance 1, independent or with correlation 0.7. Right: fifty orthogonal inputs, noise 1, one draw.',
		planeLabel: ({ norm, b, w }) =>
			`Two weights under ${norm}: the data alone want ${b}, with the penalty they are ${w}`,
		dotsLabel: ({ zeros, norm, lambda }) =>
			`Fifty weights under ${norm} at λ = ${lambda}: ${zeros} of them are exactly 0`,
	},
	zh: {
		title: 'L2 把权重整体缩小，一个也不归零；L1 把小的直接归零',
		norm: '惩罚',
		norms: { l1: 'L1，菱形', l2: 'L2，圆' },
		inputs: '输入',
		inputChoices: { apart: '互不相关', together: '相关' },
		lambda: '强度 λ',
		data: '只看数据',
		dataAt: (b1, b2) => `w₁ = ${b1}，w₂ = ${b2}`,
		penalised: '加上惩罚',
		zeros: (count) => `${count} 个恰好是 0`,
		noZeros: '没有一个恰好是 0',
		withPenalty: '有惩罚',
		without: '无惩罚',
		planeTitle: '两个权重',
		dotsTitle: '50 个权重，其中 45 个真值是 0',
		captions: {
			free: '没有惩罚时，权重就在数据想要的地方，没有一个是 0：把 λ 调大试试。',
			cut: ({ lambda, zeros, also }) =>
				zeros === '50'
					? `看菱形的角：λ = ${lambda} 时，L1 让全部 50 个权重都恰好是 0${also}。`
					: `看菱形的角：λ = ${lambda} 时，L1 让 50 个权重中的 ${zeros} 个恰好是 0${also}。`,
			shrink: ({ lambda, factor }) =>
				`看这个没有角的圆：λ = ${lambda} 时，L2 把 50 个权重全部除以 ${factor}，没有一个变成 0。`,
			grown: ({ lambda, weight, from, to, norm }) =>
				`看 ${weight}：两个输入总是一起变化，它就替另一个分担，λ = ${lambda} 的 ${norm} 反而让它从 ${from} 变大到 ${to}。`,
		},
		alsoCut: (weights) => (weights.length === 0 ? '' : `，左图的 ${weights.join('、')} 也不例外`),
		setting:
			'在你的浏览器里计算：线性模型，平方误差的一半，惩罚为 λ/m · ‖w‖₁ 与 λ/2m · ‖w‖²，m = 200。左图：两个方差为 1 的输入，互不相关，或相关系数为 0.7。右图：50 个相互正交的输入，噪声的标准差为 1，抽样一次。',
		planeLabel: ({ norm, b, w }) => `${norm} 下的两个权重：只看数据时是 ${b}，加上惩罚后是 ${w}`,
		dotsLabel: ({ zeros, norm, lambda }) => `λ = ${lambda} 的 ${norm} 下的 50 个权重：${zeros} 个恰好是 0`,
	},
};
