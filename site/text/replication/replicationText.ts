import type { Language } from '../../../src/language.ts';

/** The words of the page that sets published numbers beside ours. */
interface ReplicationText {
	title: string;
	description: string;
	introHtml: readonly string[];
	valuesTitle: string;
	valuesHtml: (count: number, worst: string) => string;
	run: (m: string, lambda: string, scaling: string | null) => string;
	epoch: string;
	published: string;
	ours: string;
	difference: string;
	claimsTitle: string;
	claimsHtml: string;
	claim: (numbers: readonly number[]) => string;
	measured: string;
	value: string;
	interval: string;
	expected: string;
	article: string;
	json: string;
	here: string;
	edge: string;
	stop: string;
	starting: string;
	progressLabel: string;
	progress: (done: number, total: number) => string;
	asking: string;
	same: (where: string) => string;
	other: (where: string, names: string) => string;
	stopped: string;
	committed: string;
	failed: (reason: string) => string;
	inBrowser: string;
	onEdge: string;
}

export const REPLICATION_TEXT: Record<Language, ReplicationText> = {
	en: {
		title: 'Replication',
		description:
			'The 66 published values of the notebook beside ours, and every claim of the article with its status, its interval and a button that computes it again.',
		introHtml: [
			'What others published, beside what our engine gives; and every claim of the article with what we measured. Each number can be computed again here, in your browser or on the edge. If one does not come out again, tell us.',
		],
		valuesTitle: 'The notebook’s values',
		valuesHtml: (count, worst) =>
			`The article that asked our question rests on six trainings of 30,000 epochs in <a href="https://github.com/grez911/machine-learning/blob/master/l2.ipynb">a notebook</a>, which prints the objective eleven times each. Of the ${count} values, the one farthest from ours differs by ${worst} (relative): the notebook computes in 64 bits, our engine in 32.`,
		run: (m, lambda, scaling) => `m = ${m}, ${scaling === null ? 'no penalty' : `λ = ${lambda} under ${scaling}`}`,
		epoch: 'epoch',
		published: 'published',
		ours: 'ours',
		difference: 'difference',
		claimsTitle: 'The claims',
		claimsHtml:
			'<b>proved</b>: a theorem or an identity, which the experiment confirms; <b>measured</b>: what came out here, in the setting that is said; <b>reproduced</b>: a published number comes out again; <b>contested</b>: holds under assumptions that must be said. Intervals hold 95% of 1,000 bootstrap resamples.',
		claim: (numbers) => `${numbers.length > 1 ? 'Claims' : 'Claim'} ${numbers.join(' and ')}`,
		measured: 'measured',
		value: 'value',
		interval: '95% interval',
		expected: 'expected',
		article: 'In the article',
		json: 'JSON',
		here: 'Compute it here',
		edge: 'Compute it on the edge',
		stop: 'Stop',
		starting: 'The engine is starting',
		progressLabel: 'Trainings done',
		progress: (done, total) => (total === 0 ? 'A closed form is computed' : `${done} of ${total} trainings`),
		asking: 'The edge is computing',
		same: (where) => `Computed ${where}: the same numbers as committed, to the last digit.`,
		other: (where, names) => `Computed ${where}: other numbers than committed, in ${names}.`,
		stopped: 'Stopped.',
		committed:
			'The edge did not compute it: this takes more than one request may ask for. It has the committed numbers. Compute it here instead.',
		failed: (reason) => `It was not computed: ${reason}`,
		inBrowser: 'in your browser',
		onEdge: 'on the edge',
	},
	zh: {
		title: '复现',
		description: '笔记本中 66 个已发表的数值与我们的结果并列；文章的每条论断附状态、区间，以及重新计算的按钮。',
		introHtml: [
			'别人发表的数字，与我们的引擎给出的并列；文章的每条论断，附上我们测得的数值。每个数字都可以在这里重新计算，用你的浏览器，或在边缘节点上。若有哪个算不出来，请告诉我们。',
		],
		valuesTitle: '笔记本的数值',
		valuesHtml: (count, worst) =>
			`提出这个问题的文章，依据的是<a href="https://github.com/grez911/machine-learning/blob/master/l2.ipynb">一个笔记本</a>里六次 30,000 轮的训练，每次打印十一个目标函数值。${count} 个数值里，与我们相差最多的一个相对偏差为 ${worst}：笔记本用 64 位计算，我们的引擎用 32 位。`,
		run: (m, lambda, scaling) => `m = ${m}，${scaling === null ? '无惩罚' : `λ = ${lambda}，${scaling}`}`,
		epoch: '轮',
		published: '已发表',
		ours: '我们',
		difference: '相差',
		claimsTitle: '各条论断',
		claimsHtml:
			'<b>已证明</b>：定理或恒等式，实验加以印证；<b>实测</b>：在所述设置下得到的结果；<b>已复现</b>：已发表的数字再次得到；<b>有争议</b>：在须说明的假设下成立。区间包含 1,000 次自助重抽样的 95%。',
		claim: (numbers) => `论断 ${numbers.join('、')}`,
		measured: '测得',
		value: '数值',
		interval: '95% 区间',
		expected: '预期',
		article: '文章中的图',
		json: 'JSON',
		here: '在此计算',
		edge: '在边缘计算',
		stop: '停止',
		starting: '引擎正在启动',
		progressLabel: '已完成的训练',
		progress: (done, total) => (total === 0 ? '正在计算闭式解' : `已训练 ${done} / ${total}`),
		asking: '边缘节点正在计算',
		same: (where) => `${where}算出：与已提交的数字逐位相同。`,
		other: (where, names) => `${where}算出：与已提交的数字不同，见 ${names}。`,
		stopped: '已停止。',
		committed: '边缘节点没有计算：一个请求不能要求这么多运算，它手里只有已提交的数字。请在此计算。',
		failed: (reason) => `没有算成：${reason}`,
		inBrowser: '在你的浏览器里',
		onEdge: '在边缘',
	},
};
