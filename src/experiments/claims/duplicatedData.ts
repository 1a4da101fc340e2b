import { at } from '../../at.ts';
import { ridge } from '../../convex/ridge.ts';
import { linearTeacher } from '../../data/linearTeacher.ts';
import { drawDataSet } from '../../data/registry.ts';
import { inDocument } from '../../inDocument.ts';
import { linearTeacherSchema, selfContainedDataSchema } from '../../schema/data.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { bootstrap, mean, meanOf } from '../../statistics.ts';
import { defineExperiment, type ExpectationsOf, testLossOf } from '../experiment.ts';
import { axis, columnsOf } from '../figure.ts';
import { formatValue, formatWithInterval } from '../formatEstimate.ts';
import { range } from '../shared/combinations.ts';
import { moonsNet } from '../shared/moonsNet.ts';
import { seedParameters } from '../shared/seeds.ts';
import { strengthParameter } from '../shared/strength.ts';

const COPIES = 10;
const SMALL = 30;
/** λ under `over-2m` for the network, near the best of every size. */
const NET_LAMBDA = 0.3;
const DRAWS = 200;
/** Examples of a linear teacher. */
const RIDGE_ROWS = 50;

/** Claim 10: 1/m counts examples, and duplicates fool it; a coefficient that is fixed does not look at m at all. */
export const duplicatedData = defineExperiment({
	name: 'duplicated-data',
	claims: [10],
	status: 'contested',
	title: { en: 'New data and the same data ten times', zh: '新数据与重复十遍的旧数据' },
	claim: {
		en: 'With more data less regularization is needed and the weights grow; but 1/m counts rows, so copies of the same rows weaken the penalty too.',
		zh: '数据越多，所需正则化越弱，权重也随之增大；但 1/m 只数行数，把相同的行复制多遍同样会削弱惩罚。',
	},
	parameters: {
		lambda: strengthParameter(100, 2.5, inDocument('λ of ridge at m = 50')),
		...seedParameters(4, 32, 16, inDocument('Seeds of the network’s trainings')),
	},
	specs: ({ seeds, firstSeed }) =>
		range(seeds, firstSeed).flatMap((seed) => [
			moonsNet({ m: SMALL, seed, penalty: { lambda: NET_LAMBDA } }),
			copyRows(moonsNet({ m: SMALL, seed, penalty: { lambda: NET_LAMBDA } })),
			copyRows(moonsNet({ m: SMALL, seed, penalty: { lambda: NET_LAMBDA / SMALL, scaling: 'half' } })),
			moonsNet({ m: SMALL * COPIES, seed, penalty: { lambda: NET_LAMBDA } }),
		]),
	computed: ({ lambda }) => ({
		en: `ridge with 4 inputs on ${DRAWS} linear teachers (τ = 2, noise 1); m = ${RIDGE_ROWS}, ${COPIES} copies of these rows, and as many new ones; λ = ${lambda} and 0`,
		zh: `${DRAWS} 个线性教师模型（τ = 2，噪声 1）上的岭回归，4 个输入；m = ${RIDGE_ROWS}、这些行的 ${COPIES} 份副本，以及同样多的新数据；λ = ${lambda} 与 0`,
	}),
	measure({ lambda, seeds, firstSeed }, runs) {
		const norms = range(DRAWS, firstSeed).map((seed) => solveRidgeNorms(seed, lambda));
		const norm = (name: keyof (typeof norms)[number]) => meanOf(norms.map((each) => each[name]));
		const ridgeNames = ['ridge', 'duplicated', 'fixedCoefficient', 'newData', 'leastSquares'] as const;
		const found = Object.fromEntries(ridgeNames.map((name) => [name, norm(name)])) as Record<
			(typeof ridgeNames)[number],
			ReturnType<typeof norm>
		>; // every name is a key
		const loss = (which: number) => range(seeds).map((seed) => testLossOf(runs[4 * seed + which]));
		const [small, copies, fixed, fresh] = [loss(0), loss(1), loss(2), loss(3)];
		const labels = [
			{ en: '30 moons', zh: '30 个月牙点' },
			{ en: '×10 copies, λ/2m', zh: '复制 ×10，λ/2m' },
			{ en: '×10 copies, fixed coefficient', zh: '复制 ×10，系数不变' },
			{ en: '×10 new data, λ/2m', zh: '新数据 ×10，λ/2m' },
		];
		return {
			measured: {
				ridgeNorm: found.ridge,
				duplicatedNorm: found.duplicated,
				fixedCoefficientNorm: found.fixedCoefficient,
				newDataNorm: found.newData,
				leastSquaresNorm: found.leastSquares,
				gapClosedByCopies: bootstrap(DRAWS, (sample) => {
					const average = (name: keyof (typeof norms)[number]) =>
						mean(sample.map((i) => norms[i]?.[name] ?? Number.NaN));
					return (average('duplicated') - average('ridge')) / (average('leastSquares') - average('ridge'));
				}),
				fixedCoefficientChange: {
					value: Math.max(...norms.map((each) => Math.abs(each.fixedCoefficient / each.ridge - 1))),
				},
				netLossAt30: meanOf(small),
				netLossCopies: meanOf(copies),
				netLossCopiesFixedCoefficient: meanOf(fixed),
				netLossNewData: meanOf(fresh),
				newDataMinusRidge: meanOf(norms.map((each) => each.newData - each.ridge)),
				netCopiesMinusOriginal: meanOf(copies.map((value, i) => value - at(small, i))),
			},
			figure: {
				kind: 'curves',
				x: axis({ en: 'data', zh: '数据' }, 'category'),
				y: axis({ en: 'test loss of the network', zh: '网络的测试损失' }),
				series: labels.map((label, i) => ({
					label,
					draw: 'points' as const,
					x: [label.en],
					...columnsOf([meanOf(loss(i))]),
				})),
			},
		};
	},
	sentence: (found) => ({
		en: `Ten copies of the same 50 rows take the ridge norm from ${formatValue(found.ridgeNorm, 4)} to ${formatValue(found.duplicatedNorm, 4)} under λ/2m, ${formatValue({ value: 100 * found.gapClosedByCopies.value }, 3)}% of the way to least squares (${formatValue(found.leastSquaresNorm, 4)}), though nothing new was learned; with the coefficient held nothing changes. A network trained on ten copies of 30 moons has a test loss of ${formatWithInterval(found.netLossCopies)} instead of ${formatWithInterval(found.netLossAt30)}, and ${formatWithInterval(found.netLossCopiesFixedCoefficient)} with the coefficient held; trained on 300 new ones, ${formatWithInterval(found.netLossNewData)}.`,
		zh: `把相同的 50 行复制十遍，岭回归的范数在 λ/2m 下从 ${formatValue(found.ridgeNorm, 4)} 变为 ${formatValue(found.duplicatedNorm, 4)}，朝最小二乘（${formatValue(found.leastSquaresNorm, 4)}）走了 ${formatValue({ value: 100 * found.gapClosedByCopies.value }, 3)}%，尽管没有任何新信息；系数固定时则毫无变化。网络在 30 个月牙点复制十遍后测试损失为 ${formatWithInterval(found.netLossCopies)}，原来是 ${formatWithInterval(found.netLossAt30)}，系数固定时为 ${formatWithInterval(found.netLossCopiesFixedCoefficient)}；换成 300 个新点则为 ${formatWithInterval(found.netLossNewData)}。`,
	}),
});

export const expectations: ExpectationsOf<typeof duplicatedData> = [
	{
		measured: 'gapClosedByCopies',
		text: {
			en: 'copies take the ridge norm from 3.383 to 3.730, 88% of the way to the 3.776 of least squares',
			zh: '副本使岭回归的范数从 3.383 升到 3.730，走完到最小二乘（3.776）路程的 88%',
		},
		from: 0.85,
		to: 0.93,
		// What rounds to 88% (0.875 to 0.885) and comes of norms that round to these three (0.880 to 0.886).
		strictly: { from: 0.88, to: 0.885, of: 'interval' },
		isEarlier: true,
	},
	{
		measured: 'fixedCoefficientChange',
		text: { en: 'unchanged under a fixed coefficient', zh: '系数固定时不变' },
		from: 0,
		to: 1e-10,
		holdsForEvery: ['lambda', 'seeds'],
	},
	{
		measured: 'newDataMinusRidge',
		text: { en: 'ten times as many rows, all new: the ridge norm grows', zh: '十倍的行，全是新的：岭回归的范数增大' },
		from: 0,
		to: 10,
		of: 'whole',
		isHeld: false,
	},
	{
		measured: 'netCopiesMinusOriginal',
		text: {
			en: 'ten copies weaken the penalty of the network: its test loss rises',
			zh: '复制十遍削弱网络的惩罚：测试损失上升',
		},
		from: 0,
		to: 10,
		of: 'whole',
		isHeld: false,
	},
];

/** ‖w‖ on one draw of 50 examples of 4 features: plain, copied ten times under each rule, and with new rows. */
function solveRidgeNorms(seed: number, lambda: number) {
	const draw = (m: number) =>
		linearTeacher(
			linearTeacherSchema.parse({
				kind: 'linear-teacher',
				m,
				features: 4,
				teacherStandardDeviation: 2,
				noise: 1,
				seed,
				test: null,
			}),
		).train;
	const { X, y } = draw(RIDGE_ROWS);
	const copies = { X: range(COPIES).flatMap(() => X), y: range(COPIES).flatMap(() => y) };
	const fresh = draw(RIDGE_ROWS * COPIES);
	return {
		ridge: Math.hypot(...ridge(X, y, lambda)),
		duplicated: Math.hypot(...ridge(copies.X, copies.y, lambda)),
		fixedCoefficient: Math.hypot(...ridge(copies.X, copies.y, lambda * COPIES)),
		newData: Math.hypot(...ridge(fresh.X, fresh.y, lambda)),
		leastSquares: Math.hypot(...ridge(X, y, 0)),
	};
}

/** The same run on its training rows ten times over. */
function copyRows(spec: RunSpecInput): RunSpecInput {
	const { train, test } = drawDataSet(selfContainedDataSchema.parse(spec.data));
	const { X, y } = { X: range(COPIES).flatMap(() => train.X), y: range(COPIES).flatMap(() => train.y) };
	return { ...spec, data: { kind: 'inline', X, y, test } };
}
