import { at } from '../../at.ts';
import { inDocument } from '../../inDocument.ts';
import { bootstrapAll, mean, meanOf, slope, smoothArgmin } from '../../statistics.ts';
import { defineExperiment, type ExpectationsOf, testLossOf } from '../experiment.ts';
import { axis, columnsOf } from '../figure.ts';
import { formatWithInterval } from '../formatEstimate.ts';
import { combinations, range, tabulate } from '../shared/combinations.ts';
import { markMinimum } from '../shared/markMinimum.ts';
import { moonsSample } from '../shared/moonsNet.ts';
import { seedParameters } from '../shared/seeds.ts';

const SIZES = [100, 200, 400, 800, 1600] as const;
const DECAYS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3] as const;
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
	parameters: { ...seedParameters(2, 32, 8, inDocument('Training samples and initial weights')) },
	specs: ({ seeds, firstSeed }) =>
		[...combinations(SIZES, DECAYS, range(seeds, firstSeed))].map(([m, decay, seed]) => ({
			data: moonsSample(m, seed),
			network: { hidden: [32], activation: 'tanh' as const },
			init: { kind: 'lecun-normal' as const, seed },
			optimizer: { kind: 'adam' as const, learningRate: LEARNING_RATE },
			penalty: { lambda: decay, scaling: 'half' as const, application: 'decoupled' as const },
			training: { epochs: EPOCHS, batchSize: BATCH, shuffleSeed: seed, recordEvery: EPOCHS },
		})),
	measure({ seeds }, runs) {
		const losses = tabulate(runs, [SIZES.length, DECAYS.length, seeds], testLossOf);
		const logs = DECAYS.map(Math.log);
		const curve = (size: number, sample: readonly number[]) =>
			at(losses, size).map((of) => mean(sample.map((seed) => at(of, seed))));
		const found = bootstrapAll(seeds, (sample) => {
			const bests = SIZES.map((_, size) => smoothArgmin(logs, curve(size, sample)));
			return { bests, slope: slope(SIZES.map(Math.log), bests) };
		});
		const timescaleAt = (size: number) =>
			found(({ bests }) => BATCH / (LEARNING_RATE * Math.exp(at(bests, size)) * at(SIZES, size)));
		return {
			measured: {
				exponent: found((each) => -each.slope),
				epochsAt100: timescaleAt(0),
				epochsAt1600: timescaleAt(SIZES.length - 1),
				// Where this interval is not 0, those above are cut off at the grid.
				sizesAtGridEnd: found(({ bests }) => bests.filter((best) => best === logs[0] || best === logs.at(-1)).length),
			},
			figure: {
				kind: 'curves',
				x: axis({ en: 'timescale 1/(η·wd) in epochs', zh: '时间尺度 1/(η·wd)（轮次）' }, 'logarithmic'),
				y: axis({ en: 'test loss', zh: '测试损失' }),
				series: [
					...SIZES.map((m, size) => ({
						label: { en: `m = ${m}`, zh: `m = ${m}` },
						draw: 'line' as const,
						x: timescales(m),
						...columnsOf(at(losses, size).map(meanOf)),
					})),
					...SIZES.map((m, size) => markMinimum(`m = ${m}`, timescales(m), curve(size, range(seeds)))),
				],
			},
		};
	},
	sentence: ({ exponent, epochsAt100, epochsAt1600, sizesAtGridEnd }) => {
		const isCut = (sizesAtGridEnd.high ?? 0) > 0;
		return {
			en: `AdamW’s best decay falls as m⁻ᵖ with p = ${formatWithInterval(exponent, 2)}, where a timescale constant in epochs would give 1 and one constant in steps 0; the best timescale (marked) goes from ${formatWithInterval(epochsAt100, 2)} epochs at m = 100 to ${formatWithInterval(epochsAt1600, 2)} at 1,600. ${isCut ? 'In more than 1 of 40 resamples a best decay lies at an end of the grid from 0.001 to 3: the intervals are cut off there and may be wider.' : 'The grid of decays from 0.001 to 3 is wide enough for the intervals: in fewer than 1 of 40 resamples a best one lies at its end.'}`,
			zh: `AdamW 的最佳衰减按 m⁻ᵖ 下降，p = ${formatWithInterval(exponent, 2)}；以轮次计恒定对应 1，以步数计恒定对应 0。最佳时间尺度（图中标出）从 m = 100 时的 ${formatWithInterval(epochsAt100, 2)} 轮变为 1,600 时的 ${formatWithInterval(epochsAt1600, 2)} 轮。${isCut ? '超过四十分之一的重抽样中，最佳衰减落在网格（0.001 到 3）的端点：区间在此被截断，实际可能更宽。' : '衰减系数的网格（0.001 到 3）对区间而言足够宽：最佳值落在端点的重抽样不到四十分之一。'}`,
		};
	},
});

export const expectations: ExpectationsOf<typeof adamwTimescale> = [
	{
		measured: 'exponent',
		text: { en: 'timescale constant in epochs: p = 1', zh: '时间尺度以轮次计恒定：p = 1' },
		from: 0.6,
		to: 1.3,
		of: 'whole',
	},
	{
		measured: 'sizesAtGridEnd',
		text: { en: 'no best decay at an end of the grid', zh: '最佳衰减都不在网格端点' },
		from: 0,
		to: 0,
	},
];

/** The grid of decays as timescales in epochs. */
const timescales = (m: number) => DECAYS.map((decay) => BATCH / (LEARNING_RATE * decay * m));
