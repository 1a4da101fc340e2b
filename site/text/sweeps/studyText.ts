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
	/** The moves to about ten times the data that the costs are the mean of. */
	moves: readonly { from: string; to: string; times: string }[];
	/** What each rule costs in their mean: percent with its interval; and in each of them. */
	costs: readonly { kept: string; cost: string; each: readonly string[] }[];
	/** The rule that is in that mean clearly cheaper than each other one; null where these draws cannot tell. */
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
			'How the best λ moves with the data: ten tasks, up to four models and three optimizers, sixteen draws each. Choose one and see what it gave. λ is that of λ/2<i>m</i>. The best λ has the least mean <em>validation</em> loss, read between the λ of the grid by a parabola; losses and costs are of the <em>test</em> part, where another λ may be the least. Brackets and bands hold 95% of the draws resampled; each resample is compared with a least of its own. <em>Clearly</em> cheaper is a rule where the interval of the difference, draw by draw, leaves out 0.',
		task: 'task',
		model: 'model',
		optimizer: 'optimizer',
		curves: 'Loss over λ (diamond on a curve: its best λ, at the nearest of the grid)',
		curvesTitle: 'Test loss over the least at the same m, by λ and m',
		best: 'The best λ at each m',
		bestTitle: 'The best λ at each m, with its interval',
		moves: 'What it costs to move λ',
		movesTitle: 'What each rule costs against tuning again, for each move to more data',
		link: 'Link to this case',
		say: ({ task, model, optimizer, from, to, best: [first, last], none, isDecoupled, moves, costs, clearly }) => {
			const at = (m: string, lambda: string | null) => `${lambda === null ? 'none at all' : lambda} at m = ${m}`;
			const isMean = moves.length > 1;
			const listed = costs
				.map(({ kept, cost, each }) => `keeping ${kept} costs ${cost}${isMean ? ` (${each.join('%, ')}%)` : ''}`)
				.join(', ');
			const over = isMean
				? `In the mean of the moves to about ten times the data (${moves.map((move) => `${move.from} → ${move.to}`).join(', ')}; each in parentheses)`
				: moves.map((move) => `From m = ${move.from} to ${move.to}, ${move.times} times the data`).join('');
			const verdict =
				clearly === null
					? `No rule is clearly cheaper than both others${isMean ? ' in that mean' : ' here'}.`
					: `Keeping ${clearly} is clearly cheaper than both others${isMean ? ' in that mean' : ' here'}.`;
			const between = none.length > 0 ? ` At m = ${none.join(' and ')} no penalty is best.` : '';
			const decoupled = isDecoupled
				? ' With AdamW, λ is no penalty of the objective: it is the number whose λ/m is the decay coefficient d, the weight_decay of AdamW.'
				: '';
			return `On ${task}, with ${model} and ${optimizer}, the best λ is ${at(from, first)} and ${at(to, last)}.${between}${decoupled} ${over}, ${listed}. ${verdict}`;
		},
		failed: 'The numbers of the study did not come: the connection may be gone.',
	},
	zh: {
		title: '逐项查看这项研究',
		introHtml:
			'最佳 λ 如何随数据移动：10 个任务，至多 4 种模型、3 种优化器，每种抽样 16 次。选一个，看看得到了什么。λ 指 λ/2<i>m</i> 中的 λ。最佳 λ 是平均<em>验证</em>损失最低者，用抛物线在网格取值之间读出；损失与代价都在<em>测试</em>部分上，那里最低的可能是另一个 λ。方括号与色带含 95% 的重抽样，每次重抽样与它自己的最低值相比。逐次抽样之差的区间不含 0，才称“明确”。',
		task: '任务',
		model: '模型',
		optimizer: '优化器',
		curves: '损失随 λ 的变化（曲线上的菱形：最佳 λ，取网格中最近的）',
		curvesTitle: '测试损失比同一 m 的最低值高出多少，随 λ 与 m 变化',
		best: '每个 m 的最佳 λ',
		bestTitle: '每个 m 的最佳 λ 及其区间',
		moves: '换数据量时沿用 λ 的代价',
		movesTitle: '数据变多时，每条规则与重新调 λ 相比的代价',
		link: '指向这一项的链接',
		say: ({ task, model, optimizer, from, to, best: [first, last], none, isDecoupled, moves, costs, clearly }) => {
			const at = (m: string, lambda: string | null) =>
				lambda === null ? `m = ${m} 时不加惩罚最好` : `m = ${m} 时最佳 λ 为 ${lambda}`;
			const isMean = moves.length > 1;
			const listed = costs
				.map(({ kept, cost, each }) => `沿用 ${kept} 的代价为 ${cost}${isMean ? `（${each.join('%、')}%）` : ''}`)
				.join('，');
			const over = isMean
				? `数据增至约十倍的各次搬移（${moves.map((move) => `${move.from} → ${move.to}`).join('、')}；括号中为每次）平均`
				: moves.map((move) => `m 从 ${move.from} 到 ${move.to}，数据为 ${move.times} 倍`).join('');
			const where = isMean ? '就平均而言，' : '这里';
			const verdict =
				clearly === null ? `${where}没有哪条规则明确好于另外两条。` : `${where}沿用 ${clearly} 明确好于另外两条。`;
			const between = none.length > 0 ? `m = ${none.join('、')} 时不加惩罚最好。` : '';
			const decoupled = isDecoupled
				? '用 AdamW 时，λ 不是目标函数里的惩罚：λ/m 才是它的衰减系数 d，即 AdamW 的 weight_decay。'
				: '';
			return `${task}，${model}，${optimizer}：${at(from, first)}，${at(to, last)}。${between}${decoupled}${over}，${listed}。${verdict}`;
		},
		failed: '研究的数字没有取到：可能断网了。',
	},
};

/** Axes of the study's charts. */
export const STUDY_AXES = {
	excess: { en: 'test loss over the least at this m, %', zh: '测试损失比该 m 的最低值高出，%' },
	cost: { en: 'loss over that of tuning again, %', zh: '比重新调 λ 时的损失高出，%' },
	move: { en: 'm', zh: 'm' },
	chosen: { en: 'best λ', zh: '最佳 λ' },
	best: { en: 'best λ', zh: '最佳 λ' },
	bestOrNone: { en: 'best λ (triangle: none at all)', zh: '最佳 λ（三角：不加惩罚最好）' },
} as const satisfies Record<string, Text>;
