import type { Language } from '../../../src/language.ts';

interface StoppingText {
	title: string;
	steps: string;
	grip: string;
	gripSays: (steps: string) => string;
	start: string;
	data: string;
	truth: string;
	stopped: string;
	ridge: string;
	thousand: string;
	risk: string;
	descent: string;
	descentSays: (steps: string) => string;
	ridgeName: string;
	ridgeSays: (lambda: string) => string;
	caption: (of: { steps: string; lambda: string; apart: string; ratio: string }) => string;
	setting: (of: { m: number; noise: string; eta: string }) => string;
	label: (of: { steps: string; lambda: string; apart: string }) => string;
	riskLabel: (of: { steps: string; ratio: string }) => string;
}

export const STOPPING_TEXT: Record<Language, StoppingText> = {
	en: {
		title: 'Early stopping takes a path like that of ridge',
		steps: 'stop after',
		grip: 'where gradient descent stops',
		gripSays: (steps) => (steps === '1' ? '1 step' : `${steps} steps`),
		start: 'start',
		data: 'best fit',
		truth: 'truth',
		stopped: 'stopped',
		ridge: 'ridge',
		thousand: '1,000',
		risk: 'expected error over the steps',
		descent: 'gradient descent',
		descentSays: (steps) => (steps === '1' ? 'stopped after 1 step' : `stopped after ${steps} steps`),
		ridgeName: 'ridge, at its minimum',
		ridgeSays: (lambda) => `λ = m/(η · steps) = ${lambda}`,
		caption: ({ steps, lambda, apart, ratio }) =>
			`Drag the point along its path and ridge follows: after ${steps === '1' ? '1 step' : `${steps} steps`}, with λ = ${lambda}, the two are ${apart} apart, and stopping has ${ratio} times the error of ridge, averaged over the noise (the picture is one draw of it).`,
		setting: ({ m, noise, eta }) =>
			`Computed in your browser: a linear model with two weights, half squared error, m = ${m} examples with noise of standard deviation ${noise}; full-batch gradient descent from 0 with η = ${eta}. The error is E‖w − truth‖² over the noise; both axes of the small chart are logarithmic.`,
		label: ({ steps, lambda, apart }) =>
			`The path of gradient descent and the path of ridge over λ, from 0 to the best fit: after ${steps} steps they are ${apart} apart, for λ = ${lambda}`,
		riskLabel: ({ steps, ratio }) =>
			`Expected squared error of both over the steps: after ${steps}, the ratio of stopping to ridge is ${ratio}`,
	},
	zh: {
		title: '早停走的路，与岭回归走的相近',
		steps: '停在第几步',
		grip: '梯度下降停在哪里',
		gripSays: (steps) => `第 ${steps} 步`,
		start: '起点',
		data: '最佳拟合',
		truth: '真值',
		stopped: '早停',
		ridge: '岭回归',
		thousand: '1,000',
		risk: '期望误差随步数的变化',
		descent: '梯度下降',
		descentSays: (steps) => `停在第 ${steps} 步`,
		ridgeName: '岭回归，走到底',
		ridgeSays: (lambda) => `λ = m/(η · 步数) = ${lambda}`,
		caption: ({ steps, lambda, apart, ratio }) =>
			`沿着路拖动这个点，岭回归会跟着走：停在第 ${steps} 步，取 λ = ${lambda}，两者相距 ${apart}，早停的误差是岭回归的 ${ratio} 倍。`,
		setting: ({ m, noise, eta }) =>
			`在你的浏览器里计算：两个权重的线性模型，平方误差的一半，m = ${m} 个样本，噪声标准差 ${noise}；从 0 出发的全批量梯度下降，η = ${eta}。误差是 E‖w − 真值‖²，对噪声取平均；小图的两条轴都取对数。`,
		label: ({ steps, lambda, apart }) =>
			`梯度下降的路与岭回归随 λ 的路，都从 0 到最佳拟合：第 ${steps} 步时相距 ${apart}，λ = ${lambda}`,
		riskLabel: ({ steps, ratio }) => `两者的期望平方误差随步数的变化：第 ${steps} 步时，早停与岭回归之比为 ${ratio}`,
	},
};
