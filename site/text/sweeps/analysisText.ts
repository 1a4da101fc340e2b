import type { Language } from '../../../src/language.ts';
import type { Analysis } from '../../../src/schema/analysis.ts';
import { LEAST_SEEDS } from '../../../src/sweeps/resamples.ts';
import { COVERAGE } from './coverage.ts';

/** What one m of a sweep says, in digits. */
interface BestFacts {
	m: string;
	/** The best λ > 0 of the grid, with its interval, and its loss; or why there is none: all trainings diverged, or some with each λ. */
	best: { lambda: string; loss: string } | 'all-diverged' | 'each-diverged';
	/** What λ = 0 is where it is not worse, see `judgeNoPenalty`, or that it diverged. */
	noPenalty: {
		verdict: 'only' | 'best' | 'best-so-far' | 'as-good' | 'diverged';
		loss: string;
		/** Seeds with less loss at λ = 0, where they are too few for an interval. */
		favor: { less: number; of: number } | null;
	} | null;
	isAtEdge: boolean;
	/** What one answer for every row loses, where the best λ > 0 is no better; whether nothing at this m is. */
	nothing: { answer: 'shares' | 'mean'; loss: string; isAll: boolean } | null;
}

/** The words of what a sweep says. */
export interface AnalysisText {
	/** @param seeds whose cells are all there: only these count */
	scalingTitle: (scaling: string, seeds: string) => string;
	/** What `best` is the best of; whether what chooses λ is also what it is scored by. */
	chosenBy: (loss: string, seeds: number, isSame: boolean) => string;
	/** Why numbers have no interval. */
	noInterval: (seeds: string, count: number, least: number) => string;
	losses: Record<Analysis['metric'], string>;
	bestAt: (facts: BestFacts) => string;
	/** @param interval with a space before it, or nothing */
	exponent: (p: string, interval: string, seeds: string) => string;
	/** Where the steps of the grid leave p open by more than it may be. */
	stepsTooWide: string;
	/** Where at these m nothing was learned with any λ > 0. */
	exponentOfNothing: (sizes: readonly string[]) => string;
	noExponent: string;
	/** Where a best λ stands at an end of the grid, and where no penalty does best at these m. */
	exponentAtEdge: string;
	exponentOfNone: (sizes: readonly string[]) => string;
	/** Where at these m no λ > 0 is best, since trainings diverged. */
	exponentOfDiverged: (sizes: readonly string[]) => string;
	/** Where no seed has all of its cells, where no cell can be compared with another, and where nothing is held out. */
	incomplete: string;
	nothing: string;
	nothingHeldOut: string;
	regret: (from: string, to: string, cost: string, loss: string) => string;
}

export const SWEEP_ANALYSIS_TEXT: Record<Language, AnalysisText> = {
	en: {
		scalingTitle: (scaling, seeds) => `Under ${scaling}, ${seeds} ${seeds === '1' ? 'seed' : 'seeds'}`,
		chosenBy: (loss, seeds, isSame) =>
			[
				seeds === 1
					? `The best λ has the least ${loss}.`
					: `The best λ has the least ${loss} in the mean over the seeds${seeds < LEAST_SEEDS ? '' : `; brackets hold 95% of resampled seeds. Of normal data such an interval over 6 seeds holds the mean ${COVERAGE.six} times of 100, over 16 ${COVERAGE.sixteen} times, not 95`}.`,
				isSame
					? 'The same test data choose λ and score it, so that its loss is a little too low; data.validation in the settings sets others apart to choose by.'
					: '',
			]
				.filter(Boolean)
				.join(' '),
		noInterval: (seeds, count, least) =>
			`No intervals: ${seeds} ${count === 1 ? 'seed is' : 'seeds are'} too few. One of 95% takes at least ${least}.`,
		losses: { validationLoss: 'validation loss', testLoss: 'test loss' },
		bestAt: ({ m, best, noPenalty, isAtEdge, nothing }) => {
			const penalised = `m = ${m}: ${sayBestInEnglish({ best, noPenalty, isAtEdge })}`;
			if (!nothing) return penalised;
			const answer = nothing.answer === 'shares' ? 'the share of each class' : 'the mean';
			const where = nothing.isAll ? '' : ' with that λ';
			return `${penalised}. Nothing was learned${where}: always answering ${answer} has ${nothing.loss}`;
		},
		exponent: (p, interval, seeds) =>
			`Between the values of the grid, read by a parabola through the mean losses of the best λ and its neighbors, the best λ goes as mᵖ with p = ${p}${interval}, from ${seeds} ${seeds === '1' ? 'seed' : 'seeds'}; 0 would be one λ for all sizes.${interval ? ' The brackets hold 95% of resampled seeds, and beyond that what the steps of the grid leave open: half a step for each best λ, less where the losses beside it follow a parabola, and a whole one beside a cliff.' : ''}`,
		stepsTooWide:
			'No exponent: the steps between the λ are too wide. Each best λ is known to half a step, and that alone leaves p open by more than ¼ either way, too much to tell 0 (keep λ) from ½. Take finer steps around the best λ, or sizes farther apart.',
		exponentOfNothing: (sizes) =>
			`At m = ${sizes.join(', ')} nothing was learned with any λ > 0: a p that rests on it says little.`,
		exponentAtEdge: 'No exponent: a best λ stands at the end of the grid, and may lie outside.',
		exponentOfNone: (sizes) =>
			`No exponent: at m = ${sizes.join(', ')} no λ > 0 has less loss than λ = 0, and 0 is no power of m.`,
		exponentOfDiverged: (sizes) =>
			`No exponent: at m = ${sizes.join(', ')} no λ > 0 is best, since trainings diverged. A lower learning rate or smaller λ may not.`,
		incomplete: 'Nothing yet: only seeds that have all of their cells are compared, and none has.',
		nothing: 'Nothing: a λ can only be judged beside other values of λ, by a loss on held-out data.',
		nothingHeldOut:
			'Nothing: at some m no cell has a held-out loss, by which λ is chosen. Give data.test in the settings, or with real data an m below the number of rows.',
		noExponent: 'Too few sizes or values of λ for an exponent: it takes two m and three λ > 0.',
		regret: (from, to, cost, loss) =>
			`The best λ > 0 of m = ${from} used at m = ${to} costs ${cost} of ${loss} against the best λ > 0 there.`,
	},
	zh: {
		scalingTitle: (scaling, seeds) => `${scaling}，${seeds} 个种子`,
		chosenBy: (loss, seeds, isSame) =>
			[
				seeds === 1
					? `最佳 λ 指${loss}最低者。`
					: `最佳 λ 指各种子的平均${loss}最低者${seeds < LEAST_SEEDS ? '' : `；方括号含 95% 的种子重抽样。数据为正态时，6 个种子的这种区间 100 次中有 ${COVERAGE.six} 次含均值，16 个种子 ${COVERAGE.sixteen} 次，而不是 95 次`}。`,
				isSame
					? '选 λ 与评分用的是同一批测试数据，所以它的损失略偏低；在设定中用 data.validation 可另留数据来选 λ。'
					: '',
			].join(''),
		noInterval: (seeds, _, least) => `没有区间：${seeds} 个种子太少，95% 的区间至少要 ${least} 个。`,
		losses: { validationLoss: '验证损失', testLoss: '测试损失' },
		bestAt: ({ m, best, noPenalty, isAtEdge, nothing }) => {
			const penalised = `m = ${m}：${sayBestInChinese({ best, noPenalty, isAtEdge })}`;
			if (!nothing) return penalised;
			const answer = nothing.answer === 'shares' ? '各类的比例' : '均值';
			const where = nothing.isAll ? '' : '用这个 λ ';
			return `${penalised}。${where}什么也没有学到：一律回答${answer}，损失就是 ${nothing.loss}`;
		},
		exponent: (p, interval, seeds) =>
			`用最佳 λ 与相邻取值的平均损失作抛物线、在网格取值之间读出，最佳 λ 按 mᵖ 变化，p = ${p}${interval}（${seeds} 个种子）；0 表示一个 λ 适用于所有 m。${interval ? '方括号含 95% 的种子重抽样，并计入网格步长分不清的部分：每个最佳 λ 为半步，若附近的损失合于抛物线则更小，若一侧高得多则为一整步。' : ''}`,
		stepsTooWide:
			'没有指数：λ 的步长太大。每个最佳 λ 只能确定到半步，仅此一项就使 p 上下各有超过 ¼ 的出入，分不清 0（沿用 λ）与 ½。请在最佳 λ 附近取得更密，或让 m 相差更远。',
		exponentOfNothing: (sizes) =>
			`m = ${sizes.join('、')} 时，无论用哪个 λ > 0 都什么也没有学到：以此得出的 p 说明不了多少。`,
		exponentAtEdge: '没有指数：有的最佳 λ 位于网格边缘，真正的可能在外面。',
		exponentOfNone: (sizes) =>
			`没有指数：m = ${sizes.join('、')} 时没有哪个 λ > 0 的损失低于 λ = 0，而 0 不是 m 的幂。`,
		exponentOfDiverged: (sizes) =>
			`没有指数：m = ${sizes.join('、')} 时训练发散，没有最佳的 λ > 0。学习率更低或 λ 更小时也许不会。`,
		incomplete: '还没有结论：只比较格子齐全的种子，目前一个也没有。',
		nothing: '什么也没有：一个 λ 要与别的 λ 相比才能评判，用的是留出数据上的损失。',
		nothingHeldOut:
			'什么也没有：有的 m 没有哪个格子有用来选 λ 的留出损失。请在设定中给出 data.test；真实数据则取小于行数的 m。',
		noExponent: 'm 或 λ 的取值太少，算不出指数：至少要两个 m、三个 λ > 0。',
		regret: (from, to, cost, loss) =>
			`把 m = ${from} 的最佳 λ > 0 用于 m = ${to}，${loss}比那里的最佳 λ > 0 多出 ${cost}。`,
	},
};

type Chosen = Pick<BestFacts, 'best' | 'noPenalty' | 'isAtEdge'>;

function sayBestInEnglish({ best, noPenalty, isAtEdge }: Chosen): string {
	if (typeof best === 'string') {
		const why = best === 'all-diverged' ? 'every run with λ > 0 diverged' : 'with each λ > 0 some run diverged';
		const none =
			noPenalty === null
				? ''
				: noPenalty.verdict === 'diverged'
					? '; so it did with λ = 0'
					: `; λ = 0 has ${noPenalty.loss}`;
		return `${why}: no best λ${none}`;
	}
	const { lambda, loss } = best;
	const penalised = `${lambda}, ${loss}${isAtEdge ? ', at the end of the λ > 0, so a better one may lie beyond it' : ''}`;
	const { less, of } = noPenalty?.favor ?? { less: 0, of: 0 };
	switch (noPenalty?.verdict) {
		case 'best':
			return `no penalty (λ = 0) is best, ${noPenalty.loss}; the best λ > 0 is ${penalised}`;
		case 'best-so-far':
			return `the best λ > 0 is ${penalised}; λ = 0 has less, ${noPenalty.loss}: ${of === 1 ? 'the one seed favors' : of === 2 ? 'both seeds favor' : `all ${of} seeds favor`} λ = 0; too few for an interval`;
		case 'as-good':
			return `best λ ${penalised}; λ = 0 does as well, ${noPenalty.loss}: ${less > 0 ? `${less} of ${of} seeds favor λ = 0, and ` : ''}these seeds cannot tell the two apart`;
		case 'diverged':
			return `best λ ${penalised}; runs with λ = 0 diverged`;
		default:
			return `best λ ${penalised}`;
	}
}

function sayBestInChinese({ best, noPenalty, isAtEdge }: Chosen): string {
	if (typeof best === 'string') {
		const why = best === 'all-diverged' ? 'λ > 0 的训练全部发散' : '每个 λ > 0 都有训练发散';
		const none =
			noPenalty === null ? '' : noPenalty.verdict === 'diverged' ? '；λ = 0 也发散' : `；λ = 0 的${noPenalty.loss}`;
		return `${why}：没有最佳的 λ${none}`;
	}
	const { lambda, loss } = best;
	const penalised = `${lambda}，${loss}${isAtEdge ? '，位于各 λ > 0 的一端，更好的可能在它之外' : ''}`;
	const { less, of } = noPenalty?.favor ?? { less: 0, of: 0 };
	switch (noPenalty?.verdict) {
		case 'best':
			return `不加惩罚（λ = 0）最好，${noPenalty.loss}；λ > 0 中最佳的是 ${penalised}`;
		case 'best-so-far':
			return `λ > 0 中最佳的是 ${penalised}；λ = 0 更低，${noPenalty.loss}：${of === 1 ? '唯一的种子' : `${of} 个种子全都`}偏向 λ = 0，但太少，得不出区间`;
		case 'as-good':
			return `最佳 λ 为 ${penalised}；λ = 0 同样好，${noPenalty.loss}：${less > 0 ? `${of} 个种子中 ${less} 个偏向 λ = 0，` : ''}这些种子分不出两者`;
		case 'diverged':
			return `最佳 λ 为 ${penalised}；λ = 0 的训练发散`;
		default:
			return `最佳 λ 为 ${penalised}`;
	}
}
