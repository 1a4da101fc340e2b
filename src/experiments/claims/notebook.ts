import { at } from '../../at.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { defineExperiment, type ExpectationsOf } from '../experiment.ts';
import { AXES, axis } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';
import published from '../published.json' with { type: 'json' };

/** Epochs from one value that the notebook prints to the next; the first is of epoch 0. */
const EVERY = published.setting.epochs / 10;

/** Claim 1: the article's last section, the notebook grez911/machine-learning l2.ipynb with its 66 published values; the golden file of tests says what else it sets. */
export const notebook = defineExperiment({
	name: 'notebook',
	claims: [1],
	status: 'reproduced',
	title: { en: 'The notebook’s six runs', zh: '笔记本中的六次训练' },
	claim: {
		en: 'The objective values that the notebook prints, with and without the division by m, come out again.',
		zh: '笔记本打印的目标函数值，除以 m 的和不除的，都能逐一重现。',
	},
	parameters: {},
	specs: () =>
		published.runs.map(
			(run): RunSpecInput => ({
				data: {
					kind: 'moons',
					m: run.m,
					noise: published.setting.dataset.noise,
					seed: published.setting.dataset.seed,
					test: null,
				},
				penalty: { lambda: run.lambda, scaling: run.scaling as 'half' | 'over-2m' }, // the only two that the notebook has
				training: { epochs: published.setting.epochs, recordEvery: EVERY },
			}),
		),
	measure(_, runs) {
		const deviations = published.runs.flatMap(({ objective }, i) =>
			objective.map((value, k) => Math.abs((at(at(runs, i).trace.objective, k) ?? Number.NaN) / value - 1)),
		);
		return {
			measured: { values: { value: deviations.length }, worstDeviation: { value: Math.max(...deviations) } },
			figure: {
				kind: 'curves',
				x: AXES.epoch,
				y: axis({ en: 'objective', zh: '目标函数' }),
				series: published.runs.flatMap(({ m, lambda, scaling, objective }, i) => {
					const name = lambda === 0 ? `m = ${m}, λ = 0` : `m = ${m}, λ = ${lambda}, ${scaling}`;
					const x = objective.map((_, k) => k * EVERY);
					return [
						{ label: { en: name, zh: name }, draw: 'line' as const, x, y: at(runs, i).trace.objective },
						{
							label: { en: `${name}, published`, zh: `${name}，已发表` },
							draw: 'points' as const,
							x,
							y: objective,
						},
					];
				}),
			},
		};
	},
	sentence: ({ values, worstDeviation }) => ({
		en: `All ${formatValue(values)} published values come out again, the worst ${formatValue(worstDeviation, 2)} (relative) off.`,
		zh: `${formatValue(values)} 个已发表的数值全部重现，最大相对偏差为 ${formatValue(worstDeviation, 2)}。`,
	}),
});

export const expectations: ExpectationsOf<typeof notebook> = [
	{
		measured: 'worstDeviation',
		text: { en: 'all 66 values within 10⁻³', zh: '66 个数值的相对偏差都在 10⁻³ 以内' },
		from: 0,
		to: 1e-3,
	},
];
