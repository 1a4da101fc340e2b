import type { Verdict } from '../text/article/scoreboardText.ts';

/** The five options in the order of the article: where each is shown and tested, what it rests on, how it came out. */
export const OPTIONS: readonly {
	verdict: Verdict;
	/** Names of live figures, after `figure-`. */
	figures: readonly string[];
	experiments: readonly [string, ...string[]];
	/** Measured numbers of its sentence, by their address. */
	numbers: readonly { of: string; digits: number; percent?: true }[];
}[] = [
	{
		verdict: 'partly',
		figures: [],
		experiments: ['per-example-decay'],
		numbers: [
			{ of: 'per-example-decay/decayOfFull', digits: 3, percent: true },
			{ of: 'per-example-decay/decayOfOwnShareTimesM', digits: 3, percent: true },
		],
	},
	{
		verdict: 'holds',
		figures: ['ten-million-witnesses'],
		experiments: ['weight-of-one-example'],
		numbers: [
			{ of: 'weight-of-one-example/trainedInExamplesAt100', digits: 1 },
			{ of: 'weight-of-one-example/trainedInExamplesAt10000', digits: 1 },
		],
	},
	{
		verdict: 'partly',
		figures: ['new-or-same-rows'],
		experiments: ['duplicated-data'],
		numbers: [
			{ of: 'duplicated-data/netLossAt30', digits: 2 },
			{ of: 'duplicated-data/netLossCopies', digits: 2 },
			{ of: 'duplicated-data/netLossNewData', digits: 2 },
		],
	},
	{
		verdict: 'partly',
		figures: ['the-valley', 'cost-of-moving'],
		experiments: ['lambda-exponent', 'lambda-size-map', 'moving-lambda'],
		numbers: [
			{ of: 'moving-lambda/keepLambdaSgd', digits: 2 },
			{ of: 'moving-lambda/keepOverSqrtMSgd', digits: 2 },
			{ of: 'moving-lambda/keepOverMSgd', digits: 2 },
			{ of: 'moving-lambda/tasks', digits: 2 },
		],
	},
	{
		verdict: 'partly',
		figures: ['same-lambda-more-data'],
		experiments: ['notebook'],
		numbers: [{ of: 'notebook/values', digits: 3 }],
	},
];
