import type { Language, Text } from '../../../src/language.ts';

/** What the study says of one case, in digits. */
interface CaseFacts {
	task: string;
	model: string;
	optimizer: string;
	/** The best λ at each size; null where no penalty does best. */
	best: readonly { m: string; lambda: string | null }[];
	/** Where λ is no penalty, but that of AdamW. */
	isDecoupled: boolean;
	/** Percent of the first draw's runs that still learned at their end; null where none did. */
	unconverged: string | null;
	/** Where some run has no finite loss. */
	notFinite: readonly { m: string; lambdas: readonly string[] }[];
	/** The draw that the costs hang on, what the rules cost without it, in percent, and the cheapest with and without it. */
	sway: { draw: string; costs: readonly { kept: string; cost: string }[]; cheapest: readonly [string, string] } | null;
	/** The rule that is in that mean clearly cheaper than each other one; null where these draws cannot tell. */
	clearly: string | null;
	/** Where there is none: the rule that is clearly dearer than each other one. */
	dearest: string | null;
}

/** The words of the study's browser. */
interface StudyText {
	title: string;
	task: string;
	model: string;
	optimizer: string;
	curves: string;
	curvesTitle: string;
	best: string;
	bestTitle: string;
	moves: string;
	movesTitle: string;
	link: string;
	say: (facts: CaseFacts) => string;
	/** The table of costs. */
	costs: {
		caption: string;
		rule: string;
		mean: string;
		interval: string;
		difference: (cheapest: string) => string;
	};
	failed: string;
}

export const STUDY_TEXT: Record<Language, StudyText> = {
	en: {
		title: 'The study, case by case',
		task: 'task',
		model: 'model',
		optimizer: 'optimizer',
		curves:
			'Test loss over λ (full diamond: the best λ by the validation loss, at the nearest of the grid; open at 0: no penalty is not the best)',
		curvesTitle: 'Test loss over the least at the same m, by λ and m',
		best: 'The best λ at each m',
		bestTitle: 'The best λ at each m, with its interval',
		moves: 'What it costs to move λ',
		movesTitle: 'What each rule costs against tuning again, for each move to more data',
		link: 'Link to this case',
		say: ({ task, model, optimizer, best, isDecoupled, unconverged, notFinite, clearly, dearest, sway }) => {
			const hasLambda = best.some(({ lambda }) => lambda !== null);
			const said = [
				`On ${task}, with ${model} and ${optimizer}. Best λ at ${best.map(({ m, lambda }) => `m = ${m}: ${lambda ?? 'no penalty'}`).join('; ')}.`,
				isDecoupled
					? 'With AdamW, λ is no penalty of the objective: it is the number whose λ/m is the decay coefficient d, the weight_decay of AdamW.'
					: '',
				unconverged === null
					? ''
					: `Of the first draw’s runs ${unconverged}% were still learning at their end, by more than 1% of all they had learned: their λ is that of this training, not of a minimum.`,
				notFinite.length === 0
					? ''
					: `At ${notFinite.map(({ m, lambdas }) => `m = ${m} and λ = ${lambdas.join(', ')}`).join(', and at ')} some run ended in no finite number: such a λ is never the best, and has a mark at the top of the chart.`,
				!hasLambda
					? 'There is no λ to move.'
					: clearly === null
						? dearest === null
							? 'No rule is clearly cheaper than both others.'
							: `Keeping ${dearest} is clearly dearer than both others; which of these is cheaper is open.`
						: `Keeping ${clearly} is clearly cheaper than both others.`,
				hasLambda && sway ? saySway(sway) : '',
			];
			return said.filter(Boolean).join(' ');
		},
		costs: {
			caption: 'Test loss over that of tuning again at about ten times the data, in percent',
			rule: 'rule',
			mean: 'mean of the moves',
			interval: '95%, draws resampled',
			difference: (cheapest) => `more than keeping ${cheapest}, points [95%]`,
		},
		failed: 'The numbers of the study did not come: the connection may be gone.',
	},
	zh: {
		title: '逐项查看这项研究',
		task: '任务',
		model: '模型',
		optimizer: '优化器',
		curves: '测试损失随 λ 的变化（实心菱形：按验证损失的最佳 λ，取网格中最近的；0 处空心：不加惩罚不是最佳）',
		curvesTitle: '测试损失比同一 m 的最低值高出多少，随 λ 与 m 变化',
		best: '每个 m 的最佳 λ',
		bestTitle: '每个 m 的最佳 λ 及其区间',
		moves: '换数据量时沿用 λ 的代价',
		movesTitle: '数据变多时，每条规则与重新调 λ 相比的代价',
		link: '指向这一项的链接',
		say: ({ task, model, optimizer, best, isDecoupled, unconverged, notFinite, clearly, dearest, sway }) => {
			const hasLambda = best.some(({ lambda }) => lambda !== null);
			return [
				`${task}，${model}，${optimizer}。最佳 λ：${best.map(({ m, lambda }) => `m = ${m} 时${lambda === null ? '不加惩罚' : `为 ${lambda}`}`).join('，')}。`,
				isDecoupled ? '用 AdamW 时，λ 不是目标函数里的惩罚：λ/m 才是它的衰减系数 d，即 AdamW 的 weight_decay。' : '',
				unconverged === null
					? ''
					: `第一次抽样的训练中有 ${unconverged}% 到最后仍在下降（超过总降幅的 1%）：这里的 λ 属于这种训练，不属于某个极小值。`,
				notFinite.length === 0
					? ''
					: `${notFinite.map(({ m, lambdas }) => `m = ${m}、λ = ${lambdas.join('、')} 时`).join('，')}有的训练得不到有限的数：这样的 λ 不会是最佳，在图的上端标出。`,
				!hasLambda
					? '没有 λ 可以沿用。'
					: clearly === null
						? dearest === null
							? '没有哪条规则明确好于另外两条。'
							: `沿用 ${dearest} 明确差于另外两条；那两条孰优未定。`
						: `沿用 ${clearly} 明确好于另外两条。`,
				hasLambda && sway ? saySwayInChinese(sway) : '',
			].join('');
		},
		costs: {
			caption: '数据约为十倍时，测试损失比重新调 λ 高出多少，%',
			rule: '规则',
			mean: '各次搬移的平均',
			interval: '95%，重抽各次抽样',
			difference: (cheapest) => `比沿用 ${cheapest} 多出，百分点 [95%]`,
		},
		failed: '研究的数字没有取到：可能断网了。',
	},
};

type Sway = NonNullable<CaseFacts['sway']>;

function saySway({ draw, costs, cheapest: [all, without] }: Sway): string {
	const each = costs.map(({ kept, cost }) => `${kept} ${cost}%`).join(', ');
	const order = all === without ? '' : `, and the cheapest to keep is ${without}, not ${all}`;
	return `One draw moves this: without draw ${draw} the costs of keeping are ${each}${order}.`;
}

function saySwayInChinese({ draw, costs, cheapest: [all, without] }: Sway): string {
	const each = costs.map(({ kept, cost }) => `${kept} ${cost}%`).join('、');
	const order = all === without ? '' : `，最省的是沿用 ${without}，不是 ${all}`;
	return `这取决于一次抽样：去掉第 ${draw} 次，沿用的代价为 ${each}${order}。`;
}

/** Axes of the study's charts. */
export const STUDY_AXES = {
	excess: { en: 'test loss over the least at this m, %', zh: '测试损失比该 m 的最低值高出，%' },
	cost: { en: 'loss over that of tuning again, %', zh: '比重新调 λ 时的损失高出，%' },
	move: { en: 'm', zh: 'm' },
	chosen: { en: 'best λ', zh: '最佳 λ' },
	best: { en: 'best λ', zh: '最佳 λ' },
	bestOrNone: { en: 'best λ (triangle: no penalty)', zh: '最佳 λ（三角：不加惩罚）' },
	notFinite: { en: 'a run not finite, at some m', zh: '某个 m 下有训练非有限数' },
} as const satisfies Record<string, Text>;
