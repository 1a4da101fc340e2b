import type { Language } from '../../../src/language.ts';

/** What stands around the numbers of a case that a reader computes again from the losses. */
interface RecountText {
	button: string;
	/** What that checks, and what it does not. */
	checks: string;
	computing: string;
	failed: string;
	/** @param other how many came out otherwise */
	said: (total: number, other: number) => string;
	head: readonly [number: string, committed: string, recounted: string, verdict: string];
	same: string;
	other: string;
	/** p with what the grid leaves open in its interval, and by the draws alone. */
	exponent: string;
	drawsAlone: string;
	/** In place of an exponent. */
	none: string;
	best: (m: string) => string;
	cost: (kept: string) => string;
	difference: (first: string, second: string) => string;
}

export const RECOUNT_TEXT: Record<Language, RecountText> = {
	en: {
		button: 'Recompute these numbers from the losses',
		checks:
			'It checks the analysis, not the training: from the same losses come the same numbers, and nothing is trained. In the source, npm run study trains again, on other seeds too.',
		computing: 'Fetching the losses (1 MB) and resampling the draws …',
		failed: 'The losses did not come, or this browser could not compute: try again.',
		said: (total, other) =>
			other === 0
				? `All ${total} numbers came out the same, to the last digit that is shown.`
				: `${other} of ${total} numbers came out differently.`,
		head: ['number [95%]', 'committed', 'from the losses', 'compared'],
		same: 'same',
		other: 'different',
		exponent: 'p of λ* ∝ mᵖ, with what the grid leaves open',
		drawsAlone: 'p by the draws alone',
		none: 'none',
		best: (m) => `best λ at m = ${m}`,
		cost: (kept) => `cost of keeping ${kept}`,
		difference: (first, second) => `cost of ${first} less that of ${second}`,
	},
	zh: {
		button: '用损失重新计算这些数字',
		checks:
			'检验的是分析，不是训练：同样的损失得出同样的数字，什么也不训练。在源码里用 npm run study 可重新训练，也可换种子。',
		computing: '正在取损失（1 MB）并重抽各次抽样……',
		failed: '没有取到损失，或这个浏览器无法计算：请再试一次。',
		said: (total, other) =>
			other === 0 ? `${total} 个数字全部相同，直到所示的最后一位。` : `${total} 个数字中有 ${other} 个不同。`,
		head: ['数字 [95%]', '已提交的', '由损失算出的', '比较'],
		same: '相同',
		other: '不同',
		exponent: 'λ* ∝ mᵖ 中的 p，计入网格分不清的部分',
		drawsAlone: 'p，只算抽样',
		none: '没有',
		best: (m) => `m = ${m} 时的最佳 λ`,
		cost: (kept) => `沿用 ${kept} 的代价`,
		difference: (first, second) => `${first} 的代价减 ${second} 的代价`,
	},
};
