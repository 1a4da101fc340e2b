import type { Language } from '../../../src/language.ts';
import type { Status } from '../../../src/schema/experimentResult.ts';

/** What kind of evidence a claim has, in a word or three: what is proved is the theorem, what was run only checks it. */
export const STATUS_WORDS: Record<Language, Record<Status, string>> = {
	en: { proved: 'derived and checked', reproduced: 'reproduced', contested: 'conditional', measured: 'measured' },
	zh: { proved: '推导并验证', reproduced: '已复现', contested: '有条件', measured: '实测' },
};

/** What stands around the sections of the article. */
export interface ArticleText {
	contents: string;
	byHtml: string;
	updatedHtml: (date: string) => string;
	referencesTitle: string;
	citeTitle: string;
	citeIntro: string;
	licenceTitle: string;
	licenceHtml: string;
	feedback: string;
}

export const ARTICLE_TEXT: Record<Language, ArticleText> = {
	en: {
		contents: 'Contents',
		byHtml:
			'After Shay Palachy’s essay <a href="#reference-palachy">“Understanding the scaling of L² regularization in the context of neural networks”</a> and the <a href="#reference-notebook">notebook</a> that it ends on. The text is new, and every number that is ours comes from code that you can run.',
		updatedHtml: (date) => `Last updated: ${date}. `,
		referencesTitle: 'References',
		citeTitle: 'How to cite',
		citeIntro: 'In BibTeX:',
		licenceTitle: 'Licence',
		licenceHtml:
			'Text, figures and code are free under the <a href="https://spdx.org/licenses/MIT.html">MIT license</a>. The text is set in Source Serif 4 and STIX Two Math, both under the <a href="https://openfontlicense.org">SIL Open Font License</a>.',
		feedback: 'Found a mistake? Tell us',
	},
	zh: {
		contents: '目录',
		byHtml:
			'本文缘起于 Shay Palachy 的文章 <a href="#reference-palachy" lang="en">“Understanding the scaling of L² regularization in the context of neural networks”</a>，以及它结尾引用的<a href="#reference-notebook">笔记本</a>。这里的文字是新写的；凡是我们自己的数，都有代码，你可以自己重跑。',
		updatedHtml: (date) => `最近更新：${date}。`,
		referencesTitle: '参考文献',
		citeTitle: '如何引用',
		citeIntro: 'BibTeX：',
		licenceTitle: '许可',
		licenceHtml:
			'文字、图和代码以 <a href="https://spdx.org/licenses/MIT.html">MIT 许可证</a>发布。西文字体是 Source Serif 4，数学字体是 STIX Two Math，均采用 <a href="https://openfontlicense.org">SIL Open Font License</a>。',
		feedback: '发现错误？告诉我们',
	},
};
