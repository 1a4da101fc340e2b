import type { Language, Text } from '../../../src/language.ts';

/** What the study says of one case, in digits. */
interface CaseFacts {
	task: string;
	model: string;
	optimizer: string;
	/** The first and the last size, and the best λ at each; null where no penalty does best. */
	from: string;
	to: string;
	best: readonly [from: string | null, to: string | null];
	/** Sizes between those at which no penalty does best. */
	none: readonly string[];
	/** Where λ is no penalty, but that of AdamW. */
	isDecoupled: boolean;
	/** What each rule costs at about ten times the data: percent with its interval. */
	costs: readonly { kept: string; cost: string }[];
	/** The rule that is clearly cheaper than each other one; null where these draws cannot tell. */
	clearly: string | null;
}

/** The words of the study's browser. */
interface StudyText {
	title: string;
	introHtml: string;
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
	failed: string;
}

export const STUDY_TEXT: Record<Language, StudyText> = {
	en: {
		title: 'The study, case by case',
		introHtml:
			'How the best λ moves with the data: ten tasks, up to four models and three optimizers, sixteen draws each. Choose one and see what it gave.',
		task: 'task',
		model: 'model',
		optimizer: 'optimizer',
		curves: 'Loss over λ',
		curvesTitle: 'Test loss over the least at the same m, by λ and m',
		best: 'The best λ at each m',
		bestTitle: 'The best λ at each m, with its interval',
		moves: 'What it costs to move λ',
		movesTitle: 'What each rule costs against tuning again, for each move to more data',
		link: 'Link to this case',
		say: ({ task, model, optimizer, from, to, best: [first, last], none, isDecoupled, costs, clearly }) => {
			const at = (m: string, lambda: string | null) => `${lambda === null ? 'none at all' : lambda} at m = ${m}`;
			const listed = costs.map(({ kept, cost }) => `keeping ${kept} costs ${cost}`).join(', ');
			const verdict =
				clearly === null
					? 'No rule is clearly cheaper than both others here.'
					: `Keeping ${clearly} is clearly cheaper than both others here.`;
			const between = none.length > 0 ? ` At m = ${none.join(' and ')} no penalty is best.` : '';
			const decoupled = isDecoupled
				? ' With AdamW, λ is no penalty of the objective: it is the number whose λ/m is the decay coefficient d, the weight_decay of AdamW.'
				: '';
			return `On ${task}, with ${model} and ${optimizer}, the best λ is ${at(from, first)} and ${at(to, last)}.${between}${decoupled} With about ten times the data, ${listed}. ${verdict}`;
		},
		failed: 'The numbers of the study did not come: the connection may be gone.',
	},
	zh: {
		title: '逐项查看这项研究',
		introHtml: '最佳 λ 如何随数据移动：10 个任务，至多 4 种模型、3 种优化器，每种抽样 16 次。选一个，看看得到了什么。',
		task: '任务',
		model: '模型',
		optimizer: '优化器',
		curves: '损失随 λ 的变化',
		curvesTitle: '测试损失比同一 m 的最低值高出多少，随 λ 与 m 变化',
		best: '每个 m 的最佳 λ',
		bestTitle: '每个 m 的最佳 λ 及其区间',
		moves: '换数据量时沿用 λ 的代价',
		movesTitle: '数据变多时，每条规则与重新调 λ 相比的代价',
		link: '指向这一项的链接',
		say: ({ task, model, optimizer, from, to, best: [first, last], none, isDecoupled, costs, clearly }) => {
			const at = (m: string, lambda: string | null) =>
				lambda === null ? `m = ${m} 时不加惩罚最好` : `m = ${m} 时最佳 λ 为 ${lambda}`;
			const listed = costs.map(({ kept, cost }) => `沿用 ${kept} 的代价为 ${cost}`).join('，');
			const verdict =
				clearly === null ? '这里没有哪条规则明确好于另外两条。' : `这里沿用 ${clearly} 明确好于另外两条。`;
			const between = none.length > 0 ? `m = ${none.join('、')} 时不加惩罚最好。` : '';
			const decoupled = isDecoupled
				? '用 AdamW 时，λ 不是目标函数里的惩罚：λ/m 才是它的衰减系数 d，即 AdamW 的 weight_decay。'
				: '';
			return `${task}，${model}，${optimizer}：${at(from, first)}，${at(to, last)}。${between}${decoupled}数据增至约十倍时，${listed}。${verdict}`;
		},
		failed: '研究的数字没有取到：可能断网了。',
	},
};

/** Axes of the study's charts. */
export const STUDY_AXES = {
	excess: { en: 'test loss over the least at this m, %', zh: '测试损失比该 m 的最低值高出，%' },
	cost: { en: 'loss over that of tuning again, %', zh: '比重新调 λ 时的损失高出，%' },
	move: { en: 'from m to m', zh: '从 m 到 m' },
	best: { en: 'best λ', zh: '最佳 λ' },
	bestOrNone: { en: 'best λ (triangle: none at all)', zh: '最佳 λ（三角：不加惩罚最好）' },
} as const satisfies Record<string, Text>;
