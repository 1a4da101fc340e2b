import { LIBRARY_IDS } from '../../src/schema/libraryIds.ts';
import type { Text } from './text.ts';

export const en: Text = {
	siteName: 'λ/2m',
	pageTitle: 'Why λ over 2m? The scaling of the L2 penalty',
	description: `Why is the L2 penalty of a neural network divided by 2 and by m? An article whose every claim is an experiment that you can run, a converter between ${LIBRARY_IDS.length} spellings, and an API.`,
	skip: 'Skip to the content',
	languageNavigation: 'Language',
	theme: { legend: 'Colors', system: 'Auto', light: 'Light', dark: 'Dark' },
	titleHtml: 'Why <i>λ</i> over 2<i>m</i>?',
	deckHtml:
		'Many courses and papers divide the weight penalty by 2<i>m</i>; few say why. Change the amount of data, and watch what the <i>m</i> is for. The 2 comes below.',
	equation: {
		label: 'Equation 1: the objective with its L2 penalty',
		number: '(1)',
		symbolsHtml:
			'<i>m</i> training examples; <i>ℓ</i> the loss of one prediction <i>ŷ</i> against its label <i>y</i>; <i>W</i><sup>(<i>l</i>)</sup> the weights of layer <i>l</i>, without the biases <i>b</i>; <i>λ</i> the strength.',
	},
	boundaryKey: {
		classes: ['class 0', 'class 1'],
		line: 'Shading: the probability that the network gives to class 1. Heavy line: where it is ½.',
	},
	footer: {
		licenceHtml: 'Free software under the <a href="https://spdx.org/licenses/MIT.html" rel="license">MIT license</a>.',
		sourcesTitle: 'Sources',
		article: 'Palachy, “Understanding the scaling of L² regularization”',
		notebook: 'The notebook l2.ipynb',
		apiTitle: 'API',
	},
	problem: {
		kind: 'A problem of the API',
		description: (title) => `${title}: when the API of λ/2m says so, and what to do.`,
		remedyTitle: 'What to do',
		typeTitle: 'How to tell it in a program',
		requestTitle: 'A request that meets it',
		repairedTitle: 'The same, mended',
	},
	notFound: {
		title: 'Nothing here',
		body: 'This address leads nowhere. It may have been mistyped, or the page has moved.',
		home: 'To the start page',
	},
};
