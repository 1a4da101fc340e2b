import type { Language } from '../../../src/language.ts';

/** How a reason came out. */
export type Verdict = 'holds' | 'partly' | 'fails';

interface OptionText {
	option: string;
	claim: string;
	test: string;
	/** What came out, with its measured numbers in the order of `OPTIONS`. */
	result: (...numbers: string[]) => string;
	/** Its verdict in a word or two, and in a sentence. */
	verdict: string;
	why: string;
}

interface ScoreboardText {
	caption: string;
	columns: { option: string; claim: string; test: string; verdict: string };
	claimNumber: (numbers: readonly number[]) => string;
	options: readonly OptionText[];
}

export const SCOREBOARD_TEXT: Record<Language, ScoreboardText> = {
	en: {
		caption: 'Five reasons to divide by m, and how they came out',
		columns: {
			option: 'Reason',
			claim: 'What is said',
			test: 'How we tested it, and what came out',
			verdict: 'Verdict',
		},
		claimNumber: (numbers) => `${numbers.length > 1 ? 'claims' : 'claim'} ${numbers.join(', ')}`,
		options: [
			{
				option: 'It comes by itself',
				claim: 'Learning one example at a time, written as a batch, divides the penalty too.',
				test: 'One pass of single steps against one batch step.',
				result: (full = '', share = '') =>
					`With decay λ at every example, a pass takes off ηλ (measured: ${full}): no 1/m. With λ/m it takes off ηλ/m (${share}): what was put in.`,
				verdict: 'Half right',
				why: 'True of one penalty shared by all examples, false of decay at each.',
			},
			{
				option: 'The weight of one example',
				claim: 'Divided by m, the penalty weighs about as much as one example, however many there are.',
				test: 'The penalty’s pull against that of single examples, in trained networks.',
				result: (few = '', many = '') =>
					`With λ = 0.3, in networks other than the figure’s, it weighs like ${few} examples after training on 100, and like ${many} after 10,000.`,
				verdict: 'Roughly holds',
				why: 'A few examples, and few more as data grow a hundredfold.',
			},
			{
				option: 'More data, less regularization',
				claim: 'The larger the sample, the less there is to overfit.',
				test: 'Thirty points, ten copies of each, three hundred new ones.',
				result: (thirty = '', copies = '', fresh = '') =>
					`Test loss ${thirty} on thirty, ${copies} on the copies, ${fresh} on new ones.`,
				verdict: 'Fails for copies',
				why: 'For new data the best coefficient falls: see below.',
			},
			{
				option: 'A λ that can be compared',
				claim: 'Take the size of the data out, and the number can travel.',
				test: 'λ tuned at m, used at about ten times as many.',
				result: (lambda = '', sqrt = '', over = '', tasks = '') =>
					`Against tuning again, SGD with momentum loses ${lambda}% keeping λ, ${sqrt}% keeping λ/√m, ${over}% keeping λ/m (medians over ${tasks} tasks).`,
				verdict: 'Holds in part',
				why: 'Here λ often traveled better than λ/m. Between λ and λ/√m it depends on the task.',
			},
			{
				option: 'It works',
				claim: 'A demonstration: one network, thirty and three hundred points.',
				test: 'The same six runs again.',
				result: (values = '') => `All ${values} printed values come out.`,
				verdict: 'Reproduced',
				why: 'But it settles little: one network, one seed.',
			},
		],
	},
	zh: {
		caption: '除以 m 的五条理由，结果如何',
		columns: { option: '理由', claim: '说法', test: '检验与结果', verdict: '判定' },
		claimNumber: (numbers) => `论断 ${numbers.join('、')}`,
		options: [
			{
				option: '它自己会出现',
				claim: '把逐个样本的学习写成全批量，惩罚也就跟着除了。',
				test: '单样本走一遍，与全批量走一步对照。',
				result: (full = '', share = '') =>
					`每个样本都衰减 λ，一遍下来，权重减去自身的 ηλ（实测为其 ${full}），没有 1/m；写成 λ/m，减去 ηλ/m（${share}）：放进去什么，出来什么。`,
				verdict: '对一半',
				why: '惩罚由全体样本共有一份，就对；每个样本各衰减一次，就不对。',
			},
			{
				option: '一个样本的分量',
				claim: '除以 m 以后，不管样本有多少，惩罚的分量大约相当于一个样本。',
				test: '在训练好的网络里，比较惩罚的拉力与单个样本的拉力。',
				result: (few = '', many = '') =>
					`λ = 0.3，另取网络：用 100 个样本训练，它相当于 ${few} 个样本；用 10,000 个，相当于 ${many} 个。`,
				verdict: '数量级上成立',
				why: '相当于几个样本，不止一个；样本增加到百倍，也多不了几个。',
			},
			{
				option: '数据越多，越不必正则化',
				claim: '样本越大，越不容易过拟合。',
				test: '30 个月牙点，每个复制十遍，再换成 300 个新点。',
				result: (thirty = '', copies = '', fresh = '') =>
					`测试损失：30 个点 ${thirty}，复制十遍 ${copies}，300 个新点 ${fresh}。`,
				verdict: '对副本不成立',
				why: '反而有害。对新数据，最佳的衰减系数确实下降，见下一条。',
			},
			{
				option: '可以比较的 λ',
				claim: '把数据量从 λ 里除掉，这个数就可以沿用。',
				test: '在 m 个样本上调好 λ，用到约十倍的样本上。',
				result: (lambda = '', sqrt = '', over = '', tasks = '') =>
					`带动量的 SGD，测试损失比重新调参高出：沿用 λ 为 ${lambda}%，沿用 λ/√m 为 ${sqrt}%，沿用 λ/m 为 ${over}%（${tasks} 个任务的中位数）。`,
				verdict: '部分成立',
				why: '在这项研究里，λ 多半比 λ/m 更适合沿用；λ 与 λ/√m 谁更好，要看任务。',
			},
			{
				option: '管用',
				claim: '一个演示：同一个网络，30 个和 300 个月牙点。',
				test: '把那六次训练重做一遍。',
				result: (values = '') => `打印出来的 ${values} 个数值全部重现。`,
				verdict: '已复现',
				why: '但说明不了多少：只有一个网络、一个随机种子。',
			},
		],
	},
};
