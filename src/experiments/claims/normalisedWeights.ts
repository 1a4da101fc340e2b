import * as z from 'zod';
import { at } from '../../at.ts';
import { drawDataSet } from '../../data/registry.ts';
import { inDocument } from '../../inDocument.ts';
import { selfContainedDataSchema } from '../../schema/data.ts';
import { mean, slope } from '../../statistics.ts';
import { defineExperiment, type ExpectationsOf } from '../experiment.ts';
import { AXES, axis, same } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';
import { MOONS_NOISE } from '../shared/moonsNet.ts';
import { type Turn, trainNormalised } from '../shared/normalisedNet.ts';
import { strengthParameter } from '../shared/strength.ts';

const LAMBDAS = [0.005, 0.01, 0.02, 0.05] as const;
/** Where the norms begin, for the trainings that must forget it. */
const STARTS = [0.25, 1, 4] as const;
const LAMBDA_OF_STARTS = 0.02;
/** Trainings last 8/(ηλ) steps, and the second half is looked at: the norm goes to its balance as e^(−4ηλ·steps). */
const MEMORIES = 8;
const HIDDEN = 16;
const BATCH = 10;
const M = 300;

/** One step of the network takes as long as the kernel takes for these. */
const FLOP_OF_A_STEP = 400_000;

/** Claim 21 in a network: each layer's weights are divided by their norm before use. */
export const normalisedWeights = defineExperiment({
	name: 'normalised-weights',
	claims: [21],
	status: 'measured',
	title: { en: 'A network whose weights have no scale', zh: '权重没有尺度的网络' },
	claim: {
		en: 'In a network that divides each layer’s weights by their norm, decay cannot make the function simpler: the norms settle at the fourth root of η·E‖g‖²/2λ, with g the gradient at norm 1, wherever they began, and the weights turn by √(2ηλ) a step.',
		zh: '若网络使用前先把每层权重除以其范数，衰减就无法让函数变简单：不论从哪里开始，范数都会稳定在 η·E‖g‖²/2λ 的四次方根（g 为范数取 1 时的梯度），权重每步转动 √(2ηλ)。',
	},
	parameters: {
		learningRate: strengthParameter(0.5, 0.1, inDocument('η'), 0.05),
		seed: z
			.int()
			.min(0)
			.max(10_000)
			.default(1)
			.describe(inDocument('Seed of the data, the first weights and the batches')),
	},
	specs: () => [],
	computed: ({ learningRate }) => ({
		en: `a network 2-${HIDDEN}-1 of tanh with each layer’s weights divided by their norm (gains of 8), two moons (noise ${MOONS_NOISE}), m = ${M}, SGD (η = ${learningRate}) in random batches of ${BATCH}, L2 λ/2 with λ from ${LAMBDAS[0]} to ${LAMBDAS.at(-1)}, 8/(ηλ) steps`,
		zh: `2-${HIDDEN}-1 的 tanh 网络，每层权重先除以其范数（增益为 8），双月牙（噪声 ${MOONS_NOISE}），m = ${M}，SGD（η = ${learningRate}），随机小批量 ${BATCH}，L2 λ/2，λ 从 ${LAMBDAS[0]} 到 ${LAMBDAS.at(-1)}，共 8/(ηλ) 步`,
	}),
	arithmetic: ({ learningRate }) =>
		[...LAMBDAS, ...STARTS.map(() => LAMBDA_OF_STARTS)].reduce(
			(flop, lambda) => flop + (FLOP_OF_A_STEP * MEMORIES) / (learningRate * lambda),
			0,
		),
	measure({ learningRate, seed }) {
		const data = drawDataSet(
			selfContainedDataSchema.parse({ kind: 'moons', m: M, noise: MOONS_NOISE, seed, test: null }),
		).train;
		const settle = (lambda: number, norm: number) => {
			const steps = Math.ceil(MEMORIES / (learningRate * lambda));
			const training = { hidden: HIDDEN, batchSize: BATCH, learningRate, lambda, steps, seed, norm };
			const { hidden, output } = trainNormalised(data, training);
			return { hidden: settled(hidden), output: settled(output) };
		};
		const ofLambda = LAMBDAS.map((lambda) => settle(lambda, 1));
		const ofStart = STARTS.map((norm) => settle(LAMBDA_OF_STARTS, norm));
		const stated = LAMBDAS.map((lambda) => Math.sqrt(2 * learningRate * lambda));
		const layers = (['hidden', 'output'] as const).map((layer) => ofLambda.map((found) => found[layer]));
		const each = (ratio: (found: Settled, place: number) => number) => layers.flatMap((found) => found.map(ratio));
		const turnRatios = each(({ turn }, i) => turn / at(stated, i));
		const normRatios = each(
			({ norm, gradient }, i) => norm / ((learningRate * gradient) / (2 * at(LAMBDAS, i))) ** 0.25,
		);
		const norms = ofStart.map(({ hidden }) => hidden.norm);
		const series = (en: string, zh: string, draw: 'line' | 'points', y: number[]) => ({
			label: { en, zh },
			draw,
			x: [...LAMBDAS],
			y,
		});
		return {
			measured: {
				turn: { value: at(at(layers, 0), 0).turn },
				turnRatio: { value: mean(turnRatios) },
				leastTurnRatio: { value: Math.min(...turnRatios) },
				mostTurnRatio: { value: Math.max(...turnRatios) },
				exponent: {
					value: slope(
						LAMBDAS.map(Math.log),
						at(layers, 0).map(({ turn }) => Math.log(turn)),
					),
				},
				meanAngleRatio: { value: mean(each(({ angle }, i) => angle / at(stated, i))) },
				leastNormRatio: { value: Math.min(...normRatios) },
				mostNormRatio: { value: Math.max(...normRatios) },
				spreadOfStarts: { value: Math.max(...norms) / Math.min(...norms) },
			},
			figure: {
				kind: 'curves',
				x: AXES.lambda,
				y: axis({ en: 'turn a step', zh: '每步转角' }, 'logarithmic', 'rad'),
				series: [
					{ ...series('√(2ηλ)', '√(2ηλ)', 'line', stated), label: same('√(2ηλ)') },
					series(
						'hidden layer',
						'隐藏层',
						'points',
						at(layers, 0).map(({ turn }) => turn),
					),
					series(
						'output layer',
						'输出层',
						'points',
						at(layers, 1).map(({ turn }) => turn),
					),
				],
			},
		};
	},
	sentence: (found) => ({
		en: `Over a factor of ten in λ the root mean square of the turns is ${formatValue(found.leastTurnRatio, 4)} to ${formatValue(found.mostTurnRatio, 4)} times √(2ηλ) in both layers, so it grows as λ to the power ${formatValue(found.exponent)}; the mean turn is ${formatValue(found.meanAngleRatio, 2)} times it, since batches have gradients of different lengths. Norms are ${formatValue(found.leastNormRatio, 4)} to ${formatValue(found.mostNormRatio, 4)} times the formula, and from starts a factor of 16 apart they end within a factor of ${formatValue(found.spreadOfStarts)}.`,
		zh: `λ 相差十倍的范围内，两层每步转角的均方根都是 √(2ηλ) 的 ${formatValue(found.leastTurnRatio, 4)} 到 ${formatValue(found.mostTurnRatio, 4)} 倍，即随 λ 的 ${formatValue(found.exponent)} 次方增长；平均转角是它的 ${formatValue(found.meanAngleRatio, 2)} 倍，因为各批梯度长短不一。范数是公式的 ${formatValue(found.leastNormRatio, 4)} 到 ${formatValue(found.mostNormRatio, 4)} 倍；起点相差 16 倍，终点相差不超过 ${formatValue(found.spreadOfStarts)} 倍。`,
	}),
});

export const expectations: ExpectationsOf<typeof normalisedWeights> = [
	{ measured: 'turn', text: { en: '0.0316 within 5%', zh: '0.0316，误差 5%' }, from: 0.03, to: 0.0332 },
	{ measured: 'leastTurnRatio', text: { en: '√(2ηλ) within 5%', zh: '√(2ηλ)，误差 5%' }, from: 0.95, to: 1.05 },
	{ measured: 'mostTurnRatio', text: { en: '√(2ηλ) within 5%', zh: '√(2ηλ)，误差 5%' }, from: 0.95, to: 1.05 },
	{ measured: 'exponent', text: { en: '½', zh: '½' }, from: 0.47, to: 0.53 },
	{ measured: 'leastNormRatio', text: { en: 'the balance within 3%', zh: '平衡点，误差 3%' }, from: 0.97, to: 1.03 },
	{ measured: 'mostNormRatio', text: { en: 'the balance within 3%', zh: '平衡点，误差 3%' }, from: 0.97, to: 1.03 },
	{
		measured: 'spreadOfStarts',
		text: { en: 'about the same norm from starts 16 times apart', zh: '起点相差 16 倍，范数仍大致相同' },
		from: 1,
		to: 1.2,
	},
];

/** What a layer does once it has settled. */
interface Settled {
	norm: number;
	/** Root mean square of the angles, in radians, and their mean. */
	turn: number;
	angle: number;
	/** Mean square of the gradient's length at norm 1. */
	gradient: number;
}

/** The second half. */
function settled(turns: readonly Turn[]): Settled {
	const late = turns.slice(Math.floor(turns.length / 2));
	return {
		norm: mean(late.map(({ norm }) => norm)),
		turn: Math.sqrt(mean(late.map(({ angle }) => angle ** 2))),
		angle: mean(late.map(({ angle }) => angle)),
		gradient: mean(late.map(({ gradient }) => gradient ** 2)),
	};
}
