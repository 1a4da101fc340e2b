import type { Estimate } from '../../statistics.ts';
import { OPTIMIZERS, type OptimizerName } from '../../study/design.ts';
import type { Choice } from '../../study/moves.ts';
import { casesOf } from '../../study/overTasks.ts';
import { readStudy } from '../../study/readStudy.ts';
import { RULES, type Rule } from '../../study/rules.ts';
import { KEPT } from '../../study/sayAdvice.ts';
import { defineExperiment, type ExpectationsOf } from '../experiment.ts';
import { axis, columnsOf } from '../figure.ts';
import { formatValue, formatWithInterval } from '../formatEstimate.ts';
import { studySetting } from '../shared/studySetting.ts';

/** Claim 23: what it costs to take a λ that was tuned at m to ten times as many examples. */
export const movingLambda = defineExperiment({
	name: 'moving-lambda',
	claims: [23],
	status: 'measured',
	title: { en: 'What it costs to move a λ', zh: '把 λ 搬到更多数据上的代价' },
	claim: {
		en: 'With ten times as many examples, the coefficient λ/m that was tuned before (the weight_decay of a framework) is on most tasks the most expensive number to keep; keeping λ/√m or λ, that is, dividing the weight_decay by 3 or by 10, costs less.',
		zh: '数据变为十倍时，在多数任务上代价最大的是沿用原先调好的系数 λ/m（也就是框架里的 weight_decay）；沿用 λ/√m 或 λ，即把 weight_decay 除以 3 或 10，代价更小。',
	},
	parameters: {},
	specs: () => [],
	computed: studySetting,
	async measure(_parameters, _runs, tables) {
		const { cases, medians, tasks } = await readStudy(tables);
		const median = (optimizer: OptimizerName, rule: Rule, choice: Choice = 'by-mean') =>
			inPercent(medians[optimizer].cost[choice][rule]);
		const { sgd } = medians;
		const drawn = tasks.filter(({ optimizer }) => optimizer === 'sgd');
		const control = cases.find(({ task, optimizer }) => task === 'linear-teacher' && optimizer === 'full-batch');
		const ofControl = (rule: Rule) => inPercent(control?.cost['by-mean'][rule] ?? { value: Number.NaN });
		const networks = OPTIMIZERS.flatMap((optimizer) => casesOf(cases, optimizer));
		/** Cases in which the first rule of a pair is clearly cheaper or dearer than the second, draw by draw. */
		const pairCount = (pair: number, how: 'cheaper' | 'dearer') => ({
			value: networks.filter(({ differences: { [pair]: found } }) =>
				how === 'cheaper' ? (found?.high ?? 0) < 0 : (found?.low ?? 0) > 0,
			).length,
		});
		const overMDearest = (optimizer: OptimizerName) => ({
			value: tasks.filter(
				(each) =>
					each.optimizer === optimizer &&
					RULES.every((rule) => each.cost[rule].value <= each.cost['keep-over-m'].value),
			).length,
		});
		return {
			measured: {
				tasksOverMDearestSgd: overMDearest('sgd'),
				tasksOverMDearestAdamW: overMDearest('adamw'),
				keepLambdaSgd: median('sgd', 'keep-lambda'),
				keepOverSqrtMSgd: median('sgd', 'keep-over-sqrt-m'),
				keepOverMSgd: median('sgd', 'keep-over-m'),
				keepLambdaAdamW: median('adamw', 'keep-lambda'),
				keepOverSqrtMAdamW: median('adamw', 'keep-over-sqrt-m'),
				keepOverMAdamW: median('adamw', 'keep-over-m'),
				keepLambdaFullBatch: median('full-batch', 'keep-lambda'),
				keepOverSqrtMFullBatch: median('full-batch', 'keep-over-sqrt-m'),
				keepOverMFullBatch: median('full-batch', 'keep-over-m'),
				cheaperKeepLambda: pairCount(1, 'cheaper'),
				cheaperKeepOverSqrtM: pairCount(2, 'cheaper'),
				overMBelowLambda: pairCount(1, 'dearer'),
				overMBelowSqrtM: pairCount(2, 'dearer'),
				lambdaBelowSqrtM: pairCount(0, 'cheaper'),
				lambdaAboveSqrtM: pairCount(0, 'dearer'),
				tasks: { value: sgd.tasks },
				tasksLambdaBelowSqrtM: { value: sgd.tasksLambdaBelowSqrtM },
				lambdaMinusSqrtM: inPercent(sgd.lambdaMinusSqrtM),
				byDrawKeepLambda: median('sgd', 'keep-lambda', 'by-draw'),
				byDrawKeepOverSqrtM: median('sgd', 'keep-over-sqrt-m', 'by-draw'),
				byDrawKeepOverM: median('sgd', 'keep-over-m', 'by-draw'),
				controlKeepLambda: ofControl('keep-lambda'),
				controlKeepOverSqrtM: ofControl('keep-over-sqrt-m'),
				controlKeepOverM: ofControl('keep-over-m'),
				cases: { value: networks.length },
			},
			figure: {
				kind: 'curves',
				x: axis({ en: 'task', zh: '任务' }, 'category'),
				y: axis({
					en: 'SGD, median over networks: loss over tuning again, %',
					zh: 'SGD，各网络的中位数：比重新调参多出的损失，%',
				}),
				series: RULES.map((rule) => ({
					label: { en: `keep ${KEPT[rule]}`, zh: `沿用 ${KEPT[rule]}` },
					draw: 'points' as const,
					x: drawn.map(({ task }) => task),
					...columnsOf(drawn.map(({ cost }) => inPercent(cost[rule]))),
				})),
			},
		};
	},
	sentence: (found) => {
		const number = (name: keyof typeof found) => formatValue(found[name], 2);
		/** What the three rules cost, listed in either language. */
		const costs = (...names: (keyof typeof found)[]) =>
			names.map((name) => formatWithInterval(found[name], 2).replace(' ', '% ')).join(' / ');
		const sgd = costs('keepLambdaSgd', 'keepOverSqrtMSgd', 'keepOverMSgd');
		const adamW = costs('keepLambdaAdamW', 'keepOverSqrtMAdamW', 'keepOverMAdamW');
		const byDraw = costs('byDrawKeepLambda', 'byDrawKeepOverSqrtM', 'byDrawKeepOverM');
		const control = costs('controlKeepLambda', 'controlKeepOverSqrtM', 'controlKeepOverM');
		const apart = formatWithInterval(found.lambdaMinusSqrtM, 2);
		return {
			en: `With about ten times as many examples, keeping λ, λ/√m or λ/m costs, against tuning again, ${sgd} of the loss under SGD and ${adamW} under AdamW (medians over ${number('tasks')} tasks; 95%, tasks resampled). λ/m costs most on ${number('tasksOverMDearestSgd')} of them under SGD and on ${number('tasksOverMDearestAdamW')} under AdamW. Under SGD, the median over tasks of the difference is ${apart} points more for λ than for λ/√m, and λ costs less on ${number('tasksLambdaBelowSqrtM')} of ${number('tasks')}: which is cheaper stays open. Tuned on one draw, not on the mean of all, the three cost ${byDraw}: the first two change places, and the interval of λ/m reaches below 0. Clearly (the 95% interval of the difference over draws leaves out 0), λ is cheaper than λ/m in ${number('cheaperKeepLambda')} of ${number('cases')} cases and more expensive in ${number('overMBelowLambda')}; λ/√m than λ/m in ${number('cheaperKeepOverSqrtM')} and ${number('overMBelowSqrtM')}; λ than λ/√m in ${number('lambdaBelowSqrtM')} and ${number('lambdaAboveSqrtM')}. In the control, a linear model under full-batch Adam with a Gaussian prior, theory keeps λ; the three cost ${control}.`,
			zh: `数据约为十倍时，与重新调参相比，沿用 λ、λ/√m、λ/m 的测试损失在 SGD 下分别高出 ${sgd}，在 AdamW 下 ${adamW}（${number('tasks')} 个任务的中位数；重抽任务，95%）。λ/m 代价最大的任务，SGD 下有 ${number('tasksOverMDearestSgd')} 个，AdamW 下 ${number('tasksOverMDearestAdamW')} 个。SGD 下逐个任务相减，λ 比 λ/√m 多出的中位数为 ${apart} 个百分点；λ 在 ${number('tasks')} 个任务中的 ${number('tasksLambdaBelowSqrtM')} 个上代价更小：哪个更好，尚不能定。只按一次抽样来调 λ，三者高出 ${byDraw}：前两者易位，λ/m 的区间也伸到 0 以下。明确地（逐次抽样之差的 95% 区间不含 0），${number('cases')} 种情形中 λ 好于 λ/m 的有 ${number('cheaperKeepLambda')} 种，差的 ${number('overMBelowLambda')} 种；λ/√m 与 λ/m 相比为 ${number('cheaperKeepOverSqrtM')} 与 ${number('overMBelowSqrtM')}；λ 与 λ/√m 相比为 ${number('lambdaBelowSqrtM')} 与 ${number('lambdaAboveSqrtM')}。对照组是用全批量 Adam 训练、有高斯先验的线性模型，理论上沿用 λ：三者高出 ${control}。`,
		};
	},
});

export const expectations: ExpectationsOf<typeof movingLambda> = [
	{
		measured: 'tasksOverMDearestSgd',
		text: {
			en: 'under SGD keeping λ/m costs most, of the three, on most of nine tasks',
			zh: 'SGD 下，九个任务的多数里，三者中沿用 λ/m 代价最大',
		},
		from: 5,
		to: 9,
	},
	{
		measured: 'tasksOverMDearestAdamW',
		text: {
			en: 'under AdamW keeping λ/m costs most, of the three, on most of nine tasks',
			zh: 'AdamW 下，九个任务的多数里，三者中沿用 λ/m 代价最大',
		},
		from: 5,
		to: 9,
	},
	{
		measured: 'overMBelowSqrtM',
		text: {
			en: 'cases in which keeping λ/m is clearly cheaper than keeping λ/√m: no more than by chance',
			zh: '沿用 λ/m 明确好于沿用 λ/√m 的情形：不多于偶然所致',
		},
		from: 0,
		to: 1,
	},
	{
		measured: 'controlKeepLambda',
		text: {
			en: 'in the control (a linear model with a Gaussian prior) keeping λ costs 0%',
			zh: '对照组（有高斯先验的线性模型）沿用 λ 的代价为 0%',
		},
		from: -0.5,
		to: 0.5,
		strictly: { from: 0, to: 0, of: 'interval' },
		isControl: true,
	},
	{
		measured: 'controlKeepOverM',
		text: { en: 'in the control keeping λ/m costs at least 1%', zh: '对照组沿用 λ/m 的代价至少为 1%' },
		from: 1,
		to: 100,
		of: 'whole',
		isControl: true,
	},
];

const inPercent = ({ value, low = value, high = value }: Estimate): Estimate => ({
	value: 100 * value,
	low: 100 * low,
	high: 100 * high,
});
