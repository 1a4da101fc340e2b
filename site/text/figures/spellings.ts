import type { Language } from '../../../src/language.ts';

interface SpellingsText {
	title: string;
	m: string;
	lambda: string;
	zoom: string;
	goesOn: string;
	tooShort: string;
	magnified: (times: string) => string;
	/** What the pale bars are. */
	pale: (of: { m: string; lambda: string }) => string;
	caption: (of: { m: string; lambda: string; ratio: string }) => string;
	setting: (batch: number) => string;
	label: (of: { m: string; lambda: string; pulls: string }) => string;
	labelRow: (penalty: string, pull: string) => string;
	listSeparator: string;
}

export const SPELLINGS_TEXT: Record<Language, SpellingsText> = {
	en: {
		title: 'One λ, six spellings, six pulls on the same weight',
		m: 'examples m',
		lambda: 'strength λ',
		zoom: 'magnified',
		goesOn: 'goes on beyond the picture',
		tooShort: 'too short to see',
		magnified: (times) => `arrows × ${times}`,
		pale: ({ m, lambda }) => `pale: m = ${m}, λ = ${lambda}`,
		caption: ({ m, lambda, ratio }) =>
			`Compare the first arrow with the fourth: with m = ${m} and the same λ = ${lambda}, λ · ‖W‖² pulls ${ratio} times as hard as λ/2m · ‖W‖².`,
		setting: (batch) =>
			`Computed in your browser: the gradient of each penalty at one weight w, which is d · w; an arrow that reaches 0 is one whose full step, with η = 1, takes the whole weight. B is ${batch}, whatever m is.`,
		label: ({ m, lambda, pulls }) =>
			`One weight and the six arrows that pull it towards 0, for m = ${m} and λ = ${lambda}: ${pulls}`,
		labelRow: (penalty, pull) => `${penalty} pulls with ${pull}`,
		listSeparator: ', ',
	},
	zh: {
		title: '同一个 λ，六种写法，对同一个权重有六种拉力',
		m: '样本数 m',
		lambda: '强度 λ',
		zoom: '放大倍数',
		goesOn: '伸到图外去了',
		tooShort: '短得看不见',
		magnified: (times) => `箭头放大到 ${times} 倍`,
		pale: ({ m, lambda }) => `浅色：m = ${m}，λ = ${lambda}`,
		caption: ({ m, lambda, ratio }) =>
			`比一比第一个和第四个箭头：m = ${m}，λ 同样是 ${lambda}，λ · ‖W‖² 的拉力是 λ/2m · ‖W‖² 的 ${ratio} 倍。`,
		setting: (batch) =>
			`在你的浏览器里计算：每种惩罚在一个权重 w 处的梯度，也就是 d · w；箭头伸到 0，表示 η = 1 时一步就把整个权重拿走。不管 m 是多少，B 都是 ${batch}。`,
		label: ({ m, lambda, pulls }) => `一个权重，以及把它拉向 0 的六个箭头，m = ${m}，λ = ${lambda}：${pulls}`,
		labelRow: (penalty, pull) => `${penalty} 的拉力是 ${pull}`,
		listSeparator: '，',
	},
};
