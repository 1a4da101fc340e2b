/** A work that the article rests on, as the reference list shows it. */
interface Reference {
	/** How a sentence names it. */
	short: string;
	authors: string;
	year: number | null;
	title: string;
	venue: string;
	url: string;
}

const arxiv = (number: string) => `https://arxiv.org/abs/${number}`;

/** Every work that is cited, in the order of the list. */
export const REFERENCES = {
	palachy: {
		short: 'Palachy',
		authors: 'Shay Palachy',
		year: null,
		title: 'Understanding the scaling of L² regularization in the context of neural networks',
		venue: 'Towards Data Science. The essay that this article sets out from.',
		url: 'https://towardsdatascience.com/understanding-the-scaling-of-l%C2%B2-regularization-in-the-context-of-neural-networks-e3d25f8b50db',
	},
	grez: {
		short: 'grez',
		authors: 'grez',
		year: null,
		title: 'Answer to “Regularisation: why multiply by 1/2m?”',
		venue: 'Cross Validated, question 287920',
		url: 'https://stats.stackexchange.com/questions/287920/regularisation-why-multiply-by-1-2m',
	},
	notebook: {
		short: 'the notebook',
		authors: 'grez911',
		year: null,
		title: 'machine-learning: l2.ipynb',
		venue: 'GitHub',
		url: 'https://github.com/grez911/machine-learning/blob/master/l2.ipynb',
	},
	plaut: {
		short: 'Plaut, Nowlan & Hinton 1986',
		authors: 'David C. Plaut, Steven J. Nowlan, Geoffrey E. Hinton',
		year: 1986,
		title: 'Experiments on Learning by Back Propagation',
		venue: 'Carnegie Mellon University, technical report CMU-CS-86-126',
		url: 'https://pdfs.semanticscholar.org/5909/99a3b8e6e484260b671682c4f704e90bfdac.pdf',
	},
	hanson: {
		short: 'Hanson & Pratt 1988',
		authors: 'Stephen José Hanson, Lorien Y. Pratt',
		year: 1988,
		title: 'Comparing Biases for Minimal Network Construction with Back-Propagation',
		venue: 'Advances in Neural Information Processing Systems 1',
		url: 'https://pdfs.semanticscholar.org/f4ea/5a6ff3ffcd11ec2e6ed7828a7d41279fb3ad.pdf',
	},
	nowlan: {
		short: 'Nowlan & Hinton 1992',
		authors: 'Steven J. Nowlan, Geoffrey E. Hinton',
		year: 1992,
		title: 'Simplifying Neural Networks by Soft Weight-Sharing',
		venue: 'Neural Computation 4(4). doi:10.1162/neco.1992.4.4.473',
		url: 'https://doi.org/10.1162/neco.1992.4.4.473',
	},
	goodfellow: {
		short: 'Goodfellow, Bengio & Courville 2016',
		authors: 'Ian Goodfellow, Yoshua Bengio, Aaron Courville',
		year: 2016,
		title: 'Deep Learning, chapter 7: Regularization for Deep Learning',
		venue: 'MIT Press',
		url: 'https://www.deeplearningbook.org/contents/regularization.html',
	},
	keng: {
		short: 'Keng 2016',
		authors: 'Brian Keng',
		year: 2016,
		title: 'A Probabilistic Interpretation of Regularization',
		venue: 'Bounded Rationality',
		url: 'http://bjlkeng.github.io/posts/probabilistic-interpretation-of-regularization/',
	},
	kingma: {
		short: 'Kingma & Ba',
		authors: 'Diederik P. Kingma, Jimmy Ba',
		year: 2014,
		title: 'Adam: A Method for Stochastic Optimization',
		venue: 'arXiv:1412.6980',
		url: arxiv('1412.6980'),
	},
	loshchilov: {
		short: 'Loshchilov & Hutter',
		authors: 'Ilya Loshchilov, Frank Hutter',
		year: 2017,
		title: 'Decoupled Weight Decay Regularization',
		venue: 'arXiv:1711.05101',
		url: arxiv('1711.05101'),
	},
	xie: {
		short: 'Xie & Li',
		authors: 'Shuo Xie, Zhiyuan Li',
		year: 2024,
		title: 'Implicit Bias of AdamW: ℓ∞ Norm Constrained Optimization',
		venue: 'arXiv:2404.04454',
		url: arxiv('2404.04454'),
	},
	wang: {
		short: 'Wang & Aitchison',
		authors: 'Xi Wang, Laurence Aitchison',
		year: 2025,
		title: 'How to set AdamW’s weight decay as you scale model and dataset size',
		venue: 'ICML 2025. arXiv:2405.13698',
		url: arxiv('2405.13698'),
	},
	hernandez: {
		short: 'Hernández-García & König',
		authors: 'Alex Hernández-García, Peter König',
		year: 2018,
		title: 'Data augmentation instead of explicit regularization',
		venue: 'arXiv:1806.03852',
		url: arxiv('1806.03852'),
	},
	ali: {
		short: 'Ali, Kolter & Tibshirani',
		authors: 'Alnur Ali, J. Zico Kolter, Ryan J. Tibshirani',
		year: 2018,
		title: 'A Continuous-Time View of Early Stopping for Least Squares',
		venue: 'arXiv:1810.10082',
		url: arxiv('1810.10082'),
	},
	vanLaarhoven: {
		short: 'van Laarhoven 2017',
		authors: 'Twan van Laarhoven',
		year: 2017,
		title: 'L2 Regularization versus Batch and Weight Normalization',
		venue: 'arXiv:1706.05350',
		url: arxiv('1706.05350'),
	},
	kosson: {
		short: 'Kosson et al.',
		authors: 'Atli Kosson, Bettina Messmer, Martin Jaggi',
		year: 2023,
		title: 'Rotational Equilibrium: How Weight Decay Balances Learning Across Neural Networks',
		venue: 'arXiv:2305.17212',
		url: arxiv('2305.17212'),
	},
	dangelo: {
		short: 'D’Angelo et al.',
		authors: 'Francesco D’Angelo, Maksym Andriushchenko, Aditya Varre, Nicolas Flammarion',
		year: 2023,
		title: 'Why Do We Need Weight Decay in Modern Deep Learning?',
		venue: 'arXiv:2310.04415',
		url: arxiv('2310.04415'),
	},
} as const satisfies Record<string, Reference>;

export type ReferenceKey = keyof typeof REFERENCES;
