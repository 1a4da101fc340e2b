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
		introHtml:
			'How the best λ moves with the data: ten tasks, up to four models and three optimizers, sixteen draws each. Choose one and see what it gave. λ is that of λ/2<i>m</i>, but under AdamW a decoupled decay’s, another quantity. The best λ has the least mean <em>validation</em> loss, read between the λ of the grid by a parabola; losses and costs are of the <em>test</em> part, where another λ may be the least. At a λ between those of the grid, a loss is read off parabolas through its neighbors. Brackets and bands hold 95% of the draws resampled; each resample is compared with a least of its own. <em>Clearly</em> cheaper is a rule where the interval of the difference, draw by draw, leaves out 0.</p><p class="tool-lead">What the brackets do not hold: another test sample; that the draws of a small data set share most of their rows (400 of 569, 120 of 178, 320 of 442), so that brackets of breast cancer, wine and diabetes are too narrow; and that many are looked at: of 99 verdicts at 95%, some five would come by chance. In 21 of the 99 cases some runs had not converged, and 10 of 5,180 means over draws are not finite. Every loss of every draw is in <a href="/data/study-cells.json">study-cells.json</a> (1 MB: for each case <code>validation</code> and <code>test</code> by m, λ and draw, in units of <code>unit</code>, null where not finite); <code>npm run study -- --analyse</code> computes every number here from it, in a minute.',
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
		say: ({ task, model, optimizer, best, isDecoupled, unconverged, notFinite, clearly }) => {
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
						? 'No rule is clearly cheaper than both others.'
						: `Keeping ${clearly} is clearly cheaper than both others.`,
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
		introHtml:
			'最佳 λ 如何随数据移动：10 个任务，至多 4 种模型、3 种优化器，每种抽样 16 次。选一个，看看得到了什么。λ 指 λ/2<i>m</i> 中的 λ。最佳 λ 是平均<em>验证</em>损失最低者，用抛物线在网格取值之间读出；损失与代价都在<em>测试</em>部分上，那里最低的可能是另一个 λ。网格取值之间的损失，用过相邻各点的抛物线读出。方括号与色带含 95% 的重抽样，每次重抽样与它自己的最低值相比。逐次抽样之差的区间不含 0，才称“明确”。</p><p class="tool-lead">方括号没有计入的：换一批测试样本；小数据集的各次抽样大部分行相同（569 行中的 400、178 行中的 120、442 行中的 320），所以乳腺癌、葡萄酒、糖尿病的方括号偏窄；以及看了很多次：99 个 95% 的判断里，单凭偶然约有 5 个。99 种情形中有 21 种含未收敛的训练，5,180 个平均损失中有 10 个不是有限数。每次抽样的每个损失都在 <a href="/data/study-cells.json">study-cells.json</a>（1 MB：每种情形的 <code>validation</code> 与 <code>test</code>，按 m、λ、抽样排列，以 <code>unit</code> 为单位，非有限数为 null）；<code>npm run study -- --analyse</code> 用一分钟由它算出这里的全部数字。',
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
		say: ({ task, model, optimizer, best, isDecoupled, unconverged, notFinite, clearly }) => {
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
						? '没有哪条规则明确好于另外两条。'
						: `沿用 ${clearly} 明确好于另外两条。`,
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
