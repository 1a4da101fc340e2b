import type { Language } from '../../../src/language.ts';

interface ValleyText {
	title: string;
	task: string;
	model: string;
	optimizer: string;
	/** Where λ is tuned, and what each rule costs at the larger m. */
	caption: (of: {
		task: string;
		m: string;
		lambda: string;
		data: string;
		costs: readonly [string, string, string];
	}) => string;
	captionNone: (of: { task: string; m: string; data: string; cost: string }) => string;
	captionEnd: (of: { task: string; m: string; lambda: string }) => string;
	tenfold: string;
	times: (times: string, m: string) => string;
	cost: (percent: string) => string;
	noCost: string;
	least: string;
	twice: string;
	scale: string;
	valley: string;
	published: string;
	guess: string;
	tuned: string;
	tunedSaid: (m: string, lambda: string) => string;
	cells: string;
	picture: (task: string, best: string) => string;
	pictureBest: (m: string, lambda: string) => string;
	rest: string;
	cell: (of: { m: string; lambda: string; excess: string; range: string | null }) => string;
	cellLeast: (of: { m: string; lambda: string }) => string;
	diverged: (of: { m: string; lambda: string }) => string;
	setting: string;
	askTitle: string;
	ask: (task: string) => string;
	mark: (m: string) => string;
	show: string;
	skip: string;
	again: string;
	score: (of: {
		near: number;
		sizes: number;
		worst: { m: string; factor: string } | null;
		yours: string;
		theirs: string;
	}) => string;
}

export const VALLEY_TEXT: Record<Language, ValleyText> = {
	en: {
		title: 'Where the best λ runs as the data grow, and where three rules would take it',
		task: 'data',
		model: 'network',
		optimizer: 'trained by',
		caption: ({ task, m, lambda, data, costs: [keep, sqrt, over] }) =>
			`Tuned on ${m} examples (${task}), the best λ is ${lambda}. With ${data}, keeping λ costs ${keep} against tuning again, keeping λ/√m ${sqrt}, and keeping λ/m ${over}. Drag the point along the valley.`,
		captionNone: ({ task, m, data, cost }) =>
			`On ${m} examples (${task}), no penalty does best, and 0 stays 0 by every rule. With ${data}, that costs ${cost} against tuning again. Drag the point along the valley.`,
		captionEnd: ({ task, m, lambda }) =>
			`On ${m} examples (${task}), the best λ is ${lambda}. No more data than that were measured: drag the point to the left, and the rules look forward again.`,
		tenfold: 'ten times the data',
		times: (times, m) => `${times} times the data (${m})`,
		cost: (percent) => `${percent}%`,
		noCost: 'next to nothing',
		least: 'least',
		twice: 'double or more',
		scale: 'Test loss:',
		valley: 'the best λ',
		published: 'published: ',
		guess: 'your guess',
		tuned: 'Where λ is tuned, a point on the valley',
		tunedSaid: (m, lambda) => `m = ${m}, best λ = ${lambda}`,
		cells: 'Test loss over λ and m: arrow keys move from cell to cell',
		picture: (task, best) => `Heat map of the test loss over λ and m, ${task}. The best λ: ${best}.`,
		pictureBest: (m, lambda) => `${lambda} at m = ${m}`,
		rest: 'Hover over or tap a cell to see its loss.',
		cell: ({ m, lambda, excess, range }) =>
			`m = ${m}, λ = ${lambda}: test loss ${excess}% above the least at this m${range ? ` (interval ${range})` : ''}.`,
		cellLeast: ({ m, lambda }) => `m = ${m}, λ = ${lambda}: the least test loss at this m.`,
		diverged: ({ m, lambda }) => `m = ${m}, λ = ${lambda}: a training diverged.`,
		setting:
			'Mean of 16 draws of data and initial weights; the learning rate falls to 0. The best λ (the thick line, with its intervals) is chosen on validation examples, interpolated between the λ of the grid; the colors compare losses on test examples at one m.',
		askTitle: 'Your guess first: as the data grow, does the best λ stay, rise or fall?',
		ask: (task) =>
			`A network was trained on ${task} with every λ of this grid, at five sizes. In each column, put the mark where you think the test loss is least: drag it, tap the place, or use the arrow keys.`,
		mark: (m) => `Your guess of the best λ at m = ${m}`,
		show: 'Show me',
		skip: 'Skip the guess',
		again: 'Your guess stays as a dotted line.',
		score: ({ near, sizes, worst, yours, theirs }) => {
			const hit =
				near === sizes
					? `Within a factor of 2 at all ${sizes} sizes: well seen.`
					: near === 0
						? 'Not within a factor of 2 this time. We could not have told beforehand either; that is why it was measured.'
						: `Within a factor of 2 at ${near} of ${sizes} sizes.`;
			const far = worst ? ` Farthest off at m = ${worst.m}, by a factor of ${worst.factor}.` : '';
			return `${hit}${far} From the smallest data to the largest, your λ ${yours}; the best one ${theirs}.`;
		},
	},
	zh: {
		title: '数据变多时，最佳 λ 往哪里走；三条规则又会把它带到哪里',
		task: '数据',
		model: '网络',
		optimizer: '训练方法',
		caption: ({ task, m, lambda, data, costs: [keep, sqrt, over] }) =>
			`在 ${m} 个样本上调参（${task}），最佳 λ 是 ${lambda}。${data}时，与重新调参后的测试损失相比，沿用 λ ${keep}，沿用 λ/√m ${sqrt}，沿用 λ/m ${over}。沿着谷底拖动这个点。`,
		captionNone: ({ task, m, data, cost }) =>
			`在 ${m} 个样本上（${task}），不加惩罚最好；无论哪条规则，0 还是 0。${data}时，与重新调参后的测试损失相比，沿用 0 ${cost}。沿着谷底拖动这个点。`,
		captionEnd: ({ task, m, lambda }) =>
			`在 ${m} 个样本上（${task}），最佳 λ 是 ${lambda}。没有测过更多的数据：把点往左拖，规则就又能往前看了。`,
		tenfold: '数据变为十倍',
		times: (times, m) => `数据变为 ${times} 倍（${m} 个）`,
		cost: (percent) => `高出 ${percent}%`,
		noCost: '几乎持平',
		least: '最小',
		twice: '两倍或更多',
		scale: '测试损失：',
		valley: '最佳 λ',
		published: '发布时的谷底：',
		guess: '你的猜测',
		tuned: '调参的位置，谷底上的一点',
		tunedSaid: (m, lambda) => `m = ${m}，最佳 λ = ${lambda}`,
		cells: 'λ 与 m 平面上的测试损失：方向键逐格移动',
		picture: (task, best) => `测试损失随 λ 与 m 变化的热图，${task}。最佳 λ：${best}。`,
		pictureBest: (m, lambda) => `m = ${m} 时为 ${lambda}`,
		rest: '指向或点按一格，查看它的损失。',
		cell: ({ m, lambda, excess, range }) =>
			`m = ${m}，λ = ${lambda}：测试损失比该 m 下的最小值高 ${excess}%${range ? `（区间 ${range}）` : ''}。`,
		cellLeast: ({ m, lambda }) => `m = ${m}，λ = ${lambda}：该 m 下测试损失最小。`,
		diverged: ({ m, lambda }) => `m = ${m}，λ = ${lambda}：有一次训练发散了。`,
		setting:
			'数据与初始权重各抽取 16 次，取平均；学习率降到 0。最佳 λ（粗线，带区间）在验证样本上选取，可以落在网格之间；颜色比较同一个 m 下的测试损失。“教师网络”“线性教师模型”的标签由随机的网络、随机的线性模型生成。',
		askTitle: '先猜一猜：数据变多时，最佳 λ 是不变、变大还是变小？',
		ask: (task) =>
			`我们用这张网格里的每个 λ 训练了同一个网络（数据：${task}），共 5 种样本量。在每一列里，把标记放到你认为测试损失最小的地方：可以拖动、点按，也可以用方向键。`,
		mark: (m) => `你猜的 m = ${m} 时的最佳 λ`,
		show: '揭晓',
		skip: '跳过',
		again: '你的猜测以点线留在图上。',
		score: ({ near, sizes, worst, yours, theirs }) => {
			const hit =
				near === sizes
					? `${sizes} 种样本量全都猜在两倍以内：好眼力。`
					: near === 0
						? '这次没有猜进两倍以内。事先我们也说不准，所以才去测量。'
						: `${sizes} 种样本量中有 ${near} 种猜在两倍以内。`;
			const far = worst ? `差得最远的是 m = ${worst.m}，相差 ${worst.factor} 倍。` : '';
			return `${hit}${far}从最少的数据到最多的数据，你的 λ ${yours}，最佳 λ ${theirs}。`;
		},
	},
};

/** How a λ goes from the least m to the largest. */
export const CHANGES: Record<
	Language,
	{ stays: string; grows: (times: string) => string; falls: (times: string) => string }
> = {
	en: {
		stays: 'stays about where it is',
		grows: (times) => `grows ${times}-fold`,
		falls: (times) => `falls ${times}-fold`,
	},
	zh: {
		stays: '大致不变',
		grows: (times) => `增大到 ${times} 倍`,
		falls: (times) => `缩小到 1/${times}`,
	},
};
