import { at } from '../../at.ts';
import { ridge } from '../../convex/ridge.ts';
import { dot } from '../../convex/vectors.ts';
import { drawDataSet } from '../../data/registry.ts';
import { inDocument } from '../../inDocument.ts';
import { selfContainedDataSchema } from '../../schema/data.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { defineExperiment, type ExpectationsOf, weightsOf } from '../experiment.ts';
import { axis } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';
import { centre } from '../shared/centre.ts';
import {
	type Application,
	aloneSpec,
	directionSpec,
	distanceToRecursion,
	dominantRoot,
	SHRINK,
	shrinkIn,
	stepBy,
} from '../shared/momentumWeight.ts';
import { strengthParameter } from '../shared/strength.ts';

const MOMENTA = [0, 0.5, 0.8, 0.9] as const;
const LARGEST = MOMENTA.length - 1;

/** Claim 24, as arithmetic: momentum multiplies a coupled decay by 1/(1−μ), and leaves one beside the step alone. */
export const momentumDecay = defineExperiment({
	name: 'momentum-decay',
	claims: [24],
	status: 'proved',
	title: { en: 'What momentum does to a decay', zh: '动量怎样改变衰减' },
	claim: {
		en: 'With momentum μ, an L2 penalty in the loss shrinks a weight by ηd/(1−μ) a step in the long run, and its solution stays ridge’s. SGDW, which decays beside the step, shrinks it by ηd whatever μ is, and ends on the ridge solution of (1−μ)·d.',
		zh: '动量为 μ 时，损失里的 L2 惩罚长期来看每步把权重缩小 ηd/(1−μ)，解仍是岭回归的解。SGDW 在更新步之外衰减，不论 μ 多大，每步都缩小 ηd，最后停在系数为 (1−μ)·d 的岭回归解上。',
	},
	parameters: { lambda: strengthParameter(100, 10, inDocument('λ of the fits'), 0.5) },
	specs: ({ lambda }) =>
		MOMENTA.flatMap((momentum) =>
			(['loss', 'decoupled'] as const).flatMap((application) => [
				aloneSpec(momentum, application),
				directionSpec(momentum, application),
				ridgeSpec(momentum, application, lambda),
			]),
		),
	measure({ lambda }, runs) {
		const { X, y } = centre(drawDataSet(PROBLEM).train);
		const look = (first: number, momentum: number, application: Application) => {
			const shrink = shrinkIn(at(runs, first));
			const stated = at(runs, first).derived.shrinkPerStep ?? Number.NaN; // penalty.ts says how much it is
			const weights = weightsOf(runs[first + 2]);
			return {
				shrink: shrink / SHRINK,
				offRoot: Math.abs(shrink / (1 - dominantRoot(momentum, application)) - 1),
				offStated: Math.abs(shrink / stated - 1),
				offRecursion: distanceToRecursion(at(runs, first + 1), momentum, application),
				strength: strengthHeld(weights, X, y) / lambda,
				offRidge: distance(weights, ridge(X, y, lambda)),
				offWeakRidge: distance(weights, ridge(X, y, (1 - momentum) * lambda)),
			};
		};
		const inLoss = MOMENTA.map((momentum, i) => look(6 * i, momentum, 'loss'));
		const beside = MOMENTA.map((momentum, i) => look(6 * i + 3, momentum, 'decoupled'));
		const worst = (numbers: number[]) => ({ value: Math.max(...numbers) });
		const both = [...inLoss, ...beside];
		const series = (en: string, zh: string, y: number[]) => ({
			label: { en, zh },
			draw: 'line' as const,
			x: [...MOMENTA],
			y,
		});
		return {
			measured: {
				shrinkInLoss: { value: at(inLoss, LARGEST).shrink },
				shrinkBeside: { value: at(beside, LARGEST).shrink },
				strengthInLoss: { value: at(inLoss, LARGEST).strength },
				strengthBeside: { value: at(beside, LARGEST).strength },
				offRecursion: worst(both.map(({ offRecursion }) => offRecursion)),
				offRoot: worst(both.map(({ offRoot }) => offRoot)),
				offFormula: worst(both.map(({ offStated }) => offStated)),
				inLossOffRidge: worst(inLoss.map(({ offRidge }) => offRidge)),
				besideOffWeakRidge: worst(beside.map(({ offWeakRidge }) => offWeakRidge)),
				besideOffRidge: { value: at(beside, LARGEST).offRidge },
			},
			figure: {
				kind: 'curves',
				x: axis({ en: 'momentum μ', zh: '动量 μ' }),
				y: axis({ en: 'times the value without momentum', zh: '与无动量时相比的倍数' }, 'logarithmic'),
				series: [
					series(
						'L2: shrink a step',
						'L2：每步缩小',
						inLoss.map(({ shrink }) => shrink),
					),
					series(
						'SGDW: shrink a step',
						'SGDW：每步缩小',
						beside.map(({ shrink }) => shrink),
					),
					series(
						'L2: λ it ends on',
						'L2：终点对应的 λ',
						inLoss.map(({ strength }) => strength),
					),
					series(
						'SGDW: λ it ends on',
						'SGDW：终点对应的 λ',
						beside.map(({ strength }) => strength),
					),
				],
			},
		};
	},
	sentence: ({ shrinkInLoss, shrinkBeside, strengthBeside, offFormula, inLossOffRidge, besideOffWeakRidge }) => ({
		en: `At momentum 0.9 L2 in the loss shrinks a weight that the data leave alone by ${formatValue(shrinkInLoss, 4)}·ηd a step, SGDW by ${formatValue(shrinkBeside, 4)}·ηd; at the small ηd of these runs (${formatValue({ value: SHRINK })}) no momentum from 0 to 0.9 is off ηd/(1−μ) and ηd by more than ${formatValue(offFormula, 2)} (relative). On data L2 ends ${formatValue(inLossOffRidge, 2)} at most from ridge with its own λ, whatever μ; SGDW ends where ${formatValue(strengthBeside, 4)}·λ would, at most ${formatValue(besideOffWeakRidge, 2)} from ridge with (1−μ)·λ.`,
		zh: `动量 0.9 时，对于数据管不着的权重，损失里的 L2 每步缩小 ${formatValue(shrinkInLoss, 4)}·ηd，SGDW 每步缩小 ${formatValue(shrinkBeside, 4)}·ηd；在这些训练的小 ηd（${formatValue({ value: SHRINK })}）下，动量从 0 到 0.9，与 ηd/(1−μ) 和 ηd 的偏差都不超过 ${formatValue(offFormula, 2)}（相对）。有数据时，不论 μ 多大，L2 的终点与同一个 λ 的岭回归解相差至多 ${formatValue(inLossOffRidge, 2)}；SGDW 的终点相当于 ${formatValue(strengthBeside, 4)}·λ，与 (1−μ)·λ 的岭回归解相差至多 ${formatValue(besideOffWeakRidge, 2)}。`,
	}),
});

export const expectations: ExpectationsOf<typeof momentumDecay> = [
	{
		measured: 'shrinkInLoss',
		text: { en: '1/(1 − 0.9) = 10', zh: '1/(1 − 0.9) = 10' },
		from: 9.99,
		to: 10.01,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'shrinkBeside',
		text: { en: '1, whatever μ', zh: '不论 μ，都是 1' },
		from: 0.999,
		to: 1.001,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'strengthInLoss',
		text: { en: '1, whatever μ', zh: '不论 μ，都是 1' },
		from: 0.999,
		to: 1.001,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'strengthBeside',
		text: { en: '1 − 0.9 = 0.1', zh: '1 − 0.9 = 0.1' },
		from: 0.0999,
		to: 0.1001,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'offRecursion',
		text: { en: 'the trained weight follows the recursion, step by step', zh: '训练出的权重每一步都符合递推式' },
		from: 0,
		to: 1e-5,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'offRoot',
		text: { en: 'the rate is the larger root, to 10⁻³', zh: '缩小的速度就是较大的根，误差 10⁻³' },
		from: 0,
		to: 1e-3,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'offFormula',
		text: { en: 'ηd/(1−μ) and ηd at a small ηd, to 10⁻³', zh: 'ηd 小时为 ηd/(1−μ) 与 ηd，误差 10⁻³' },
		from: 0,
		to: 1e-3,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'inLossOffRidge',
		text: { en: 'ridge with λ, to 10⁻³', zh: 'λ 的岭回归解，误差 10⁻³' },
		from: 0,
		to: 1e-3,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'besideOffWeakRidge',
		text: { en: 'ridge with (1−μ)·λ, to 10⁻³', zh: '(1−μ)·λ 的岭回归解，误差 10⁻³' },
		from: 0,
		to: 1e-3,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'besideOffRidge',
		text: { en: 'control: not ridge with λ', zh: '对照：不是 λ 的岭回归解' },
		from: 0.05,
		to: 1,
		isControl: true,
	},
];

const PROBLEM = selfContainedDataSchema.parse({
	kind: 'linear-teacher',
	m: 50,
	features: 4,
	teacherStandardDeviation: 1,
	noise: 1,
	seed: 3,
	test: null,
});

const ridgeSpec = (momentum: number, application: Application, lambda: number): RunSpecInput => ({
	data: PROBLEM,
	network: { hidden: [] },
	optimizer: stepBy(0.02, momentum),
	penalty: { lambda, application },
	training: { epochs: 4000, recordEvery: 4000 },
	output: { weights: true },
});

/** Relative to the largest weight. */
const distance = (weights: number[], point: number[]) =>
	Math.max(...weights.map((w, j) => Math.abs(w - at(point, j)))) / Math.max(...point.map(Math.abs));

/** The λ whose ridge solution some weights are: of λ·w = Xᵀ(y − Xw), the least squares in λ. */
function strengthHeld(weights: number[], X: number[][], y: number[]): number {
	const residuals = X.map((row, i) => at(y, i) - dot(row, weights));
	const pull = weights.map((_, j) => X.reduce((sum, row, i) => sum + at(row, j) * at(residuals, i), 0));
	return dot(pull, weights) / dot(weights, weights);
}
