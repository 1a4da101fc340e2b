import { at } from '../../at.ts';
import { bootstrap, mean, meanOf, slope, smoothArgmin } from '../../statistics.ts';
import { defineExperiment, testLossOf } from '../experiment.ts';
import { axis, columnsOf } from '../figure.ts';
import { formatWithInterval } from '../formatEstimate.ts';
import { combinations, range, tabulate } from '../shared/combinations.ts';
import { MOONS_NOISE, TEST_ROWS } from '../shared/moonsNet.ts';
import { seedParameters } from '../shared/seeds.ts';

const SIZES = [100, 200, 400, 800, 1600] as const;
const DECAYS = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3] as const;
const BATCH = 25;
const LEARNING_RATE = 0.01;
const EPOCHS = 400;

/** Claim 22: AdamW's memory is τ = 1/(η·wd) steps; if its best length in epochs is constant, the best wd falls as 1/m. */
export const adamwTimescale = defineExperiment({
	name: 'adamw-timescale',
	claims: [22],
	status: 'measured',
	title: { en: 'AdamW’s best decay as data grow', zh: '数据增长时 AdamW 的最佳衰减' },
	claim: {
		en: 'AdamW’s best timescale τ = 1/(η·wd), counted in epochs, stays about constant as the data grow, so its decay falls as 1/m (Wang & Aitchison, ICML 2025).',
		zh: 'AdamW 的最佳时间尺度 τ = 1/(η·wd) 以轮次计时大致恒定，因此衰减系数随数据量按 1/m 下降（Wang & Aitchison，ICML 2025）。',
	},
	parameters: { ...seedParameters(4, 32, 8, 'Training samples and initial weights') },
	specs: ({ seeds, firstSeed }) =>
		[...combinations(SIZES, DECAYS, range(seeds, firstSeed))].map(([m, decay, seed]) => ({
			data: { kind: 'moons' as const, m, noise: MOONS_NOISE, seed, test: { m: TEST_ROWS, seed: 10_001 } },
			network: { hidden: [32], activation: 'tanh' as const },
			init: { kind: 'lecun-normal' as const, seed },
			optimizer: { kind: 'adam' as const, learningRate: LEARNING_RATE },
			penalty: { lambda: decay, scaling: 'half' as const, application: 'decoupled' as const },
			training: { epochs: EPOCHS, batchSize: BATCH, shuffleSeed: seed, recordEvery: EPOCHS },
		})),
	measure({ seeds }, runs) {
		const losses = tabulate(runs, [SIZES.length, DECAYS.length, seeds], testLossOf);
		const logs = DECAYS.map(Math.log);
		const best = (size: number, sample: readonly number[]) =>
			smoothArgmin(
				logs,
				at(losses, size).map((of) => mean(sample.map((seed) => at(of, seed)))),
			);
		const exponent = bootstrap(
			seeds,
			(sample) =>
				-slope(
					SIZES.map(Math.log),
					SIZES.map((_, size) => best(size, sample)),
				),
		);
		const timescale = SIZES.map((m, size) =>
			bootstrap(seeds, (sample) => 1 / (LEARNING_RATE * Math.exp(best(size, sample))) / (m / BATCH)),
		);
		return {
			measured: {
				exponent,
				epochsAt100: at(timescale, 0),
				epochsAt1600: at(timescale, SIZES.length - 1),
			},
			figure: {
				kind: 'curves',
				x: axis({ en: 'timescale 1/(η·wd) in epochs', zh: '时间尺度 1/(η·wd)（轮次）' }, 'logarithmic'),
				y: axis({ en: 'test loss', zh: '测试损失' }),
				series: SIZES.map((m, size) => ({
					label: { en: `m = ${m}`, zh: `m = ${m}` },
					draw: 'line' as const,
					x: DECAYS.map((decay) => BATCH / (LEARNING_RATE * decay * m)),
					...columnsOf(at(losses, size).map(meanOf)),
				})),
			},
		};
	},
	sentence: ({ exponent, epochsAt100, epochsAt1600 }) => ({
		en: `AdamW’s best decay falls as m⁻ᵖ with p = ${formatWithInterval(exponent, 2)}, where a timescale constant in epochs would give 1 and one constant in steps 0; the best timescale goes from ${formatWithInterval(epochsAt100, 2)} epochs at m = 100 to ${formatWithInterval(epochsAt1600, 2)} at 1,600.`,
		zh: `AdamW 的最佳衰减按 m⁻ᵖ 下降，p = ${formatWithInterval(exponent, 2)}；以轮次计恒定对应 1，以步数计恒定对应 0。最佳时间尺度从 m = 100 时的 ${formatWithInterval(epochsAt100, 2)} 轮变为 1600 时的 ${formatWithInterval(epochsAt1600, 2)} 轮。`,
	}),
	expectations: [
		{
			measured: 'exponent',
			text: { en: 'timescale constant in epochs: p = 1', zh: '时间尺度以轮次计恒定：p = 1' },
			from: 0.6,
			to: 1.3,
		},
	],
});
