import type { Language } from '../../../src/language.ts';
import { formatCount, formatInProse } from '../../../src/numberFormat.ts';
import type { SharedRows, Verdicts } from '../../../src/study/counts.ts';
import { type OptimizerName, SEEDS, type StudyCase, type TaskName } from '../../../src/study/design.ts';
import { medianCoverage } from '../../../src/study/medianCoverage.ts';
import type { StudyMedians } from '../../../src/study/medians.ts';
import type { Triple } from '../../../src/study/pictures.ts';
import type { Rule } from '../../../src/study/rules.ts';
import { taskName } from '../study/studyNames.ts';
import { COVERAGE } from './coverage.ts';

/** What the study's page says of all cases, counted from what is committed. */
export interface StudyFacts {
	cases: number;
	/** How many times as many examples the moves of about ten times go to, at least and at most. */
	tenfold: readonly [least: number, most: number];
	networks: number;
	/** Comparisons of two rules, of all cases and of networks. */
	comparisons: number;
	comparisonsOfNetworks: number;
	notConverged: number;
	networksNotConverged: number;
	/** Verdicts on each pair of rules (`RULE_PAIRS`), of networks whose runs had all converged. */
	converged: readonly Verdicts[];
	/** The same of networks on all but small data sets, and how many these are. */
	large: { cases: number; verdicts: readonly Verdicts[] };
	/** Measured tasks whose draws share rows. */
	shared: readonly SharedRows[];
	/** Means over draws, and those that are not finite. */
	means: number;
	notFinite: number;
	/** Intervals of a best λ, and where the test loss has another. */
	brackets: number;
	disjoint: number;
	swayed: number;
	/** Verdicts on λ against λ/√m: of each task, and of all, of all but small data sets, and of generated data alone. */
	tasks: readonly { task: TaskName; verdicts: Verdicts }[];
	totals: Record<'all' | 'notSmall' | 'generated', Verdicts>;
	/** Of networks: medians by optimizer, verdicts on each pair of rules, and these with losses read along straight lines. */
	medians: readonly ({ optimizer: OptimizerName } & StudyMedians)[];
	verdicts: readonly Verdicts[];
	byLine: { verdicts: readonly Verdicts[]; turned: readonly StudyCase[] };
	/** Of networks: those with a p, why the others have none, between what their medians lie, and intervals below 0. */
	exponents: Record<'found' | 'noPenalty' | 'atEdge' | 'wideSteps', number> & {
		bounds: readonly { low: number; high: number }[];
		belowZero: Record<'drawsAlone' | 'withGrid', number>;
	};
	/** Of the linear teacher at its minimum: the cost of λ less that of λ/√m, and that of λ/m, in the mean and move by move. */
	control: { lambdaLessRoot: Triple; overM: number; overMOfMoves: readonly number[] };
}

/** How the study was made and what it cannot say; only the build reads it. */
interface StudyMethodText {
	/** What to do with ten times the data, and how well that is supported. */
	adviceHtml: (facts: StudyFacts) => string;
	/** What is chosen below. */
	leadHtml: (facts: StudyFacts) => string;
	reading: string;
	introHtml: string;
	/** How losses between the λ are read, and what hangs on it. */
	gridHtml: (facts: StudyFacts) => string;
	/** What a p is, and of which cases there is one. */
	exponentHtml: (facts: StudyFacts) => string;
	bracketsHtml: (facts: StudyFacts) => string;
	caveatsHtml: (facts: StudyFacts) => string;
	/** What the control says; what is left of the counts of claim 23 without small data sets. */
	withoutSmallHtml: (facts: StudyFacts) => string;
	/** The table of verdicts on λ against λ/√m. */
	verdicts: {
		caption: string;
		head: readonly [task: string, cheaper: string, dearer: string, open: string];
		totals: Record<keyof StudyFacts['totals'], string>;
	};
	method: string;
	methodHtml: readonly string[];
	/** The table of tasks in it. */
	tasks: { caption: string; head: readonly [string, string, string, string, string, string] };
}

const ratio = (times: number) => formatInProse(times, { digits: 2 });
const byChance = (count: number, percent: number) => Math.round((count * percent) / 100);

export const STUDY_METHOD_TEXT: Record<Language, StudyMethodText> = {
	en: {
		adviceHtml: ({ medians, verdicts, networks, large }) => {
			const costs = (rule: Rule) => sayCosts(medians, rule, 'en');
			return `<strong>With ten times the data, do not leave a small network’s weight_decay (λ/<i>m</i>) as it is: on most tasks dividing it by 3 to 10 cost less.</strong> So it is with as many epochs at every <i>m</i>: leaving it costs clearly more than dividing by 3, which keeps λ/√<i>m</i>, in ${verdicts[2]?.cheaper} of ${networks} of them, the reverse in ${verdicts[2]?.dearer}, and than by 10, which keeps λ, in ${verdicts[1]?.cheaper} and ${verdicts[1]?.dearer}; networks of one task share its data, so these are fewer independent cases. Whether by 3 or by 10 is open, and differs by task (below): clearly by 3 in ${verdicts[0]?.dearer} and by 10 in ${verdicts[0]?.cheaper}, without the small data sets in ${large.verdicts[0]?.dearer} and ${large.verdicts[0]?.cheaper}. λ/√<i>m</i>, the rule of Loshchilov and Hutter, was tried because the first medians of p lay near ½, on these same tasks: it has not been tested on others, nor has any number between 3 and 10. Against tuning again the test loss is higher, in the median over tasks [95%], dividing by 3: ${costs('keep-over-sqrt-m')}; by 10: ${costs('keep-lambda')}; left as it is: ${costs('keep-over-m')} (${sayTasks(medians, 'en')}).`;
		},
		leadHtml: ({ tenfold: [least, most] }) =>
			`Below it is case by case: ten tasks, up to four models and three optimizers, sixteen draws each. “Ten times” are moves to ${ratio(least)} to ${ratio(most)} times the data; each task’s stand in the table of tasks, last on how it was done.`,
		reading: 'How to read it, and what it cannot say',
		gridHtml: ({ verdicts, byLine }) =>
			`A rule’s λ seldom is one of the grid. Its loss is read between them from the parabolas through each three neighbors, blended. Beside a cliff, where one side rises over five times as much in one step as the other does in two, a parabola says nothing: the best λ is the grid’s own there, and its bracket goes to both neighbors. Much hangs on that reading, not all: along straight lines λ would be clearly cheaper and dearer than λ/√<i>m</i> in ${sayPair(byLine.verdicts[0])} (here ${sayPair(verdicts[0])}), than λ/<i>m</i> in ${sayPair(byLine.verdicts[1])} (${sayPair(verdicts[1])}), and λ/√<i>m</i> than λ/<i>m</i> in ${sayPair(byLine.verdicts[2])} (${sayPair(verdicts[2])}). The verdict of ${byLine.turned.length} networks hangs on it: ${sayCases(byLine.turned, 'en')}.`,
		exponentHtml: ({ networks, medians, exponents: { found, noPenalty, atEdge, wideSteps, bounds, belowZero } }) =>
			`Of ${networks} networks ${found} have a p of λ* ∝ <i>m</i><sup>p</sup>. Of the others, no penalty is best at some <i>m</i> in ${noPenalty}, the best λ stands at an end of the grid in ${atEdge}, and its steps leave p open by more than ¼ in ${wideSteps}. So the medians are of cases that have one: were all others below every p, or above, they would be ${saySpans(medians, bounds, 'en')}. An interval of p goes from the 2.5% quantile, over resampled draws, of p less what the grid leaves open to the 97.5% quantile of p plus that: wider than the draws alone. Below 0 lie ${belowZero.withGrid} so, and ${belowZero.drawsAlone} by the draws alone.`,
		introHtml:
			'A <em>draw</em> is a sample of the data with initial weights of its own, by one seed. λ is that of λ/2<i>m</i>, but under AdamW a decoupled decay’s, another quantity. The best λ has the least mean <em>validation</em> loss, read between the λ of the grid by a parabola; losses and costs are of the <em>test</em> part, where another λ may be the least. <em>Tuning again</em> chooses it anew at the larger <i>m</i>; <em>keep λ</em>, <em>λ/√m</em> or <em>λ/m</em> takes the one of the smaller <i>m</i>, so that this number stays as it was. The number of epochs is the same at every <i>m</i>: in minibatches the steps grow with <i>m</i>, so that more data come with longer training, and the study cannot tell the two apart there.',
		bracketsHtml: ({ comparisons, comparisonsOfNetworks }) =>
			`Brackets and bands are percentile bootstraps: from the 2.5% to the 97.5% quantile of 1,000 resamples of the draws, each with a λ, and a minimum, of its own; those of a best λ and of p have beyond that what the steps of the grid leave open. <em>Clearly</em> cheaper is a rule where that interval of the difference, draw by draw, leaves out 0. Of normal data such an interval over 16 draws holds the mean ${COVERAGE.sixteen} times of 100, not 95. There are ${comparisons} comparisons of two rules (${comparisonsOfNetworks} of networks): at 5% some ${byChance(comparisons, 5)} (${byChance(comparisonsOfNetworks, 5)}) would be clear by chance, at ${100 - COVERAGE.sixteen}% some ${byChance(comparisons, 100 - COVERAGE.sixteen)} (${byChance(comparisonsOfNetworks, 100 - COVERAGE.sixteen)}).`,
		caveatsHtml: ({
			cases,
			notConverged,
			networksNotConverged,
			converged,
			means,
			notFinite,
			brackets,
			disjoint,
			swayed,
			shared,
		}) =>
			`What the brackets do not hold: another test sample, or another <em>validation</em> sample, by which λ is chosen: the draws of a generated task share both (the brackets of the best λ by validation and by test have nothing in common in ${disjoint} of ${brackets}). Nor that draws of measured data share rows, so that their brackets are too narrow: at its largest <i>m</i> each takes ${sayShared(shared, 'en')}; all ${SEEDS.length} together take more than there are from <i>m</i> = ${sayFrom(shared, 'en')} on. In ${swayed} of ${cases} cases one draw of sixteen halves a cost or changes the cheapest rule, and the case says so. Only the first draw’s runs were looked at for convergence: in ${notConverged} cases some had not converged, a lower bound; without the ${networksNotConverged} networks among them λ is clearly cheaper and dearer than λ/√m in ${sayPair(converged[0])}, than λ/m in ${sayPair(converged[1])}, and λ/√m than λ/m in ${sayPair(converged[2])}. ${notFinite} of ${means.toLocaleString('en')} means over draws are not finite. Where no penalty is best at the smaller <i>m</i>, all three rules keep none: such a move is a tie by construction, and counts as open.`,
		withoutSmallHtml: ({ control, large: { cases, verdicts } }) =>
			`The control does not tell λ from λ/√<i>m</i> (${sayTriple(control.lambdaLessRoot, 'en')} points apart), and what λ/<i>m</i> costs there comes almost alone from the move from <i>m</i> = 20 (${sayEach(control.overMOfMoves, 'en')} in the moves). A median of differences is not the difference of the medians: the task in the middle is another. Nor is the p in the middle of the map, of one network, the median of p below, of all. Without the data sets of fewer than 1,000 rows, ${cases} cases are left of those that claim 23 counts. In them λ is clearly cheaper and dearer than λ/<i>m</i> in ${sayPair(verdicts[1])}, λ/√m than λ/<i>m</i> in ${sayPair(verdicts[2])}, and λ than λ/√m in ${sayPair(verdicts[0])}.`,
		verdicts: {
			caption: 'Networks in which keeping λ is clearly cheaper than keeping λ/√m, or that than λ, by task',
			head: ['task', 'λ cheaper', 'λ/√m cheaper', 'open'],
			totals: { all: 'all', notSmall: 'of 1,000 rows or more', generated: 'generated data alone' },
		},
		method: 'How it was done, and what the file of losses holds',
		methodHtml: [
			'Weights begin as Glorot’s normal ones in linear models and as He’s under ReLU, biases at 0. SGD: momentum 0.9, batches of 16, the rate below; AdamW: rate 0.005, batches of 16; full batches: Adam, rate 0.01. Every rate falls linearly to 0.',
			'Generated data have 1,000 examples to validate and 1,000 to test, the same for all draws; of measured data half of what is left at the largest <i>m</i> validates and all other rows test. Their columns are standardized by the training rows.',
			'λ goes in half decades, with 0 among them, further where the best is at an end.',
			'In <code>npm run study</code>’s summary <code>predicted</code> is where another 16 draws on the same λ would put p, 19 times of 20; <code>keptGain</code> the share of what tuning again gains over no penalty that a rule keeps; <code>differences</code> the costs of λ less λ/√m, λ less λ/m, and λ/√m less λ/m, with intervals.',
			'Every loss of every draw is in <a href="/data/study-cells.json">study-cells.json</a> (1 MB): for each case <code>validation</code> and <code>test</code>, by <i>m</i> in the order below, by λ as in <code>lambdas</code>, and by draw, in units of <code>unit</code>, null where not finite; <code>sweep</code> is what was trained, data, rates, epochs, <i>m</i> and seeds, as <code>POST /api/v1/sweeps</code> takes it. <code>npm run study -- --analyse</code> computes every number here from it, in a minute or two.',
		],
		tasks: {
			caption: 'Tasks',
			head: ['task', 'm', 'moves of about ten times', 'SGD’s rate', 'epochs (full batch)', 'validating'],
		},
	},
	zh: {
		adviceHtml: ({ medians, verdicts, networks, large }) => {
			const costs = (rule: Rule) => sayCosts(medians, rule, 'zh');
			return `<strong>数据变为十倍时，小网络的 weight_decay（λ/<i>m</i>）不要原样沿用：在多数任务上，把它除以 3 到 10 代价更小。</strong>这是在各 <i>m</i> 轮数相同时测得的：${networks} 种网络中，不变明确比除以 3（沿用 λ/√<i>m</i>）差的有 ${verdicts[2]?.cheaper} 种，相反的 ${verdicts[2]?.dearer} 种；比除以 10（沿用 λ）差的有 ${verdicts[1]?.cheaper} 种，相反的 ${verdicts[1]?.dearer} 种；同一任务的网络共用数据，独立的情形没有这么多。除以 3 还是除以 10 没有定论，各任务不同（见下文）：明确偏向 3 的 ${verdicts[0]?.dearer} 种，偏向 10 的 ${verdicts[0]?.cheaper} 种；不计小数据集，分别是 ${large.verdicts[0]?.dearer} 种和 ${large.verdicts[0]?.cheaper} 种。λ/√<i>m</i> 是 Loshchilov 与 Hutter 的规则，因为最初的 p 的中位数接近 ½ 才试它，用的就是这些任务：在别的任务上没有检验过，3 与 10 之间的数也没有。与重新调参相比，测试损失高出（各任务的中位数 [95%]）：除以 3，${costs('keep-over-sqrt-m')}；除以 10，${costs('keep-lambda')}；不变，${costs('keep-over-m')}（${sayTasks(medians, 'zh')}）。`;
		},
		leadHtml: ({ tenfold: [least, most] }) =>
			`下面逐项列出：10 个任务，至多 4 种模型、3 种优化器，每种抽样 16 次。“十倍”指搬到 ${ratio(least)} 至 ${ratio(most)} 倍的数据；每个任务的搬移列在任务表里，见最后的“做法”。`,
		reading: '怎样读它，以及它不能说明什么',
		gridHtml: ({ verdicts, byLine }) =>
			`规则给出的 λ 很少正好在网格上。它的损失在网格取值之间读出：过相邻三点的抛物线，加权混合。若一侧一步的升幅超过另一侧两步升幅的五倍，抛物线在那里就说明不了什么：最佳 λ 取网格上的那个，方括号伸到两侧的邻点。这种读法影响不小，但不决定一切：若沿直线读，λ 明确好于与差于 λ/√<i>m</i> 的为 ${sayPair(byLine.verdicts[0])}（这里是 ${sayPair(verdicts[0])}），与 λ/<i>m</i> 相比为 ${sayPair(byLine.verdicts[1])}（${sayPair(verdicts[1])}），λ/√<i>m</i> 与 λ/<i>m</i> 相比为 ${sayPair(byLine.verdicts[2])}（${sayPair(verdicts[2])}）。结论因此不同的网络有 ${byLine.turned.length} 种：${sayCases(byLine.turned, 'zh')}。`,
		exponentHtml: ({ networks, medians, exponents: { found, noPenalty, atEdge, wideSteps, bounds, belowZero } }) =>
			`${networks} 种网络中有 ${found} 种得出 λ* ∝ <i>m</i><sup>p</sup> 的 p。其余的：某个 <i>m</i> 下不加惩罚最好的有 ${noPenalty} 种，最佳 λ 位于网格边缘的有 ${atEdge} 种，步长使 p 有超过 ¼ 的出入的有 ${wideSteps} 种。所以中位数只属于有 p 的情形：若其余的 p 都低于、或都高于所有的 p，中位数就是 ${saySpans(medians, bounds, 'zh')}。p 的区间：重抽各次抽样，从p 减去网格分不清的部分的 2.5% 分位数，到p 加上它的 97.5% 分位数，比只算抽样的宽。这样整个低于 0 的有 ${belowZero.withGrid} 种，只算抽样的有 ${belowZero.drawsAlone} 种。`,
		introHtml:
			'一次<em>抽样</em>：由一个种子得到的一份数据与初始权重。λ 指 λ/2<i>m</i> 中的 λ；AdamW 的 λ 是解耦衰减的 λ，是另一个量。最佳 λ 的平均<em>验证</em>损失最低，用抛物线在网格取值之间读出；损失与代价都在<em>测试</em>部分上，那里最低的可能是另一个 λ。<em>重新调参</em>：在较大的 <i>m</i> 上重新选 λ；<em>沿用 λ、λ/√m 或 λ/m</em>：取较小 <i>m</i> 上的 λ，使这个数保持不变。各 <i>m</i> 的轮数相同：小批量训练时步数随 <i>m</i> 增加，数据变多的同时训练也变长，这项研究分不开两者。',
		bracketsHtml: ({ comparisons, comparisonsOfNetworks }) =>
			`方括号与色带是百分位自助区间：把各次抽样重抽 1,000 次，每次重新选 λ，并与它自己的最低值相比，取 2.5% 至 97.5% 分位数；最佳 λ 与 p 的区间还计入网格步长分不清的部分。逐次抽样之差的区间不含 0，才称“明确”。数据为正态时，16 次抽样的这种区间 100 次中有 ${COVERAGE.sixteen} 次含均值，而不是 95 次。两两比较规则共 ${comparisons} 次（网络 ${comparisonsOfNetworks} 次）：单凭偶然，按 5% 约有 ${byChance(comparisons, 5)}（${byChance(comparisonsOfNetworks, 5)}）次“明确”，按 ${100 - COVERAGE.sixteen}% 约有 ${byChance(comparisons, 100 - COVERAGE.sixteen)}（${byChance(comparisonsOfNetworks, 100 - COVERAGE.sixteen)}）次。`,
		caveatsHtml: ({
			cases,
			notConverged,
			networksNotConverged,
			converged,
			means,
			notFinite,
			brackets,
			disjoint,
			swayed,
			shared,
		}) =>
			`方括号没有计入的：换一批测试样本，或换一批用来选 λ 的<em>验证</em>样本，生成任务的各次抽样共用这两者（按验证与按测试得到的最佳 λ，${brackets} 对方括号中有 ${disjoint} 对不相交）；实测数据的各次抽样有相同的行，所以它们的方括号偏窄：在最大的 <i>m</i> 下，每次抽样取${sayShared(shared, 'zh')}；从 <i>m</i> = ${sayFrom(shared, 'zh')} 起，${SEEDS.length} 次抽样合计多于全部的行。${cases} 种情形中有 ${swayed} 种，去掉 16 次抽样中的一次，某个代价就减半，或最省的规则改变；该情形会说明。是否收敛只看了第一次抽样的训练：${notConverged} 种情形含未收敛的训练，这是下限；不计其中 ${networksNotConverged} 种网络，λ 明确好于与差于 λ/√m 的为 ${sayPair(converged[0])}，与 λ/m 相比为 ${sayPair(converged[1])}，λ/√m 与 λ/m 相比为 ${sayPair(converged[2])}。${means.toLocaleString('en')} 个平均损失中有 ${notFinite} 个不是有限数。若较小的 <i>m</i> 上不加惩罚最好，三条规则都不加惩罚：这样的搬移必然打平，计为未定。`,
		withoutSmallHtml: ({ control, large: { cases, verdicts } }) =>
			`对照组分不出 λ 与 λ/√<i>m</i>（相差 ${sayTriple(control.lambdaLessRoot, 'zh')} 个百分点）；λ/<i>m</i> 的代价几乎全来自从 <i>m</i> = 20 出发的那次搬移（各次为 ${sayEach(control.overMOfMoves, 'zh')}）。差的中位数不等于中位数之差：居中的任务不是同一个。热图中居中的 p 属于一种网络，下面的中位数属于全部网络，所以也不相同。不计少于 1,000 行的数据集，论断 23 所计的情形还剩 ${cases} 种。其中 λ 明确好于与差于 λ/<i>m</i> 的为 ${sayPair(verdicts[1])}，λ/√m 与 λ/<i>m</i> 相比为 ${sayPair(verdicts[2])}，λ 与 λ/√m 相比为 ${sayPair(verdicts[0])}。`,
		verdicts: {
			caption: '各任务中，沿用 λ 明确好于 λ/√m、或后者明确好于前者的网络数',
			head: ['任务', 'λ 更好', 'λ/√m 更好', '未定'],
			totals: { all: '合计', notSmall: '只计 1,000 行以上的', generated: '只计生成的数据' },
		},
		method: '做法，以及损失文件的内容',
		methodHtml: [
			'初始权重：线性模型用 Glorot 正态，ReLU 网络用 He 正态；偏置为 0。SGD：动量 0.9，每批 16 个，学习率见下表；AdamW：学习率 0.005，每批 16 个；全批量：Adam，学习率 0.01。学习率都线性降到 0。',
			'生成的数据有 1,000 个验证样本、1,000 个测试样本，各次抽样共用；实测数据在最大的 <i>m</i> 下余下的一半用来验证，其余的行用来测试。各列按训练行标准化。',
			'λ 以半个数量级为步长，含 0；最佳值在端点时再往外延伸。',
			'<code>npm run study</code> 的汇总里，<code>predicted</code> 是在同样的 λ 上另外 16 次抽样的 p 会落入的范围（20 次中 19 次）；<code>keptGain</code> 是重新调参相对不加惩罚的收益中规则所保留的份额；<code>differences</code> 依次是 λ 减 λ/√m、λ 减 λ/m、λ/√m 减 λ/m 的代价之差及其区间。',
			'每次抽样的每个损失都在 <a href="/data/study-cells.json">study-cells.json</a>（1 MB）：每种情形的 <code>validation</code> 与 <code>test</code>，先按 <i>m</i>（次序见下表），再按 <code>lambdas</code> 中的 λ，再按抽样排列，以 <code>unit</code> 为单位，非有限数为 null；<code>sweep</code> 是所训练的一切：数据、学习率、轮数、<i>m</i> 与种子，形式与 <code>POST /api/v1/sweeps</code> 所收的相同。<code>npm run study -- --analyse</code> 用一两分钟由它算出这里的全部数字。',
		],
		tasks: { caption: '任务', head: ['任务', 'm', '约十倍的搬移', 'SGD 的学习率', '轮数（全批量）', '验证样本'] },
	},
};

/** `400 of 569 rows of breast cancer`, of each task. */
const sayShared = (shared: readonly SharedRows[], language: Language) =>
	shared
		.map(({ task, rows, largest }) => {
			const [one, all] = [formatCount(largest, language), formatCount(rows, language)];
			const name = taskName(task, language);
			return language === 'zh' ? `${name} ${all} 行中的 ${one}` : `${one} of ${all} rows (${name})`;
		})
		.join(language === 'zh' ? '、' : ', ');

const sayFrom = (shared: readonly SharedRows[], language: Language) =>
	shared.map(({ from }) => formatCount(from, language)).join(language === 'zh' ? '、' : ', ');

const sayPair = (found: { cheaper: number; dearer: number } | undefined) => `${found?.cheaper} / ${found?.dearer}`;

const percentOf = (share: number, language: Language) =>
	formatInProse(100 * share, { language, digits: 2, powersBelow: 0 });

/** `2.4% under SGD, 0.9% under AdamW and 1.9% with full batches`, of each optimizer's median. */
function sayCosts(medians: StudyFacts['medians'], rule: Rule, language: Language): string {
	return sayByOptimizer(
		medians.map(({ cost }) => {
			const { value, low, high } = cost['by-mean'][rule];
			const [least, most] = [low, high].map((end) => percentOf(end ?? value, language));
			return `${percentOf(value, language)}% [${least}, ${most}]`;
		}),
		language,
	);
}

/** Of how many tasks each median is, and how often the interval of the fewest holds what it should. */
function sayTasks(medians: StudyFacts['medians'], language: Language): string {
	const counts = medians.map(({ tasks }) => String(tasks));
	const fewest = Math.min(...medians.map(({ tasks }) => tasks));
	const coverage = medianCoverage(fewest);
	const held = coverage === null ? null : Math.floor(100 * coverage);
	const isLess = held !== null && held < 95;
	if (language === 'zh') {
		const less = isLess ? `；${fewest} 个任务的这种区间 100 次中有 ${held} 次含中位数，而不是 95 次` : '';
		return `依次为 ${counts.join('、')} 个任务${less}`;
	}
	const less = isLess ? `; of ${fewest} such an interval holds the median ${held} times of 100, not 95` : '';
	return `of ${counts.slice(0, -1).join(', ')} and ${counts.at(-1)} tasks${less}`;
}

/** Of each optimizer the median of p, and between what it would lie. */
const saySpans = (
	medians: StudyFacts['medians'],
	bounds: readonly { low: number; high: number }[],
	language: Language,
) =>
	sayByOptimizer(
		medians.map(({ exponent }, i) => {
			const { low = Number.NaN, high = Number.NaN } = bounds[i] ?? {};
			const [one, from, to] = [exponent.value, low, high].map((p) => formatInProse(p, { language, digits: 2 }));
			return language === 'zh' ? `${from} 或 ${to}（不是 ${one}）` : `${from} or ${to}, not ${one},`;
		}),
		language,
	);

function sayByOptimizer([sgd, adamW, full]: readonly string[], language: Language): string {
	return language === 'zh'
		? `SGD ${sgd}、AdamW ${adamW}、全批量 ${full}`
		: `${sgd} under SGD, ${adamW} under AdamW and ${full} with full batches`;
}

const sayTriple = (triple: Triple, language: Language) => {
	const [value, low, high] = triple.map((share) => percentOf(share, language));
	return `${value} [${low}, ${high}]`;
};

const sayEach = (shares: readonly number[], language: Language) =>
	shares.map((share) => `${percentOf(share, language)}%`).join(language === 'zh' ? '、' : ', ');

const sayCases = (cases: readonly StudyCase[], language: Language) =>
	cases
		.map(({ task, model, optimizer }) => `${taskName(task, language)} ${model} ${optimizer}`)
		.join(language === 'zh' ? '；' : '; ');
