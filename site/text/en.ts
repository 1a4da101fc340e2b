import { LIBRARY_IDS } from '../../src/schema/libraryIds.ts';
import { formatsIn } from './formats.ts';
import type { FailureFacts, FigureText, RunFacts, Text } from './text.ts';

const format = formatsIn('en');
const { loss, share, number, duration } = format;

const penalty: FigureText['penalty'] = { none: 'no penalty', half: 'λ/2 · ‖W‖²', 'over-2m': 'λ/2m · ‖W‖²' };
const spelled: FigureText['penalty'] = {
	none: 'no penalty',
	half: 'penalty λ over 2 times W squared',
	'over-2m': 'penalty λ over 2m times W squared',
};
const setting = (run: Pick<RunFacts, 'm' | 'penalty' | 'lambda'>) =>
	run.penalty === 'none'
		? `${number(run.m)} training examples, ${spelled.none}`
		: `${number(run.m)} training examples, ${spelled[run.penalty]}, λ = ${number(run.lambda)}`;
const result = (run: RunFacts) => `test log-loss ${loss(run.testLoss)}, accuracy ${share(run.testAccuracy)}`;

const figure: FigureText = {
	format,
	title: 'One network, two sample sizes, three objectives',
	penalty,
	size: (m) => `${number(m)} examples`,
	lambda: (lambda) => `λ = ${number(lambda)}`,
	choiceLegend: 'Which λ?',
	choice: {
		notebook: 'One for each scaling, as in the notebook: 0.02 and 0.5',
		same: 'The same for both: 0.5',
	},
	caption: {
		notebook: (of) =>
			`With 30 examples the bare network overfits, and both penalties mend it: the test log-loss falls from ${loss(of(30, 'none').testLoss)} to ${loss(of(30, 'half').testLoss)} under λ/2 and ${loss(of(30, 'over-2m').testLoss)} under λ/2m. With ten times the data and the same two λs, λ/2 still pulls as hard as before and now does harm: ${loss(of(300, 'half').testLoss)}, where no penalty at all gives ${loss(of(300, 'none').testLoss)}. λ/2m has eased off by itself and gives ${loss(of(300, 'over-2m').testLoss)}, close to that.`,
		same: (of) =>
			`With λ = 0.5 under both, λ/2 leaves nothing to see: it draws every weight to zero, and the network answers ½ everywhere, a test log-loss of ${loss(of(30, 'half').testLoss)} with 30 examples and with 300 alike. Under λ/2m the same 0.5 pulls 30 times more gently at 30 examples and 300 times more gently at 300: ${loss(of(30, 'over-2m').testLoss)}, then ${loss(of(300, 'over-2m').testLoss)}.`,
	},
	testLine: (run) => `test log-loss ${loss(run.testLoss)} · ${share(run.testAccuracy)} right`,
	objectiveLine: (run) => `objective ${loss(run.objective)}`,
	boundaryLabel: (run) => `Decision boundary: ${setting(run)}; ${result(run)}.`,
	flatLabel: (run) => `No decision boundary, the network answers one half everywhere: ${setting(run)}; ${result(run)}.`,
	flatNote: 'no boundary: ½ everywhere',
	keyClass: ['class 0', 'class 1'],
	keyLine: 'Shading: the probability that the network gives to class 1. Heavy line: where it is ½.',
	tracesTitle: 'The objective while training',
	tracesLabel: (runs) =>
		`Line chart of the objective over the epochs. It ends at ${runs.map((run) => `${loss(run.objective)} (${setting(run)})`).join('; ')}.`,
	epochAxis: 'epoch',
	objectiveAxis: 'objective J (log scale)',
	traceName: (run) => `${penalty[run.penalty]}, m = ${number(run.m)}`,
	origin: { precomputed: 'precomputed', computed: 'computed', cached: 'cached' },
	originWithTime: (origin, milliseconds) => `${figure.origin[origin]} in ${duration(milliseconds)}`,
	originHelp: {
		precomputed: 'Trained when this page was made',
		computed: 'Trained on the edge just now',
		cached: 'Trained on the edge before; answered from the store',
	},
	train: 'Train them on the edge now',
	cancel: 'Cancel',
	trainHelp: 'Six runs of 30,000 epochs, one after the other, on the server behind this page.',
	training: 'training…',
	progressLabel: 'Runs trained',
	progress: (done, total) => `${number(done)} of ${number(total)}`,
	total: ({ computed, cached, milliseconds }) =>
		`${number(computed + cached)} runs in ${duration(milliseconds)}: ${number(computed)} computed, ${number(cached)} from the cache.`,
	sameAsPrecomputed: 'Every number is the same as in the precomputed result.',
	differsFromPrecomputed: 'This deployment’s engine differs from the one that made the precomputed result.',
	cancelled: (done, total) =>
		`Cancelled after ${number(done)} of ${number(total)} runs. The others are the precomputed ones.`,
	failedTitle: (done, total) => `The training stopped after ${number(done)} of ${number(total)} runs`,
	failure: (failure) => `${whatFailed(failure)} Whatever had not arrived is still the precomputed result.`,
	resultLink: 'JSON',
	resultLinkLabel: (run) => `The run as JSON: ${setting(run)}`,
	table: {
		summary: 'The numbers behind the figure',
		caption: 'The six runs after their last epoch',
		columns: {
			m: 'm',
			penalty: 'penalty',
			lambda: 'λ',
			dataLoss: 'data loss',
			penaltyValue: 'penalty value',
			objective: 'objective',
			testLoss: 'test log-loss',
			testAccuracy: 'test accuracy',
			origin: 'result',
		},
	},
	setupHtml:
		'Two moons with noise 0.3; a ReLU network 2–16–8–4–2–1; full-batch gradient descent, <i>η</i> = 0.005 for 30,000 epochs, as in the notebook. Tested on 1,000 held-out examples, without the penalty. One draw of the data and one of the initial weights: an illustration, not a proof.',
};

function whatFailed(failure: FailureFacts): string {
	switch (failure.kind) {
		case 'unreachable':
			return 'The API could not be reached. Check your connection, then press the button again.';
		case 'timeout':
			return `The API did not answer within ${duration(failure.seconds * 1000)}. It may be busy; try again in a moment.`;
		case 'unreadable':
			return `What came back (status ${failure.status}) is not a run. This copy of the page may be served without its API.`;
		case 'busy':
			return failure.retryAfterSeconds === null
				? 'Too many trainings were asked for in a short time. Wait a minute, then press the button again.'
				: `Too many trainings were asked for in a short time. Press the button again in ${duration(failure.retryAfterSeconds * 1000)}.`;
		case 'refused':
			return `The API refused the run (status ${failure.status}): “${failure.detail}”. The page may be older than the API; reload it.`;
		case 'broken':
			return `The API failed (status ${failure.status}). That is its fault, not yours; try again in a moment.`;
		default:
			return failure satisfies never;
	}
}

export const en: Text = {
	siteName: 'λ/2m',
	pageTitle: 'Why λ over 2m? The scaling of the L2 penalty',
	description: `Why is the L2 penalty of a neural network divided by 2 and by m? An article whose every claim is an experiment that you can run, a converter for ${LIBRARY_IDS.length} libraries, and an API.`,
	skip: 'Skip to the content',
	languageNavigation: 'Language',
	theme: { legend: 'Colours', system: 'Auto', light: 'Light', dark: 'Dark' },
	titleHtml: 'Why <i>λ</i> over 2<i>m</i>?',
	deckHtml:
		'The squared weights in a network’s objective come with a 2 and an <i>m</i> below them. What each of the two is for, and what happens without.',
	equation: {
		label: 'Equation 1: the objective with its L2 penalty',
		number: '(1)',
		symbolsHtml:
			'<i>m</i> training examples; <i>ℓ</i> the loss of one prediction <i>ŷ</i> against its label <i>y</i>; <i>W</i><sup>(<i>l</i>)</sup> the weights of layer <i>l</i>, without the biases <i>b</i>; <i>λ</i> the strength.',
	},
	figure,
	footer: {
		licenceHtml: 'Free software under the <a href="https://spdx.org/licenses/MIT.html" rel="license">MIT licence</a>.',
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
	},
	notFound: {
		title: 'Nothing here',
		body: 'This address leads nowhere. It may have been mistyped, or the page has moved.',
		home: 'To the start page',
	},
};
