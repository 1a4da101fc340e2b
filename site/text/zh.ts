import { LIBRARY_IDS } from '../../src/schema/libraryIds.ts';
import type { Text } from './text.ts';

export const zh: Text = {
	siteName: 'λ/2m',
	pageTitle: 'λ 为什么要除以 2m？谈 L2 惩罚的写法',
	description: `神经网络的 L2 惩罚为什么要除以 2 和 m？一篇每个论断都能运行的文章，一个收有 ${LIBRARY_IDS.length} 种写法的换算器，一个 API。`,
	skip: '跳到正文',
	languageNavigation: '语言',
	theme: { legend: '配色', system: '自动', light: '浅色', dark: '深色' },
	titleHtml: '<i>λ</i> 为什么要除以 2<i>m</i>？',
	deckHtml:
		'许多课程和论文把权重惩罚除以 2<i>m</i>，却很少说为什么。改变数据的多少，看看 <i>m</i> 有什么用；2 的来历，下文再说。',
	equation: {
		label: '式（1）：带 L2 惩罚的目标函数',
		number: '（1）',
		symbolsHtml:
			'<i>m</i>：训练样本数；<i>ℓ</i>：单个样本的预测 <i>ŷ</i> 相对其标签 <i>y</i> 的损失；<i>W</i><sup>(<i>l</i>)</sup>：第 <i>l</i> 层的权重，偏置 <i>b</i> 不在其内；<i>λ</i>：惩罚的强度。',
	},
	boundaryKey: { classes: ['类别 0', '类别 1'], line: '底色深浅：网络给类别 1 的概率。粗线：概率恰为 ½ 之处。' },
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
		repairedTitle: '改正之后',
	},
	notFound: {
		title: '这里什么也没有',
		body: '这个地址没有对应的页面，可能是输错了，也可能是页面已经搬走。',
		home: '回到首页',
	},
};
