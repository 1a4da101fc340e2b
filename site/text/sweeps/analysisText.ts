import type { Language } from '../../../src/language.ts';
import type { Analysis } from '../../../src/schema/analysis.ts';

/** What one m of a sweep says, in digits. */
interface BestFacts {
	m: string;
	/** The best λ > 0 of the grid, with its interval, and its loss. */
	lambda: string;
	loss: string;
	/** The loss of λ = 0, where that is the least of all. */
	noPenalty: string | null;
	isAtEdge: boolean;
	/** What one answer for every row loses, where the best λ > 0 is no better; whether nothing at this m is. */
	nothing: { answer: 'shares' | 'mean'; loss: string; isAll: boolean } | null;
}

/** The words of what a sweep says. */
export interface AnalysisText {
	/** @param seeds whose cells are all there: only these count */
	scalingTitle: (scaling: string, seeds: string) => string;
	/** What `best` is the best of. */
	chosenBy: (loss: string, seeds: number) => string;
	/** Why numbers have no interval. */
	noInterval: (seeds: string, count: number, least: number) => string;
	losses: Record<Analysis['metric'], string>;
	bestAt: (facts: BestFacts) => string;
	/** @param interval with a space before it, or nothing */
	exponent: (p: string, interval: string, seeds: string) => string;
	/** Where the grid itself has one best λ at all m. */
	isBelowTheGrid: string;
	/** Where at these m nothing was learned with any λ > 0. */
	exponentOfNothing: (sizes: readonly string[]) => string;
	noExponent: string;
	/** Where a best λ stands at an end of the grid, and where no penalty does best at these m. */
	exponentAtEdge: string;
	exponentOfNone: (sizes: readonly string[]) => string;
	/** Where no seed has all of its cells, and where no cell can be compared with another. */
	incomplete: string;
	nothing: string;
	regret: (from: string, to: string, cost: string, loss: string) => string;
}

export const SWEEP_ANALYSIS_TEXT: Record<Language, AnalysisText> = {
	en: {
		scalingTitle: (scaling, seeds) => `Under ${scaling}, ${seeds} ${seeds === '1' ? 'seed' : 'seeds'}`,
		chosenBy: (loss, seeds) =>
			seeds === 1
				? `The best λ has the least ${loss}.`
				: `The best λ has the least ${loss} in the mean over the seeds.`,
		noInterval: (seeds, count, least) =>
			`No intervals: ${seeds} ${count === 1 ? 'seed is' : 'seeds are'} too few. One of 95% takes at least ${least}.`,
		losses: { validationLoss: 'validation loss', testLoss: 'test loss' },
		bestAt: ({ m, lambda, loss, noPenalty, isAtEdge, nothing }) => {
			const penalised = noPenalty
				? `m = ${m}: no penalty (λ = 0) is best, ${noPenalty}; the best λ > 0 is ${lambda}, ${loss}`
				: `m = ${m}: best λ ${lambda}, ${loss}`;
			const edge = isAtEdge && !noPenalty ? '; at the end of the λ > 0, so a better one may lie beyond it' : '';
			if (!nothing) return penalised + edge;
			const answer = nothing.answer === 'shares' ? 'the share of each class' : 'the mean';
			const where = nothing.isAll ? '' : ' with that λ';
			return `${penalised}${edge}. Nothing was learned${where}: always answering ${answer} has ${nothing.loss}`;
		},
		exponent: (p, interval, seeds) =>
			`Between the values of the grid, read by a parabola through the mean losses of the best λ and its neighbors, the best λ goes as mᵖ with p = ${p}${interval}, from ${seeds} ${seeds === '1' ? 'seed' : 'seeds'}; 0 would be one λ for all sizes.`,
		isBelowTheGrid:
			'On the grid itself the same λ is best at every m: its steps are too wide to tell p from 0. Take finer ones around that λ.',
		exponentOfNothing: (sizes) =>
			`At m = ${sizes.join(', ')} nothing was learned with any λ > 0: a p that rests on it says little.`,
		exponentAtEdge: 'No exponent: a best λ stands at the end of the grid, and may lie outside.',
		exponentOfNone: (sizes) => `No exponent: at m = ${sizes.join(', ')} no penalty is best, and 0 is no power of m.`,
		incomplete: 'Nothing yet: only seeds that have all of their cells are compared, and none has.',
		nothing: 'Nothing: a λ can only be judged beside other values of λ, by a loss on held-out data.',
		noExponent: 'Too few sizes or values of λ for an exponent.',
		regret: (from, to, cost, loss) =>
			`The best λ > 0 of m = ${from} used at m = ${to} costs ${cost} of ${loss} against the best λ > 0 there.`,
	},
	zh: {
		scalingTitle: (scaling, seeds) => `${scaling}，${seeds} 个种子`,
		chosenBy: (loss, seeds) => (seeds === 1 ? `最佳 λ 指${loss}最低者。` : `最佳 λ 指各种子的平均${loss}最低者。`),
		noInterval: (seeds, _, least) => `没有区间：${seeds} 个种子太少，95% 的区间至少要 ${least} 个。`,
		losses: { validationLoss: '验证损失', testLoss: '测试损失' },
		bestAt: ({ m, lambda, loss, noPenalty, isAtEdge, nothing }) => {
			const penalised = noPenalty
				? `m = ${m}：不加惩罚（λ = 0）最好，${noPenalty}；λ > 0 中最佳的是 ${lambda}，${loss}`
				: `m = ${m}：最佳 λ 为 ${lambda}，${loss}`;
			const edge = isAtEdge && !noPenalty ? '；位于各 λ > 0 的一端，更好的可能在它之外' : '';
			if (!nothing) return penalised + edge;
			const answer = nothing.answer === 'shares' ? '各类的比例' : '均值';
			const where = nothing.isAll ? '' : '用这个 λ ';
			return `${penalised}${edge}。${where}什么也没有学到：一律回答${answer}，损失就是 ${nothing.loss}`;
		},
		exponent: (p, interval, seeds) =>
			`用最佳 λ 与相邻取值的平均损失作抛物线、在网格取值之间读出，最佳 λ 按 mᵖ 变化，p = ${p}${interval}（${seeds} 个种子）；0 表示一个 λ 适用于所有 m。`,
		isBelowTheGrid: '就网格本身而言，每个 m 的最佳 λ 都是同一个：步长太大，分不出 p 与 0。请在这个 λ 附近取得更密。',
		exponentOfNothing: (sizes) =>
			`m = ${sizes.join('、')} 时，无论用哪个 λ > 0 都什么也没有学到：以此得出的 p 说明不了多少。`,
		exponentAtEdge: '没有指数：有的最佳 λ 位于网格边缘，真正的可能在外面。',
		exponentOfNone: (sizes) => `没有指数：m = ${sizes.join('、')} 时不加惩罚最好，而 0 不是 m 的幂。`,
		incomplete: '还没有结论：只比较格子齐全的种子，目前一个也没有。',
		nothing: '什么也没有：一个 λ 要与别的 λ 相比才能评判，用的是留出数据上的损失。',
		noExponent: 'm 或 λ 的取值太少，算不出指数。',
		regret: (from, to, cost, loss) =>
			`把 m = ${from} 的最佳 λ > 0 用于 m = ${to}，${loss}比那里的最佳 λ > 0 多出 ${cost}。`,
	},
};
