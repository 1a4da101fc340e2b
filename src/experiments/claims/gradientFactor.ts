import * as z from 'zod';
import { at } from '../../at.ts';
import { inDocument } from '../../inDocument.ts';
import { decayCoefficient } from '../../penalty.ts';
import { BOUNDS } from '../../schema/bounds.ts';
import { penaltySchema, SCALINGS } from '../../schema/objective.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { defineExperiment, type ExpectationsOf, weightsOf } from '../experiment.ts';
import { axis } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';
import { smallNet } from '../shared/smallNet.ts';
import { strengthParameter } from '../shared/strength.ts';

const BATCH = 10;

/** Claim 2: what the ½ is for. One step with and one without the penalty differ by η·d·w; d is read off. */
export const gradientFactor = defineExperiment({
	name: 'gradient-factor',
	claims: [2],
	status: 'proved',
	title: { en: 'What each scaling does to the gradient', zh: '每种缩放对梯度的影响' },
	claim: {
		en: 'With the ½ the gradient of the penalty is exactly λ·w: weight decay.',
		zh: '有了系数 ½，惩罚项的梯度恰好等于 λ·w，也就是权重衰减。',
	},
	parameters: {
		m: z.int().min(BATCH).max(BOUNDS.examples).default(50).describe(inDocument('Training examples')),
		lambda: strengthParameter(10, 0.6, inDocument('λ'), 0.001),
	},
	specs: ({ m, lambda }) =>
		SCALINGS.flatMap((scaling) => [lambda, 0].map((strength) => oneStepSpec(m, strength, scaling))),
	measure({ m, lambda }, runs) {
		const rows = SCALINGS.map((scaling, i) => {
			const [penalised, free] = [weightsOf(runs[2 * i]), weightsOf(runs[2 * i + 1])];
			const before = smallNet.init.W.flat(2);
			// (free − penalised) = η·d·w with η = 1: d by least squares over all weights.
			const numerator = before.reduce((sum, w, k) => sum + w * (at(free, k) - at(penalised, k)), 0);
			const measured = numerator / before.reduce((sum, w) => sum + w * w, 0);
			const stated = decayCoefficient(penaltySchema.parse({ lambda, scaling }), { m, batchSize: BATCH });
			return { scaling, measured, stated };
		});
		const worst = Math.max(...rows.map(({ measured, stated }) => Math.abs(measured / stated - 1)));
		const half = rows.find(({ scaling }) => scaling === 'half')?.measured ?? Number.NaN;
		const over2m = rows.find(({ scaling }) => scaling === 'over-2m')?.measured ?? Number.NaN;
		return {
			measured: {
				worstDeviation: { value: worst },
				halfOverLambda: { value: half / lambda },
				over2mTimesMOverLambda: { value: (over2m * m) / lambda },
			},
			figure: {
				kind: 'curves',
				x: axis({ en: 'scaling', zh: '缩放方式' }, 'category'),
				y: axis({ en: 'gradient of the penalty ÷ w', zh: '惩罚项梯度 ÷ w' }, 'logarithmic'),
				series: [
					{
						label: { en: 'measured', zh: '测得' },
						draw: 'points',
						x: rows.map(({ scaling }) => scaling),
						y: rows.map(({ measured }) => measured),
					},
					{
						label: { en: 'd, by its formula', zh: 'd，按公式' },
						draw: 'points',
						x: [...SCALINGS],
						y: rows.map(({ stated }) => stated),
					},
				],
			},
		};
	},
	sentence: ({ worstDeviation }) => ({
		en: `The gradient of the penalty is λ·w under λ/2 and (λ/m)·w under λ/2m: no scaling is further than ${formatValue(worstDeviation, 2)} (relative) from its formula.`,
		zh: `惩罚项的梯度在 λ/2 下是 λ·w，在 λ/2m 下是 (λ/m)·w：各种缩放与公式的相对偏差不超过 ${formatValue(worstDeviation, 2)}。`,
	}),
});

export const expectations: ExpectationsOf<typeof gradientFactor> = [
	{
		measured: 'worstDeviation',
		text: {
			en: 'nearly 0 from 2λ under λ, λ under λ/2, 2λ/m under λ/m, λ/m under λ/2m (relative)',
			zh: '与公式几乎没有相对偏差：λ 下为 2λ，λ/2 下为 λ，λ/m 下为 2λ/m，λ/2m 下为 λ/m',
		},
		from: 0,
		to: 1e-5,
	},
];

/** One step of size 1 on the first rows. */
function oneStepSpec(m: number, lambda: number, scaling: (typeof SCALINGS)[number]): RunSpecInput {
	return {
		data: { kind: 'moons', m, test: null },
		...smallNet,
		optimizer: { kind: 'sgd', learningRate: 1 },
		penalty: { lambda, scaling },
		training: { batches: [Array.from({ length: BATCH }, (_, row) => row)] },
		output: { weights: true },
	};
}
