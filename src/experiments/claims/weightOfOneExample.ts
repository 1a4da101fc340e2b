import { at } from '../../at.ts';
import { ridge } from '../../convex/ridge.ts';
import { linearTeacher } from '../../data/linearTeacher.ts';
import { RandomState } from '../../data/randomState.ts';
import { drawDataSet } from '../../data/registry.ts';
import { inDocument } from '../../inDocument.ts';
import { decayCoefficient } from '../../penalty.ts';
import { linearTeacherSchema, selfContainedDataSchema } from '../../schema/data.ts';
import { penaltySchema } from '../../schema/objective.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { mean, meanOf, slope } from '../../statistics.ts';
import { defineExperiment, type ExpectationsOf, weightsOf } from '../experiment.ts';
import { AXES, axis, columnsOf } from '../figure.ts';
import { formatValue, formatWithInterval, sayLeftOut } from '../formatEstimate.ts';
import { range } from '../shared/combinations.ts';
import { exampleGradientLengths } from '../shared/exampleGradients.ts';
import { MOONS_NOISE } from '../shared/moonsNet.ts';
import { seedParameters } from '../shared/seeds.ts';
import { strengthParameter } from '../shared/strength.ts';

const FEATURES = 20;
const DRAWN = [1000, 10_000] as const;
/** Beyond memory the data’s gradient is not drawn: it is its expectation, to which the drawn ones converge. */
const EXPECTED = [100_000, 1_000_000, 10_000_000] as const;
const SIZES = [...DRAWN, ...EXPECTED] as const;

/** Examples of the trained networks, 2-8-1 tanh on noisy moons, and their λ under `over-2m`. */
const TRAINED = [100, 1000, 10_000] as const;
const NET_LAMBDA = 0.3;
/** Examples of the ridge problem that gets extra rows. */
const RIDGE_ROWS = 50;

/** Claim 9: beside m examples the penalty weighs like one; under λ/2 it weighs like all of them, however many. */
export const weightOfOneExample = defineExperiment({
	name: 'weight-of-one-example',
	claims: [9],
	status: 'measured',
	title: { en: 'A penalty that weighs as much as one example', zh: '分量相当于一个样本的惩罚项' },
	claim: {
		en: 'Under λ/2m the penalty’s share of the gradient falls as 1/m, like that of a single example; under λ/2 it stays. Ridge is least squares with d extra examples.',
		zh: '在 λ/2m 下，惩罚项在梯度中的占比按 1/m 下降，与单个样本相当；在 λ/2 下保持不变。岭回归就是多加 d 个样本的最小二乘。',
	},
	parameters: {
		lambda: strengthParameter(1000, 4, inDocument('λ')),
		...seedParameters(2, 32, 16, inDocument('Samples and initial weights of the trained networks')),
	},
	specs: ({ seeds, firstSeed }) => TRAINED.flatMap((m) => range(seeds, firstSeed).map((seed) => trainingSpec(m, seed))),
	computed: ({ lambda }) => ({
		en: `gradients of a linear model with ${FEATURES} inputs at random weights, on one linear teacher (noise 1); m = 10³ to 10⁷, from 10⁵ on in expectation; ridge on m = ${RIDGE_ROWS} of its examples; λ = ${lambda}`,
		zh: `线性模型（${FEATURES} 个输入）在随机权重处的梯度，数据来自一个线性教师模型（噪声 1）；m 从 10³ 到 10⁷，10⁵ 起取期望；另在其 m = ${RIDGE_ROWS} 个样本上做岭回归；λ = ${lambda}`,
	}),
	measure({ lambda, seeds, firstSeed }, runs) {
		const random = new RandomState(firstSeed + 1);
		const w = Array.from({ length: FEATURES }, () => random.gaussian());
		const draw = (m: number) =>
			linearTeacher(
				linearTeacherSchema.parse({
					kind: 'linear-teacher',
					m,
					noise: 1,
					seed: firstSeed,
					features: FEATURES,
					test: null,
				}),
			);
		const gradients = SIZES.map((m) => {
			if (m > 10_000) return Math.hypot(...w.map((value, j) => value - at(draw(1).teacher, j)));
			const { train } = draw(m);
			const residual = train.X.map((row, i) => row.reduce((sum, x, j) => sum + x * at(w, j), 0) - at(train.y, i));
			return Math.hypot(...w.map((_, j) => mean(train.X.map((row, i) => at(row, j) * at(residual, i)))));
		});
		const share = (scaling: 'half' | 'over-2m') =>
			SIZES.map((m, i) => {
				const d = decayCoefficient(penaltySchema.parse({ lambda, scaling }), { m, batchSize: m });
				return (d * Math.hypot(...w)) / at(gradients, i);
			});
		const [over2m, half] = [share('over-2m'), share('half')];
		const logs = SIZES.map(Math.log);

		// At the minimum of its objective the data’s gradient balances the penalty’s, whatever the scaling. The examples’ own
		// gradients do not vanish there: beside their mean length the penalty is weighed, for the share under λ/2 by m and seed.
		const trainedHalf = TRAINED.map((_, i) =>
			runs.slice(i * seeds, (i + 1) * seeds).map((run) => {
				const { train } = drawDataSet(selfContainedDataSchema.parse(run.spec.data));
				return (NET_LAMBDA * Math.hypot(...weightsOf(run))) / mean(exampleGradientLengths(run, train));
			}),
		);
		const trainedOver2m = trainedHalf.map((ofSize, i) => ofSize.map((share) => share / at(TRAINED, i)));
		const trainedLogs = TRAINED.map(Math.log);
		const trainedExponent = (shares: readonly number[][]) =>
			meanOf(
				range(seeds).map((k) => {
					const ofSeed = shares.map((of) => Math.log(at(of, k)));
					return slope(trainedLogs, ofSeed);
				}),
			);

		const { train } = draw(RIDGE_ROWS);
		const extra = Array.from({ length: FEATURES }, (_, i) =>
			Array.from({ length: FEATURES }, (_, j) => (i === j ? Math.sqrt(lambda) : 0)),
		);
		const [penalised, extended] = [
			ridge(train.X, train.y, lambda),
			ridge([...train.X, ...extra], [...train.y, ...extra.map(() => 0)], 0),
		];
		const difference = Math.max(...penalised.map((value, j) => Math.abs(value - at(extended, j))));
		return {
			measured: {
				exponentOver2m: { value: slope(logs, over2m.map(Math.log)) },
				exponentHalf: { value: slope(logs, half.map(Math.log)) },
				shareAtTenMillion: { value: over2m.at(-1) ?? Number.NaN },
				trainedExponentOver2m: trainedExponent(trainedOver2m),
				trainedExponentHalf: trainedExponent(trainedHalf),
				trainedInExamplesAt100: meanOf(at(trainedHalf, 0)),
				trainedInExamplesAt10000: meanOf(at(trainedHalf, 2)),
				extraRowsDifference: { value: difference },
			},
			figure: {
				kind: 'curves',
				x: AXES.m,
				y: axis({ en: 'penalty’s gradient ÷ data’s gradient', zh: '惩罚项梯度 ÷ 数据梯度' }, 'logarithmic'),
				series: [
					{ label: { en: 'λ/2m', zh: 'λ/2m' }, draw: 'line', x: [...SIZES], y: over2m },
					{ label: { en: 'λ/2', zh: 'λ/2' }, draw: 'line', x: [...SIZES], y: half },
					{
						label: { en: 'trained network, λ/2m', zh: '训练后的网络，λ/2m' },
						draw: 'line',
						x: [...TRAINED],
						...columnsOf(trainedOver2m.map(meanOf)),
					},
					{
						label: { en: 'trained network, λ/2', zh: '训练后的网络，λ/2' },
						draw: 'line',
						x: [...TRAINED],
						...columnsOf(trainedHalf.map(meanOf)),
					},
					{
						label: { en: 'λ/2m, expected gradient', zh: 'λ/2m，期望梯度' },
						draw: 'points',
						x: [...EXPECTED],
						y: over2m.slice(DRAWN.length),
					},
					{
						label: { en: 'λ/2, expected gradient', zh: 'λ/2，期望梯度' },
						draw: 'points',
						x: [...EXPECTED],
						y: half.slice(DRAWN.length),
					},
				],
			},
		};
	},
	sentence: (found, { seeds }) => ({
		en: `At random weights of a linear model, from 10³ to 10⁷ examples, the penalty’s share of the gradient goes as m to the power ${formatValue(found.exponentOver2m)} under λ/2m, down to ${formatValue(found.shareAtTenMillion, 2)}, and as m to the power ${formatValue(found.exponentHalf, 2)} under λ/2. At networks trained on 100, 1,000 and 10,000 moons with λ = ${NET_LAMBDA} under λ/2m the powers are ${formatWithInterval(found.trainedExponentOver2m)}${sayLeftOut(found.trainedExponentOver2m, -1).en} and ${formatWithInterval(found.trainedExponentHalf)} (means of ${seeds} seeds), beside the mean length of the examples’ gradients: under λ/2m the penalty weighs like ${formatWithInterval(found.trainedInExamplesAt100, 2)} of them at 100 and like ${formatWithInterval(found.trainedInExamplesAt10000, 2)} at 10,000. Least squares with ${FEATURES} extra rows √λ·I and targets 0 differs from the ridge weights by ${formatValue(found.extraRowsDifference, 2)}.`,
		zh: `在线性模型的随机权重处，样本从 10³ 增加到 10⁷ 时，惩罚项在梯度中的占比在 λ/2m 下按 m 的 ${formatValue(found.exponentOver2m)} 次方变化，降到 ${formatValue(found.shareAtTenMillion, 2)}；在 λ/2 下按 m 的 ${formatValue(found.exponentHalf, 2)} 次方变化。网络以 λ/2m、λ = ${NET_LAMBDA} 在 100、1,000、10,000 个月牙点上训练之后，相对于各样本梯度的平均长度，两个次方为 ${formatWithInterval(found.trainedExponentOver2m)}${sayLeftOut(found.trainedExponentOver2m, -1).zh} 与 ${formatWithInterval(found.trainedExponentHalf)}（${seeds} 个种子的均值）：在 λ/2m 下，惩罚的分量在 m = 100 时相当于 ${formatWithInterval(found.trainedInExamplesAt100, 2)} 个样本，m = 10,000 时相当于 ${formatWithInterval(found.trainedInExamplesAt10000, 2)} 个。最小二乘加上 ${FEATURES} 行 √λ·I、目标为 0 的样本，得到的权重与岭回归相差 ${formatValue(found.extraRowsDifference, 2)}。`,
	}),
});

export const expectations: ExpectationsOf<typeof weightOfOneExample> = [
	{
		measured: 'exponentOver2m',
		text: { en: 'falls as 1/m: −1', zh: '按 1/m 下降：−1' },
		from: -1.02,
		to: -0.98,
		holdsForEvery: ['lambda', 'seeds'],
	},
	{
		measured: 'trainedExponentOver2m',
		text: { en: 'about −1 at trained networks too', zh: '在训练后的网络处也约为 −1' },
		from: -1.1,
		to: -0.9,
		of: 'whole',
		isHeld: false,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'extraRowsDifference',
		text: { en: 'equal to 10⁻¹²', zh: '相等，误差 10⁻¹²' },
		from: 0,
		to: 1e-12,
		holdsForEvery: ['lambda', 'seeds'],
	},
];

const trainingSpec = (m: number, seed: number): RunSpecInput => ({
	data: { kind: 'moons', m, noise: MOONS_NOISE, seed, test: null },
	network: { hidden: [8], activation: 'tanh' },
	init: { kind: 'lecun-normal', seed },
	optimizer: { kind: 'adam', learningRate: 0.05 },
	penalty: { lambda: NET_LAMBDA },
	training: { epochs: 300, recordEvery: 300, learningRateDecay: 'linear' },
	output: { weights: true },
});
