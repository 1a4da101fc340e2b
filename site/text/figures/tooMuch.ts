import type { Language } from '../../../src/language.ts';

interface TooMuchText {
	title: string;
	share: string;
	grip: string;
	gripSays: (share: string, weight: string) => string;
	step: string;
	fates: Record<'stays' | 'shrinks' | 'gone' | 'flips' | 'swings' | 'explodes', string>;
	captions: Record<
		'stays' | 'shrinks' | 'gone' | 'flips' | 'swings' | 'explodes',
		(of: { share: string; taken: string; end: string; steps: number }) => string
	>;
	setting: string;
	label: (caption: string) => string;
}

export const TOO_MUCH_TEXT: Record<Language, TooMuchText> = {
	en: {
		title: 'A decay that shrinks, one that flips, and one that explodes',
		share: 'share η · d',
		grip: 'the weight after the first step',
		gripSays: (share, weight) => `${weight}, η · d = ${share}`,
		step: 'step',
		fates: {
			stays: 'stays',
			shrinks: 'shrinks',
			gone: 'gone in one step',
			flips: 'flips and dies',
			swings: 'swings for ever',
			explodes: 'explodes',
		},
		captions: {
			stays: () => 'Nothing is taken away and the weight stays: drag its second point down.',
			shrinks: ({ taken, end, steps }) =>
				`Each step takes ${taken} of what is there: after ${steps} steps ${end} of the weight is left.`,
			gone: () => 'With η · d = 1 the first step takes the whole weight at once, and more would overshoot.',
			flips: ({ share, end, steps }) =>
				`Each step overshoots 0: with η · d = ${share} the weight changes its sign ${steps} times and is down to ${end}; beyond 2 it would grow.`,
			swings: () => 'This is the limit: with η · d = 2 the weight jumps between 1 and −1 and never comes to rest.',
			explodes: ({ share, end, steps }) =>
				`Each step lands farther out than the last: with η · d = ${share} the weight is ${end} times as large after ${steps} steps.`,
		},
		setting: 'Computed in your browser: one weight that nothing else moves, w ← (1 − η · d) · w, from 1 on.',
		label: (caption) => `One weight over its steps. ${caption}`,
	},
	zh: {
		title: '衰减可以让权重变小、来回翻转，也可以让它爆炸',
		share: '份额 η · d',
		grip: '第一步之后的权重',
		gripSays: (share, weight) => `${weight}，η · d = ${share}`,
		step: '步',
		fates: {
			stays: '不动',
			shrinks: '变小',
			gone: '一步归零',
			flips: '正负交替，趋于零',
			swings: '永远摆动',
			explodes: '爆炸',
		},
		captions: {
			stays: () => '什么也没拿走，权重不动：把它的第二个点往下拖。',
			shrinks: ({ taken, end, steps }) => `看每一步都拿走剩下的 ${taken}：${steps} 步之后，权重还剩 ${end}。`,
			gone: () => '看第一步：η · d = 1 一次拿走整个权重，再多就要冲过头了。',
			flips: ({ share, end, steps }) =>
				`看每一步都冲过 0：η · d = ${share} 时，权重变号 ${steps} 次，大小只剩 ${end}；超过 2，它就会越来越大。`,
			swings: () => '看这条界线：η · d = 2 时，权重在 1 和 −1 之间跳来跳去，永远停不下来。',
			explodes: ({ share, end, steps }) =>
				`看每一步都落得比上一步更远：η · d = ${share} 时，${steps} 步之后权重是原来的 ${end} 倍。`,
		},
		setting: '在你的浏览器里计算：一个没有别的力量拉动的权重，w ← (1 − η · d) · w，从 1 开始。',
		label: (caption) => `一个权重随步数的变化。${caption}`,
	},
};
