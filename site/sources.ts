/** The works that the page rests on. */
export const SOURCES = {
	article:
		'https://towardsdatascience.com/understanding-the-scaling-of-l%C2%B2-regularization-in-the-context-of-neural-networks-e3d25f8b50db',
	notebook: 'https://github.com/grez911/machine-learning/blob/master/l2.ipynb',
};
