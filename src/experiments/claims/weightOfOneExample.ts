import * as z from 'zod';
import { at } from '../../at.ts';
import { ridge } from '../../convex/ridge.ts';
import { linearTeacher } from '../../data/linearTeacher.ts';
import { RandomState } from '../../data/randomState.ts';
import { decayCoefficient } from '../../penalty.ts';
import { linearTeacherSchema } from '../../schema/data.ts';
import { penaltySchema } from '../../schema/objective.ts';
import { mean, slope } from '../../statistics.ts';
import { defineExperiment } from '../experiment.ts';
import { AXES, axis } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';

const FEATURES = 20;
const DRAWN = [1000, 10_000] as const;
/** Beyond memory the gradient is its expectation, to which the drawn ones converge. */
const EXPECTED = [100_000, 1_000_000, 10_000_000] as const;
const SIZES = [...DRAWN, ...EXPECTED] as const;

/** Claim 9: beside m examples the penalty weighs like one; under λ/2 it weighs like all of them, however many. */
export const weightOfOneExample = defineExperiment({
	name: 'weight-of-one-example',
	claims: [9],
	status: 'proved',
	title: { en: 'A penalty that weighs as much as one example', zh: '分量相当于一个样本的惩罚项' },
	claim: {
		en: 'Under λ/2m the penalty’s share of the gradient falls as 1/m, like that of a single example; under λ/2 it stays. Ridge is least squares with d extra examples.',
		zh: '在 λ/2m 下，惩罚项在梯度中的占比按 1/m 下降，与单个样本相当；在 λ/2 下保持不变。岭回归就是多加 d 个样本的最小二乘。',
	},
	parameters: {
		lambda: z.number().positive().max(1000).default(4).describe('λ'),
		seed: z.int().min(0).max(10_000).default(1).describe('Seed of the teacher and of the weights looked at'),
	},
	specs: () => [],
	measure({ lambda, seed }) {
		const random = new RandomState(seed + 1);
		const w = Array.from({ length: FEATURES }, () => random.gaussian());
		const draw = (m: number) =>
			linearTeacher(
				linearTeacherSchema.parse({ kind: 'linear-teacher', m, noise: 1, seed, features: FEATURES, test: null }),
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

		const { train } = draw(50);
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
				extraRowsDifference: { value: difference },
			},
			figure: {
				kind: 'curves',
				x: AXES.m,
				y: axis({ en: 'penalty’s gradient ÷ data’s gradient', zh: '惩罚项梯度 ÷ 数据梯度' }, 'logarithmic'),
				series: [
					{ label: { en: 'λ/2m', zh: 'λ/2m' }, draw: 'line', x: [...SIZES], y: over2m },
					{ label: { en: 'λ/2', zh: 'λ/2' }, draw: 'line', x: [...SIZES], y: half },
				],
			},
		};
	},
	sentence: ({ exponentOver2m, exponentHalf, shareAtTenMillion, extraRowsDifference }) => ({
		en: `From 10³ to 10⁷ examples the penalty’s share of the gradient goes as m to the power ${formatValue(exponentOver2m)} under λ/2m, down to ${formatValue(shareAtTenMillion, 2)}, and as m to the power ${formatValue(exponentHalf, 2)} under λ/2. Least squares with ${FEATURES} extra rows √λ·I and targets 0 gives the ridge weights to ${formatValue(extraRowsDifference, 2)}.`,
		zh: `样本从 10³ 增加到 10⁷ 时，惩罚项在梯度中的占比在 λ/2m 下按 m 的 ${formatValue(exponentOver2m)} 次方变化，降到 ${formatValue(shareAtTenMillion, 2)}；在 λ/2 下按 m 的 ${formatValue(exponentHalf, 2)} 次方变化。最小二乘加上 ${FEATURES} 行 √λ·I、目标为 0 的样本，得到的权重与岭回归相差 ${formatValue(extraRowsDifference, 2)}。`,
	}),
	expectations: [
		{ measured: 'exponentOver2m', text: { en: 'falls as 1/m: −1', zh: '按 1/m 下降：−1' }, from: -1.02, to: -0.98 },
		{ measured: 'exponentHalf', text: { en: 'flat: 0', zh: '不变：0' }, from: -0.02, to: 0.02 },
		{ measured: 'extraRowsDifference', text: { en: 'equal to 10⁻¹²', zh: '相等，误差 10⁻¹²' }, from: 0, to: 1e-12 },
	],
});
