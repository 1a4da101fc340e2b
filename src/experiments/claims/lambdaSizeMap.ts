import { at } from '../../at.ts';
import { TASKS } from '../../study/design.ts';
import { medianOf } from '../../study/medianOf.ts';
import { casesOf } from '../../study/overTasks.ts';
import { readStudy } from '../../study/readStudy.ts';
import { defineExperiment, type ExpectationsOf } from '../experiment.ts';
import { AXES, axis, same } from '../figure.ts';
import { formatValue, formatWithInterval } from '../formatEstimate.ts';
import { studySetting } from '../shared/studySetting.ts';

/** The cases that are drawn. */
const DRAWN = { model: 'relu-32-32', optimizer: 'sgd' } as const;

/** Claim 11: where the valley of the test loss lies over (λ, m), on every task of the study. */
export const lambdaSizeMap = defineExperiment({
	name: 'lambda-size-map',
	claims: [11],
	status: 'measured',
	title: { en: 'The valley of good λ over m', zh: '好的 λ 随 m 形成的谷' },
	claim: {
		en: 'Over λ and m the valley of the test loss is nearer to level under λ/2m than under λ/2; on most tasks it still climbs.',
		zh: '在 λ 与 m 的平面上，测试损失的谷在 λ/2m 下比在 λ/2 下更接近水平；在多数任务上它仍向上走。',
	},
	parameters: {},
	specs: () => [],
	computed: studySetting,
	async measure(_parameters, _runs, tables) {
		const { cases, valleys } = await readStudy(tables);
		const exponents = casesOf(cases, DRAWN.optimizer, DRAWN.model).flatMap(({ exponent }) => exponent ?? []);
		const values = exponents.map(({ value }) => value).sort((a, b) => a - b);
		return {
			measured: {
				tasks: { value: valleys.length },
				tasksWithMinimum: { value: values.length },
				least: { value: at(values, 0) },
				middle: medianOf(values),
				most: { value: at(values, values.length - 1) },
				nearerDecided: { value: exponents.filter(({ low = 0, high = 1 }) => high < 0.5 || low > 0.5).length },
				nearerToLevel: { value: values.filter((p) => Math.abs(p) < Math.abs(p - 1)).length },
			},
			figure: {
				kind: 'heat-map',
				x: AXES.m,
				y: AXES.lambda,
				z: axis({ en: 'test loss over the least at that m', zh: '测试损失与该 m 下最低损失之比' }),
				panels: valleys.map(({ task, lambdas, losses }) => ({
					label: same(task),
					x: [...TASKS[task].sizes],
					y: lambdas,
					z: lambdas.map((_, j) => losses.map((ofSize) => at(ofSize, j))),
				})),
			},
		};
	},
	sentence: (found) => ({
		en: `For one network, 32-32 ReLU under SGD, the best λ of λ/2m goes as mᵖ with p from ${formatValue(found.least, 2)} to ${formatValue(found.most, 2)}, ${formatWithInterval(found.middle, 2)} in the middle of ${formatValue(found.tasksWithMinimum)} tasks; level would be 0. Written as λ/2 the same valleys go as mᵖ⁻¹: on ${formatValue(found.nearerToLevel)} of ${formatValue(found.tasksWithMinimum)} tasks λ/2m is nearer to level (p < ½), which the interval of p decides on ${formatValue(found.nearerDecided)}.`,
		zh: `单看一个网络（32-32 ReLU，用 SGD 训练），λ/2m 下的最佳 λ 按 mᵖ 变化：p 从 ${formatValue(found.least, 2)} 到 ${formatValue(found.most, 2)}，${formatValue(found.tasksWithMinimum)} 个任务居中的是 ${formatWithInterval(found.middle, 2)}；水平对应 0。换成 λ/2，同样的谷按 mᵖ⁻¹ 变化：${formatValue(found.tasksWithMinimum)} 个任务中有 ${formatValue(found.nearerToLevel)} 个以 λ/2m 更接近水平（p < ½），p 的区间能定论的任务有 ${formatValue(found.nearerDecided)} 个。`,
	}),
});

export const expectations: ExpectationsOf<typeof lambdaSizeMap> = [
	{
		measured: 'middle',
		text: {
			en: 'nearer to level under λ/2m than under λ/2: p of the middle task is below ½',
			zh: '在 λ/2m 下比在 λ/2 下更接近水平：居中任务的 p 小于 ½',
		},
		from: -0.1,
		to: 0.9,
		strictly: { from: -0.1, to: 0.5, of: 'whole' },
	},
];
