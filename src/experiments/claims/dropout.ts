import { at } from '../../at.ts';
import { inDocument } from '../../inDocument.ts';
import { meanOf } from '../../statistics.ts';
import { defineExperiment, type ExpectationsOf, testLossOf } from '../experiment.ts';
import { AXES, axis, columnsOf } from '../figure.ts';
import { formatWithInterval } from '../formatEstimate.ts';
import { combinations, range, tabulate } from '../shared/combinations.ts';
import { moonsNet } from '../shared/moonsNet.ts';
import { seedParameters } from '../shared/seeds.ts';

const RATES = [0, 0.1, 0.2, 0.3, 0.5, 0.7] as const;
const LAMBDAS = [0, 0.3] as const;
const M = 100;

/** Claim 18: dropout as a regularizer, alone and beside L2. */
export const dropout = defineExperiment({
	name: 'dropout',
	claims: [18],
	status: 'measured',
	title: { en: 'Dropout, alone and beside L2', zh: '单独使用与配合 L2 的 dropout' },
	claim: {
		en: 'Dropout regularizes: it lowers the test loss of a network without a penalty.',
		zh: 'dropout 是一种正则化：它能降低无惩罚网络的测试损失。',
	},
	parameters: { ...seedParameters(4, 32, 10, inDocument('Training samples and initial weights')) },
	specs: ({ seeds, firstSeed }) =>
		[...combinations(LAMBDAS, RATES, range(seeds, firstSeed))].map(([lambda, rate, seed]) =>
			moonsNet({ m: M, seed, penalty: { lambda }, regularizers: rate > 0 ? { dropout: rate, seed } : {} }),
		),
	measure({ seeds }, runs) {
		const losses = tabulate(runs, [LAMBDAS.length, RATES.length, seeds], testLossOf);
		const lossesAlone = at(losses, 0);
		const means = losses.map((rates) => rates.map(meanOf));
		const [alone = [], beside = []] = means;
		const least = (measured: typeof alone) =>
			measured.reduce((best, each) => (each.value < best.value ? each : best), { value: Number.POSITIVE_INFINITY });
		const bestRate = at(RATES, alone.indexOf(least(alone)));
		return {
			measured: {
				without: at(alone, 0),
				bestDropout: least(alone),
				bestRate: { value: bestRate },
				l2Alone: at(beside, 0),
				bestDropoutBesideL2: least(beside.slice(1)),
				change: meanOf(
					at(lossesAlone, RATES.indexOf(bestRate)).map((loss, seed) => loss - at(at(lossesAlone, 0), seed)),
				),
			},
			figure: {
				kind: 'curves',
				x: axis({ en: 'dropout rate', zh: 'dropout 比例' }),
				y: AXES.testLoss,
				series: LAMBDAS.map((lambda, i) => ({
					label: { en: `λ = ${lambda}`, zh: `λ = ${lambda}` },
					draw: 'line' as const,
					x: [...RATES],
					...columnsOf(at(means, i)),
				})),
			},
		};
	},
	sentence: (found) => ({
		en: `Dropout of ${found.bestRate.value} lowers the test loss from ${formatWithInterval(found.without)} to ${formatWithInterval(found.bestDropout)}; L2 with λ = 0.3 alone gives ${formatWithInterval(found.l2Alone)}, and the best of both ${formatWithInterval(found.bestDropoutBesideL2)}.`,
		zh: `比例为 ${found.bestRate.value} 的 dropout 把测试损失从 ${formatWithInterval(found.without)} 降到 ${formatWithInterval(found.bestDropout)}；单用 λ = 0.3 的 L2 为 ${formatWithInterval(found.l2Alone)}，两者并用最好为 ${formatWithInterval(found.bestDropoutBesideL2)}。`,
	}),
});

export const expectations: ExpectationsOf<typeof dropout> = [
	{
		measured: 'change',
		text: { en: 'dropout lowers the test loss', zh: 'dropout 降低测试损失' },
		from: -10,
		to: -0.01,
		of: 'whole',
	},
];
