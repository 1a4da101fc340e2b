import type { Language } from '../../../src/language.ts';

interface MovingText {
	title: string;
	model: string;
	optimizer: string;
	moves: string;
	tenfold: string;
	one: string;
	from: string;
	to: string;
	/** The five sizes, from the smallest. */
	sizes: readonly [string, string, string, string, string];
	/** Tasks on which λ/m clearly costs more, or less, than both others, and how those two compare. */
	caption: (of: {
		tasks: number;
		dearest: number;
		cheapest: number;
		untold: number;
		lambda: number;
		sqrt: number;
		how: string;
	}) => string;
	howTenfold: string;
	howOne: (from: string, to: string) => string;
	axis: string;
	/** The sizes of a row. */
	move: (from: string, to: string) => string;
	averageOf: (moves: number) => string;
	rows: string;
	picture: (of: string) => string;
	row: (of: { task: string; move: string; costs: string; verdict: string }) => string;
	cost: (of: { rule: string; cost: string; low: string; high: string }) => string;
	cheaper: (rule: string, other: string) => string;
	untold: (rule: string, other: string) => string;
	rest: string;
	/** What the pale marks are. */
	pale: string;
	/** After the caption: tasks on which no such network was trained. */
	left: (tasks: number) => string;
	setting: string;
}

const countOf = (count: number, all: number): string =>
	count === all ? `all ${all} tasks` : `${count === 0 ? 'none' : count} of ${all} tasks`;

const countZh = (count: number): string => (count === 0 ? '一个也没有' : `有 ${count} 个`);

export const MOVING_TEXT: Record<Language, MovingText> = {
	en: {
		title: 'What each rule costs on more data: keeping λ/m, the weight_decay itself, often costs most',
		model: 'network',
		optimizer: 'trained by',
		moves: 'show',
		tenfold: 'tenfold data',
		one: 'one move',
		from: 'tuned at size',
		to: 'used at size',
		sizes: ['smallest', 'second', 'middle', 'fourth', 'largest'],
		caption: ({ tasks, dearest, cheapest, untold, lambda, sqrt, how }) =>
			`${how}, keeping λ/m is clearly the most expensive of the three rules on ${countOf(dearest, tasks)}, and clearly the cheapest on ${cheapest === 0 ? 'none' : cheapest}. Between the other two, keeping λ is clearly cheaper on ${lambda === 0 ? 'none' : lambda} and keeping λ/√m on ${sqrt === 0 ? 'none' : sqrt}${untold === 0 ? '.' : `; on ${untold === tasks ? 'all' : untold} the draws cannot tell them apart.`}`,
		howTenfold: 'With about ten times the data',
		howOne: (from, to) => `From the ${from} to the ${to} of five sizes`,
		axis: 'extra test loss against tuning again, %',
		move: (from, to) => `${from} → ${to}`,
		averageOf: (moves) => `about × 10, ${moves === 1 ? 'one move' : `${moves} moves`}`,
		rows: 'What each rule costs, task by task: up and down arrow keys go from row to row',
		picture: (of) => `Dot plot of what three rules cost against tuning again. ${of}`,
		row: ({ task, move, costs, verdict }) => `${task} (${move}): ${costs}. ${verdict}`,
		cost: ({ rule, cost, low, high }) => `${rule} ${cost}% (${low} to ${high})`,
		cheaper: (rule, other) => `Draw by draw, ${rule} is clearly cheaper than ${other}.`,
		untold: (rule, other) => `Draw by draw, these data cannot tell ${rule} from ${other}.`,
		rest: 'Hover over or tap a row to see its numbers.',
		pale: 'pale: as published',
		left: (tasks) => ` On ${tasks} more, no such network was trained.`,
		setting:
			'Means of 16 draws, with intervals that hold 95% of 1,000 resamples; λ tuned on validation examples, loss on test examples. An arrow: the value lies outside.',
	},
	zh: {
		title: '数据变多，三条规则各有什么代价：沿用 λ/m，即衰减系数不变，代价常常最大',
		model: '网络',
		optimizer: '训练方法',
		moves: '显示',
		tenfold: '十倍数据',
		one: '只看一次',
		from: '调参的样本量',
		to: '使用的样本量',
		sizes: ['最小', '第二小', '居中', '第二大', '最大'],
		caption: ({ tasks, dearest, cheapest, untold, lambda, sqrt, how }) =>
			`${how}，${tasks} 个任务中，沿用 λ/m 明确最差的${countZh(dearest)}，明确最好的${countZh(cheapest)}。另外两条规则之间，λ 明确更好的${countZh(lambda)}，λ/√m 明确更好的${countZh(sqrt)}${untold === 0 ? '。' : `，分不出高下的有 ${untold} 个。`}`,
		howTenfold: '数据约为十倍时',
		howOne: (from, to) => `从${from}的一档样本量搬到${to}的一档`,
		axis: '比重新调参多出的测试损失，%',
		move: (from, to) => `${from} → ${to}`,
		averageOf: (moves) => `每次约 10 倍，${moves} 次的平均`,
		rows: '各任务上每条规则的代价：上下方向键逐行移动',
		picture: (of) => `点图：三条规则与重新调参相比的代价。${of}`,
		row: ({ task, move, costs, verdict }) => `${task}（${move}）：${costs}。${verdict}`,
		cost: ({ rule, cost, low, high }) => `${rule} ${cost}%（${low} 到 ${high}）`,
		cheaper: (rule, other) => `逐次抽样比较，${rule} 明确好于${other}。`,
		untold: (rule, other) => `逐次抽样比较，这些数据分不出${rule} 与${other} 的高下。`,
		rest: '指向或点按一行，查看具体数字。',
		pale: '浅色：发布时',
		left: (tasks) => `另有 ${tasks} 个任务没有训练这样的网络。`,
		setting:
			'数据与初始权重各抽取 16 次取平均，区间包含自助法（bootstrap）1,000 次重抽样的 95%；λ 在验证样本上按各次抽样的平均来选，损失在测试样本上计算。落在图外的值以箭头和数字标出。',
	},
};
