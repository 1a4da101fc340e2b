import * as z from 'zod';
import { at } from '../../at.ts';
import { inDocument } from '../../inDocument.ts';
import { meanOf } from '../../statistics.ts';
import { defineExperiment, type ExpectationsOf, testLossOf } from '../experiment.ts';
import { axis, columnsOf } from '../figure.ts';
import { formatWithInterval } from '../formatEstimate.ts';
import { range } from '../shared/combinations.ts';
import { moonsNet } from '../shared/moonsNet.ts';
import { seedParameters } from '../shared/seeds.ts';

const LAMBDAS = [0, 0.03, 0.1, 0.3, 1, 3] as const;
const CHOSEN = LAMBDAS.indexOf(0.3);

/** Claim 12: regularization is for the generalization error; the training error pays for it. */
export const overfitting = defineExperiment({
	name: 'overfitting',
	claims: [12],
	status: 'measured',
	title: { en: 'Training error up, generalization error down', zh: '训练误差上升，泛化误差下降' },
	claim: {
		en: 'A network without a penalty overfits; the penalty lowers the test loss and raises the training loss.',
		zh: '没有惩罚的网络会过拟合；惩罚项使测试损失下降、训练损失上升。',
	},
	parameters: {
		m: z.int().min(10).max(500).default(30).describe(inDocument('Training examples')),
		...seedParameters(4, 32, 16, inDocument('Training samples and initial weights')),
	},
	specs: ({ m, seeds, firstSeed }) =>
		LAMBDAS.flatMap((lambda) => range(seeds, firstSeed).map((seed) => moonsNet({ m, seed, penalty: { lambda } }))),
	measure({ seeds }, runs) {
		const overSeeds = (lambda: number, value: (index: number) => number) =>
			range(seeds).map((seed) => value(lambda * seeds + seed));
		const train = LAMBDAS.map((_, i) => overSeeds(i, (index) => at(runs, index).final.dataLoss ?? Number.NaN));
		const test = LAMBDAS.map((_, i) => overSeeds(i, (index) => testLossOf(runs[index])));
		const difference = (losses: number[][]) =>
			meanOf(at(losses, CHOSEN).map((loss, seed) => loss - at(at(losses, 0), seed)));
		return {
			measured: {
				trainWithout: meanOf(at(train, 0)),
				testWithout: meanOf(at(test, 0)),
				trainWith: meanOf(at(train, CHOSEN)),
				testWith: meanOf(at(test, CHOSEN)),
				trainChange: difference(train),
				testChange: difference(test),
			},
			figure: {
				kind: 'curves',
				x: axis('λ', 'category'),
				y: axis({ en: 'loss', zh: '损失' }, 'logarithmic'),
				series: [
					{ label: { en: 'training', zh: '训练' }, draw: 'line', x: [...LAMBDAS], ...columnsOf(train.map(meanOf)) },
					{ label: { en: 'test', zh: '测试' }, draw: 'line', x: [...LAMBDAS], ...columnsOf(test.map(meanOf)) },
				],
			},
		};
	},
	sentence: (found) => ({
		en: `With λ = 0.3 the test loss falls from ${formatWithInterval(found.testWithout)} to ${formatWithInterval(found.testWith)}, while the training loss rises from ${formatWithInterval(found.trainWithout, 2)} to ${formatWithInterval(found.trainWith, 2)}.`,
		zh: `λ = 0.3 时测试损失从 ${formatWithInterval(found.testWithout)} 降到 ${formatWithInterval(found.testWith)}，训练损失从 ${formatWithInterval(found.trainWithout, 2)} 升到 ${formatWithInterval(found.trainWith, 2)}。`,
	}),
});

export const expectations: ExpectationsOf<typeof overfitting> = [
	{
		measured: 'testChange',
		text: { en: 'the penalty lowers the test loss', zh: '惩罚项降低测试损失' },
		from: -100,
		to: -0.05,
		of: 'whole',
	},
	{
		measured: 'trainChange',
		text: { en: 'the penalty raises the training loss', zh: '惩罚项提高训练损失' },
		from: 0.01,
		to: 10,
		of: 'whole',
	},
];
