import { at } from '../../at.ts';
import { bootstrap, mean, meanOf } from '../../statistics.ts';
import { defineExperiment, testLossOf } from '../experiment.ts';
import { AXES, columnsOf } from '../figure.ts';
import { formatWithInterval } from '../formatEstimate.ts';
import { combinations, range, tabulate } from '../shared/combinations.ts';
import { moonsNet } from '../shared/moonsNet.ts';
import { seedParameters } from '../shared/seeds.ts';

const JITTERS = [0, 0.1, 0.2, 0.4] as const;
const LAMBDAS = [0, 0.03, 0.1, 0.3, 1] as const;
const RATES = [0.1, 0.3] as const;
const M = 100;

/** Claim 16: what weight decay and dropout still gain where the inputs are jittered. */
export const augmentation = defineExperiment({
	name: 'augmentation',
	claims: [16],
	status: 'measured',
	title: { en: 'Weight decay and dropout beside augmentation', zh: '数据增强之外的权重衰减与 dropout' },
	claim: {
		en: 'With enough augmentation weight decay and dropout stop helping (Hernández-García & König, arXiv 1806.03852).',
		zh: '数据增强足够强时，权重衰减与 dropout 不再有帮助（Hernández-García & König，arXiv 1806.03852）。',
	},
	parameters: { ...seedParameters(4, 32, 10, 'Training samples and initial weights') },
	specs: ({ seeds, firstSeed }) => [
		...[...combinations(JITTERS, LAMBDAS, range(seeds, firstSeed))].map(([inputNoise, lambda, seed]) =>
			moonsNet({ m: M, seed, penalty: { lambda }, regularizers: regularizeWith(inputNoise, 0, seed) }),
		),
		...[...combinations(JITTERS, RATES, range(seeds, firstSeed))].map(([inputNoise, dropout, seed]) =>
			moonsNet({ m: M, seed, regularizers: regularizeWith(inputNoise, dropout, seed) }),
		),
	],
	measure({ seeds }, runs) {
		const cells = JITTERS.length * LAMBDAS.length * seeds;
		const decay = tabulate(runs.slice(0, cells), [JITTERS.length, LAMBDAS.length, seeds], testLossOf);
		const dropout = tabulate(runs.slice(cells), [JITTERS.length, RATES.length, seeds], testLossOf);
		const average = (losses: readonly number[], sample: readonly number[]) =>
			mean(sample.map((seed) => at(losses, seed)));
		/** Test loss without it, less the best with it: what it gains. */
		const gain = (jitter: number, choices: number[][]) =>
			bootstrap(seeds, (sample) => {
				const without = average(at(at(decay, jitter), 0), sample);
				return without - Math.min(without, ...choices.map((losses) => average(losses, sample)));
			});
		const decayGain = JITTERS.map((_, jitter) => gain(jitter, at(decay, jitter).slice(1)));
		const dropoutGain = JITTERS.map((_, jitter) => gain(jitter, at(dropout, jitter)));
		const last = JITTERS.length - 1;
		return {
			measured: {
				decayGainWithout: at(decayGain, 0),
				decayGainAt02: at(decayGain, 2),
				decayGainAt04: at(decayGain, last),
				dropoutGainWithout: at(dropoutGain, 0),
				dropoutGainAt02: at(dropoutGain, 2),
				dropoutGainAt04: at(dropoutGain, last),
				lossWithJitterAlone: meanOf(at(at(decay, 2), 0)),
				lossWithDecayAlone: bootstrap(seeds, (sample) =>
					Math.min(...at(decay, 0).map((losses) => average(losses, sample))),
				),
			},
			figure: {
				kind: 'curves',
				x: { ...AXES.lambda, scale: 'category' },
				y: AXES.testLoss,
				series: JITTERS.map((jitter, i) => ({
					label: { en: `jitter ${jitter}`, zh: `扰动 ${jitter}` },
					draw: 'line' as const,
					x: [...LAMBDAS],
					...columnsOf(at(decay, i).map(meanOf)),
				})),
			},
		};
	},
	sentence: (found) => ({
		en: `The best weight decay lowers the test loss by ${formatWithInterval(found.decayGainWithout, 2)} without jitter, by ${formatWithInterval(found.decayGainAt02, 2)} beside jitter of 0.2 and by ${formatWithInterval(found.decayGainAt04, 2)} beside 0.4; dropout by ${formatWithInterval(found.dropoutGainWithout, 2)}, ${formatWithInterval(found.dropoutGainAt02, 2)} and ${formatWithInterval(found.dropoutGainAt04, 2)}.`,
		zh: `最佳权重衰减使测试损失下降：无扰动时 ${formatWithInterval(found.decayGainWithout, 2)}，扰动 0.2 时 ${formatWithInterval(found.decayGainAt02, 2)}，扰动 0.4 时 ${formatWithInterval(found.decayGainAt04, 2)}；dropout 依次为 ${formatWithInterval(found.dropoutGainWithout, 2)}、${formatWithInterval(found.dropoutGainAt02, 2)}、${formatWithInterval(found.dropoutGainAt04, 2)}。`,
	}),
	expectations: [
		{
			measured: 'decayGainAt04',
			text: { en: 'decay stops helping as jitter grows', zh: '扰动增大后衰减不再有帮助' },
			from: 0,
			to: 0.01,
		},
	],
});

const regularizeWith = (inputNoise: number, dropout: number, seed: number) => ({
	inputNoise,
	dropout,
	...((inputNoise > 0 || dropout > 0) && { seed }),
});
