import { LIBRARY_IDS } from '../../src/schema/libraryIds.ts';
import { formatsIn } from './formats.ts';
import type { FailureFacts, FigureText, RunFacts, Text } from './text.ts';

const format = formatsIn('zh');
const { loss, share, number, duration } = format;

const penalty: FigureText['penalty'] = { none: '无惩罚', half: 'λ/2 · ‖W‖²', 'over-2m': 'λ/2m · ‖W‖²' };
const spelled: FigureText['penalty'] = {
	none: '无惩罚',
	half: '惩罚为二分之 λ 乘以 W 的平方和',
	'over-2m': '惩罚为 2m 分之 λ 乘以 W 的平方和',
};
const setting = (run: Pick<RunFacts, 'm' | 'penalty' | 'lambda'>) =>
	run.penalty === 'none'
		? `${number(run.m)} 个训练样本，${spelled.none}`
		: `${number(run.m)} 个训练样本，${spelled[run.penalty]}，λ = ${number(run.lambda)}`;
const result = (run: RunFacts) => `测试对数损失 ${loss(run.testLoss)}，准确率 ${share(run.testAccuracy)}`;

const figure: FigureText = {
	format,
	title: '同一个网络，两种样本量，三种目标函数',
	penalty,
	size: (m) => `${number(m)} 个样本`,
	lambda: (lambda) => `λ = ${number(lambda)}`,
	choiceLegend: 'λ 取多少？',
	choice: {
		notebook: '照原笔记本，两种写法各取一个：0.02 和 0.5',
		same: '两种写法都取 0.5',
	},
	caption: {
		notebook: (of) =>
			`只有 30 个样本时，不加惩罚的网络过拟合了，两种惩罚都能补救：测试对数损失从 ${loss(of(30, 'none').testLoss)} 降到 ${loss(of(30, 'half').testLoss)}（λ/2）和 ${loss(of(30, 'over-2m').testLoss)}（λ/2m）。数据增加到十倍、两个 λ 都不动，λ/2 的力道丝毫未减，反而成了累赘：损失 ${loss(of(300, 'half').testLoss)}，而完全不加惩罚也不过 ${loss(of(300, 'none').testLoss)}。λ/2m 则自己松了手，损失 ${loss(of(300, 'over-2m').testLoss)}，与之相近。`,
		same: (of) =>
			`两种写法都取 λ = 0.5，λ/2 下便什么也学不到：权重全被拉到零，网络处处回答 ½，无论 30 个还是 300 个样本，测试对数损失都是 ${loss(of(30, 'half').testLoss)}。同一个 0.5 放在 λ/2m 里，30 个样本时拉力只有它的三十分之一，300 个样本时只有三百分之一，损失依次为 ${loss(of(30, 'over-2m').testLoss)} 和 ${loss(of(300, 'over-2m').testLoss)}。`,
	},
	testLine: (run) => `测试对数损失 ${loss(run.testLoss)} · 准确率 ${share(run.testAccuracy)}`,
	objectiveLine: (run) => `目标函数 ${loss(run.objective)}`,
	boundaryLabel: (run) => `决策边界：${setting(run)}；${result(run)}。`,
	flatLabel: (run) => `没有决策边界，网络处处回答二分之一：${setting(run)}；${result(run)}。`,
	flatNote: '没有边界：处处为 ½',
	keyClass: ['类别 0', '类别 1'],
	keyLine: '底色深浅：网络给类别 1 的概率。粗线：概率恰为 ½ 之处。',
	tracesTitle: '训练过程中的目标函数',
	tracesLabel: (runs) =>
		`折线图：目标函数随训练轮数的变化。终值：${runs.map((run) => `${loss(run.objective)}（${setting(run)}）`).join('；')}。`,
	epochAxis: '训练轮数',
	objectiveAxis: '目标函数 J（对数刻度）',
	traceName: (run) => `${penalty[run.penalty]}，m = ${number(run.m)}`,
	origin: { precomputed: '预先算好', computed: '刚刚算出', cached: '取自缓存' },
	originWithTime: (origin, milliseconds) => `${figure.origin[origin]}，用时 ${duration(milliseconds)}`,
	originHelp: {
		precomputed: '制作本页时训练的结果',
		computed: '刚刚在边缘节点上训练得出',
		cached: '边缘节点此前训练过，直接取出结果',
	},
	train: '现在就在边缘节点上训练',
	cancel: '取消',
	trainHelp: '六次训练，每次 30,000 轮，由提供本页的服务器依次完成。',
	training: '训练中……',
	progressLabel: '已完成的训练',
	progress: (done, total) => `已完成 ${number(done)} 个，共 ${number(total)} 个`,
	total: ({ computed, cached, milliseconds }) =>
		`${number(computed + cached)} 次训练共用时 ${duration(milliseconds)}：现算 ${number(computed)} 个，取自缓存 ${number(cached)} 个。`,
	sameAsPrecomputed: '所有数字都与预先算好的结果一致。',
	differsFromPrecomputed: '当前服务所用的引擎与预先计算时的不同，结果因此有别。',
	cancelled: (done, total) => `已取消：${number(total)} 次训练完成了 ${number(done)} 次，其余仍是预先算好的结果。`,
	failedTitle: (done, total) => `训练中断：${number(total)} 次完成了 ${number(done)} 次`,
	failure: (failure) => `${whatFailed(failure)}尚未收到的部分，仍显示预先算好的结果。`,
	resultLink: 'JSON',
	resultLinkLabel: (run) => `这次训练的 JSON：${setting(run)}`,
	table: {
		summary: '图中数据一览',
		caption: '六次训练结束时的数值',
		columns: {
			m: 'm',
			penalty: '惩罚',
			lambda: 'λ',
			dataLoss: '数据损失',
			penaltyValue: '惩罚值',
			objective: '目标函数',
			testLoss: '测试对数损失',
			testAccuracy: '测试准确率',
			origin: '来源',
		},
	},
	setupHtml:
		'数据为两弯新月，噪声 0.3；网络为 2–16–8–4–2–1，激活函数 ReLU；全批量梯度下降，<i>η</i> = 0.005，共 30,000 轮，与原笔记本相同。测试用另外 1,000 个样本，测试损失不含惩罚。数据和初始权重都只抽取了一次：此图旨在说明，不是证明。',
};

function whatFailed(failure: FailureFacts): string {
	switch (failure.kind) {
		case 'unreachable':
			return '连接不上 API。请检查网络，然后再按一次按钮。';
		case 'timeout':
			return `API 在 ${duration(failure.seconds * 1000)}内没有答复，可能正忙，请稍后再试。`;
		case 'unreadable':
			return `收到的答复（状态码 ${failure.status}）不是训练结果，当前页面可能没有与 API 一同部署。`;
		case 'busy':
			return failure.retryAfterSeconds === null
				? '短时间内请求的训练太多，请过一分钟再按一次按钮。'
				: `短时间内请求的训练太多，请过 ${duration(failure.retryAfterSeconds * 1000)}再按一次按钮。`;
		case 'refused':
			return `API 拒绝了这次训练（状态码 ${failure.status}）：“${failure.detail}”。页面可能比 API 旧，请刷新后再试。`;
		case 'broken':
			return `API 出错了（状态码 ${failure.status}），问题在服务器一方，请稍后再试。`;
		default:
			return failure satisfies never;
	}
}

export const zh: Text = {
	siteName: 'λ/2m',
	pageTitle: 'λ 为什么要除以 2m？谈 L2 惩罚的缩放',
	description: `神经网络的 L2 惩罚为什么要除以 2 和 m？一篇每个论断都能运行的文章，一个涵盖 ${LIBRARY_IDS.length} 个库的换算器，一个 API。`,
	skip: '跳到正文',
	languageNavigation: '语言',
	theme: { legend: '配色', system: '自动', light: '浅色', dark: '深色' },
	titleHtml: '<i>λ</i> 为什么要除以 2<i>m</i>？',
	deckHtml: '网络的目标函数里，权重平方和的下面压着一个 2 和一个 <i>m</i>。它们各有什么用？没有又会怎样？',
	equation: {
		label: '式 (1)：带 L2 惩罚的目标函数',
		number: '(1)',
		symbolsHtml:
			'<i>m</i>：训练样本数；<i>ℓ</i>：单个样本的预测 <i>ŷ</i> 相对其标签 <i>y</i> 的损失；<i>W</i><sup>(<i>l</i>)</sup>：第 <i>l</i> 层的权重，偏置 <i>b</i> 不在其内；<i>λ</i>：惩罚的强度。',
	},
	figure,
	footer: {
		licenceHtml: '自由软件，以 <a href="https://spdx.org/licenses/MIT.html" rel="license">MIT 许可证</a>发布。',
		sourcesTitle: '出处',
		article: 'Palachy：“Understanding the scaling of L² regularization”',
		notebook: '笔记本 l2.ipynb',
		apiTitle: 'API',
	},
	problem: {
		kind: 'API 的问题',
		description: (title) => `${title}：λ/2m 的 API 何时这样回答，该怎么办。`,
		remedyTitle: '怎么办',
		typeTitle: '在程序里怎样识别',
		requestTitle: '一个会遇到它的请求',
	},
	notFound: {
		title: '这里什么也没有',
		body: '这个地址没有对应的页面，可能是输错了，也可能是页面已经搬走。',
		home: '回到首页',
	},
};
