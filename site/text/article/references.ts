import type { Text } from '../../../src/language.ts';

/** A work that the article rests on, as the reference list shows it. */
export interface Reference {
	/** How a sentence names it. */
	short: string;
	authors: string;
	year: number | null;
	title: string;
	venue: string;
	/** Null where we know no page of the work itself. */
	url: string | null;
	/** What it is to this article. */
	note?: Text;
}

const arxiv = (number: string) => `https://arxiv.org/abs/${number}`;

/** Every work that is cited, in the order of the list. */
export const REFERENCES = {
	palachy: {
		short: 'Palachy',
		authors: 'Shay Palachy',
		year: null,
		title: 'Understanding the scaling of L² regularization in the context of neural networks',
		venue: 'Towards Data Science.',
		note: { en: 'The essay that this article sets out from.', zh: '本文由此文出发。' },
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
	tikhonov: {
		short: 'Tikhonov 1963',
		authors: 'Andrey N. Tikhonov',
		year: 1963,
		title: 'Solution of Incorrectly Formulated Problems and the Regularization Method',
		venue: 'Soviet Mathematics Doklady 4, 1035–1038',
		url: null,
	},
	hoerl: {
		short: 'Hoerl & Kennard 1970',
		authors: 'Arthur E. Hoerl, Robert W. Kennard',
		year: 1970,
		title: 'Ridge Regression: Biased Estimation for Nonorthogonal Problems',
		venue: 'Technometrics 12(1), 55–67. doi:10.1080/00401706.1970.10488634',
		url: 'https://doi.org/10.1080/00401706.1970.10488634',
	},
	tibshirani: {
		short: 'Tibshirani 1996',
		authors: 'Robert Tibshirani',
		year: 1996,
		title: 'Regression Shrinkage and Selection via the Lasso',
		venue: 'Journal of the Royal Statistical Society B 58(1), 267–288. doi:10.1111/j.2517-6161.1996.tb02080.x',
		url: 'https://doi.org/10.1111/j.2517-6161.1996.tb02080.x',
	},
	hornik: {
		short: 'Hornik 1991',
		authors: 'Kurt Hornik',
		year: 1991,
		title: 'Approximation Capabilities of Multilayer Feedforward Networks',
		venue: 'Neural Networks 4(2), 251–257. doi:10.1016/0893-6080(91)90009-T',
		url: 'https://doi.org/10.1016/0893-6080(91)90009-T',
	},
	leshno: {
		short: 'Leshno et al. 1993',
		authors: 'Moshe Leshno, Vladimir Ya. Lin, Allan Pinkus, Shimon Schocken',
		year: 1993,
		title: 'Multilayer Feedforward Networks with a Nonpolynomial Activation Function Can Approximate Any Function',
		venue: 'Neural Networks 6(6), 861–867. doi:10.1016/S0893-6080(05)80131-5',
		url: 'https://doi.org/10.1016/S0893-6080(05)80131-5',
	},
	montufar: {
		short: 'Montúfar et al. 2014',
		authors: 'Guido Montúfar, Razvan Pascanu, Kyunghyun Cho, Yoshua Bengio',
		year: 2014,
		title: 'On the Number of Linear Regions of Deep Neural Networks',
		venue: 'Advances in Neural Information Processing Systems 27. arXiv:1402.1869',
		url: 'https://arxiv.org/abs/1402.1869',
	},
	srivastava: {
		short: 'Srivastava et al. 2014',
		authors: 'Nitish Srivastava, Geoffrey Hinton, Alex Krizhevsky, Ilya Sutskever, Ruslan Salakhutdinov',
		year: 2014,
		title: 'Dropout: A Simple Way to Prevent Neural Networks from Overfitting',
		venue: 'Journal of Machine Learning Research 15, 1929–1958',
		url: 'https://jmlr.org/papers/v15/srivastava14a.html',
	},
	bishop: {
		short: 'Bishop 1995',
		authors: 'Christopher M. Bishop',
		year: 1995,
		title: 'Training with Noise is Equivalent to Tikhonov Regularization',
		venue: 'Neural Computation 7(1), 108–116. doi:10.1162/neco.1995.7.1.108',
		url: 'https://doi.org/10.1162/neco.1995.7.1.108',
	},
	mackay: {
		short: 'MacKay 1992',
		authors: 'David J. C. MacKay',
		year: 1992,
		title: 'A Practical Bayesian Framework for Backpropagation Networks',
		venue: 'Neural Computation 4(3), 448–472. doi:10.1162/neco.1992.4.3.448',
		url: 'https://doi.org/10.1162/neco.1992.4.3.448',
	},
	krogh: {
		short: 'Krogh & Hertz 1992',
		authors: 'Anders Krogh, John A. Hertz',
		year: 1992,
		title: 'A Simple Weight Decay Can Improve Generalization',
		venue: 'Advances in Neural Information Processing Systems 4, 950–957',
		url: 'https://papers.nips.cc/paper/1991/hash/8eefcfdf5990e441f0fb6f3fad709e21-Abstract.html',
	},
	ng: {
		short: 'Andrew Ng’s course',
		authors: 'Andrew Ng',
		year: null,
		title: 'Improving Deep Neural Networks: Hyperparameter Tuning, Regularization and Optimization',
		venue: 'DeepLearning.AI, on Coursera',
		url: 'https://www.coursera.org/learn/deep-neural-network',
	},
} as const satisfies Record<string, Reference>;

export type ReferenceKey = keyof typeof REFERENCES;
