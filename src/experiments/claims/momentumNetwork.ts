import { at } from '../../at.ts';
import { inDocument } from '../../inDocument.ts';
import { bootstrapAll, mean, meanOf, smoothArgmin } from '../../statistics.ts';
import { defineExperiment, type ExpectationsOf, testLossOf } from '../experiment.ts';
import { AXES, columnsOf } from '../figure.ts';
import { formatWithInterval, sayLeftOut } from '../formatEstimate.ts';
import { combinations, range, tabulate } from '../shared/combinations.ts';
import { markMinimum } from '../shared/markMinimum.ts';
import { moonsSample } from '../shared/moonsNet.ts';
import { seedParameters } from '../shared/seeds.ts';

const M = 60;
const BATCH = 10;
const EPOCHS = 800;
const MOMENTUM = 0.9;
const LEARNING_RATE = 0.02;
const LAMBDAS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30] as const;

/** Steps of the same length in the long run: without momentum η is 1/(1−μ) times as large. */
const WAYS = [
	{
		label: { en: 'L2, no momentum', zh: 'L2，无动量' },
		optimizer: { kind: 'sgd', learningRate: LEARNING_RATE / (1 - MOMENTUM) },
		application: 'loss',
	},
	{
		label: { en: 'L2, momentum 0.9', zh: 'L2，动量 0.9' },
		optimizer: { kind: 'sgd', learningRate: LEARNING_RATE, momentum: MOMENTUM },
		application: 'loss',
	},
	{
		label: { en: 'SGDW, momentum 0.9', zh: 'SGDW，动量 0.9' },
		optimizer: { kind: 'sgd', learningRate: LEARNING_RATE, momentum: MOMENTUM },
		application: 'decoupled',
	},
] as const;

/** Claim 24, in a network: which λ is best with and without momentum, in the loss and beside the step. */
export const momentumNetwork = defineExperiment({
	name: 'momentum-network',
	claims: [24],
	status: 'measured',
	title: { en: 'The best λ of a network under momentum', zh: '有动量时网络的最佳 λ' },
	claim: {
		en: 'A network’s best λ in the loss with momentum μ at the rate η is that without it at η/(1−μ), and SGDW’s is 1/(1−μ) times as much, both to within a factor of 1.25.',
		zh: '惩罚放在损失里时，网络的最佳 λ 在动量 μ、学习率 η 下，就是无动量、学习率 η/(1−μ) 下的那个；SGDW 的则是它的 1/(1−μ) 倍：两者都在相差不超过 1.25 倍的意义上成立。',
	},
	parameters: { ...seedParameters(4, 32, 16, inDocument('Training samples, initial weights and shuffles')) },
	specs: ({ seeds, firstSeed }) =>
		[...combinations(WAYS, LAMBDAS, range(seeds, firstSeed))].map(([{ optimizer, application }, lambda, seed]) => ({
			data: moonsSample(M, seed),
			network: { hidden: [16], activation: 'tanh' as const },
			init: { kind: 'lecun-normal' as const, seed },
			optimizer,
			penalty: { lambda, application },
			training: {
				epochs: EPOCHS,
				batchSize: BATCH,
				shuffleSeed: seed,
				recordEvery: EPOCHS,
				learningRateDecay: 'linear' as const,
			},
		})),
	measure({ seeds }, runs) {
		const losses = tabulate(runs, [WAYS.length, LAMBDAS.length, seeds], testLossOf);
		const logs = LAMBDAS.map(Math.log);
		const curve = (way: number, sample: readonly number[]) =>
			at(losses, way).map((of) => mean(sample.map((seed) => at(of, seed))));
		const found = bootstrapAll(seeds, (sample) => WAYS.map((_, way) => smoothArgmin(logs, curve(way, sample))));
		const ratio = (way: number, to: number) => found((bests) => Math.exp(at(bests, way) - at(bests, to)));
		const inLoss = curve(1, range(seeds));
		const lossAtItsBest = (way: number) => at(at(losses, way), inLoss.indexOf(Math.min(...inLoss)));
		return {
			measured: {
				bestWithout: found((bests) => Math.exp(at(bests, 0))),
				bestWith: found((bests) => Math.exp(at(bests, 1))),
				bestBeside: found((bests) => Math.exp(at(bests, 2))),
				withOverWithout: ratio(1, 0),
				besideOverWith: ratio(2, 1),
				// Where this interval is not 0, those above are cut off at the grid.
				waysAtGridEnd: found((bests) => bests.filter((best) => best === logs[0] || best === logs.at(-1)).length),
				costOfSameLambda: meanOf(lossAtItsBest(2).map((loss, seed) => loss - at(lossAtItsBest(1), seed))),
			},
			figure: {
				kind: 'curves',
				x: AXES.lambda,
				y: AXES.testLoss,
				series: [
					...WAYS.map(({ label }, way) => ({
						label,
						draw: 'line' as const,
						x: [...LAMBDAS],
						...columnsOf(at(losses, way).map(meanOf)),
					})),
					...WAYS.map(({ label: { en, zh } }, way) => ({
						...markMinimum(en, LAMBDAS, curve(way, range(seeds))),
						label: { en: `${en}, best`, zh: `${zh}，最佳` },
					})),
				],
			},
		};
	},
	sentence: ({ bestWithout, bestWith, bestBeside, withOverWithout, besideOverWith, costOfSameLambda }) => {
		const [one, ten] = [sayLeftOut(withOverWithout, 1), sayLeftOut(besideOverWith, 10)];
		return {
			en: `The best λ in the loss is ${formatWithInterval(bestWithout)} without momentum and ${formatWithInterval(bestWith)} with 0.9, ${formatWithInterval(withOverWithout)} times as much${one.en}; SGDW’s is ${formatWithInterval(bestBeside)}, ${formatWithInterval(besideOverWith)} times that of the loss${ten.en}, where 1/(1−μ) is 10. Giving SGDW the λ that is best in the loss changes the test loss by ${formatWithInterval(costOfSameLambda)}.`,
			zh: `惩罚放在损失里，最佳 λ 在无动量时是 ${formatWithInterval(bestWithout)}，动量 0.9 时是 ${formatWithInterval(bestWith)}，为前者的 ${formatWithInterval(withOverWithout)} 倍${one.zh}；SGDW 的最佳 λ 是 ${formatWithInterval(bestBeside)}，为放在损失里时的 ${formatWithInterval(besideOverWith)} 倍${ten.zh}，而 1/(1−μ) 是 10。若把损失里最好的 λ 直接用于 SGDW，测试损失变化 ${formatWithInterval(costOfSameLambda)}。`,
		};
	},
});

export const expectations: ExpectationsOf<typeof momentumNetwork> = [
	{
		measured: 'withOverWithout',
		text: {
			en: 'about the same λ with and without momentum: a ratio of 1 to within a factor of 1.25',
			zh: '有无动量，λ 大致相同：比值为 1，相差不超过 1.25 倍',
		},
		from: 0.8,
		to: 1.25,
		of: 'whole',
	},
	{
		measured: 'besideOverWith',
		text: {
			en: 'SGDW needs about 1/(1 − 0.9) = 10 times the λ, to within a factor of 1.25',
			zh: 'SGDW 需要大约 1/(1 − 0.9) = 10 倍的 λ，相差不超过 1.25 倍',
		},
		from: 8,
		to: 12.5,
		of: 'whole',
	},
	{
		measured: 'waysAtGridEnd',
		text: { en: 'no best λ at an end of the grid', zh: '最佳 λ 都不在网格端点' },
		from: 0,
		to: 0,
	},
];
