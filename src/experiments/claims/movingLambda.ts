import type { Estimate } from '../../statistics.ts';
import { OPTIMIZERS, type OptimizerName } from '../../study/design.ts';
import { byTask, casesOf, medianOf } from '../../study/overTasks.ts';
import { readStudy } from '../../study/readStudy.ts';
import { RULES, type Rule } from '../../study/rules.ts';
import { KEPT } from '../../study/sayAdvice.ts';
import { defineExperiment, type ExpectationsOf } from '../experiment.ts';
import { axis } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';
import { studySetting } from '../shared/studySetting.ts';

/** A cost that nobody would tune again for. */
const LITTLE = 0.01;

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
		const { cases } = await readStudy(tables);
		const byTasks = (optimizer: OptimizerName, rule: Rule) =>
			byTask(casesOf(cases, optimizer), ({ cost }) => cost['by-mean'][rule].value);
		const costs = (optimizer: OptimizerName, rule: Rule) => [...byTasks(optimizer, rule).values()];
		const median = (optimizer: OptimizerName, rule: Rule) => inPercent(medianOf(costs(optimizer, rule)));
		const below = (optimizer: OptimizerName, rule: Rule) => ({
			value: costs(optimizer, rule).filter((cost) => cost < LITTLE).length,
		});
		const control = cases.find(({ task, optimizer }) => task === 'linear-teacher' && optimizer === 'full-batch');
		const ofControl = (rule: Rule) => inPercent(control?.cost['by-mean'][rule] ?? { value: Number.NaN });
		const networks = OPTIMIZERS.flatMap((optimizer) => casesOf(cases, optimizer));
		/** Cases in which the first rule of a pair is clearly cheaper or dearer than the second, draw by draw. */
		const pairCount = (pair: number, how: 'cheaper' | 'dearer') => ({
			value: networks.filter(({ differences: { [pair]: found } }) =>
				how === 'cheaper' ? (found?.high ?? 0) < 0 : (found?.low ?? 0) > 0,
			).length,
		});
		return {
			measured: {
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
				tasks: { value: costs('sgd', 'keep-lambda').length },
				tasksKeepLambda: below('sgd', 'keep-lambda'),
				tasksKeepOverSqrtM: below('sgd', 'keep-over-sqrt-m'),
				tasksKeepOverM: below('sgd', 'keep-over-m'),
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
					x: [...byTasks('sgd', rule).keys()],
					y: costs('sgd', rule).map((cost) => 100 * cost),
				})),
			},
		};
	},
	sentence: (found) => {
		const number = (name: keyof typeof found) => formatValue(found[name], 2);
		return {
			en: `With about ten times as many examples, keeping λ, λ/√m or λ/m costs ${number('keepLambdaSgd')}%, ${number('keepOverSqrtMSgd')}% or ${number('keepOverMSgd')}% of the loss under SGD with momentum, against tuning again (medians over ${number('tasks')} tasks, of each the median over its networks, which is drawn), and ${number('keepLambdaAdamW')}%, ${number('keepOverSqrtMAdamW')}% or ${number('keepOverMAdamW')}% under AdamW. Under SGD that is below 1% on ${number('tasksKeepLambda')}, ${number('tasksKeepOverSqrtM')} or ${number('tasksKeepOverM')} of the tasks. Clearly (the 95% interval of the paired difference leaves out 0), λ is cheaper than λ/m in ${number('cheaperKeepLambda')} of ${number('cases')} cases and dearer in ${number('overMBelowLambda')}; λ/√m is cheaper than λ/m in ${number('cheaperKeepOverSqrtM')}, dearer in ${number('overMBelowSqrtM')}; λ is cheaper than λ/√m in ${number('lambdaBelowSqrtM')}, dearer in ${number('lambdaAboveSqrtM')}. In the control, a linear model whose weights really have a Gaussian prior, theory says to keep λ: that ${costs(found.controlKeepLambda).en}, λ/√m ${costs(found.controlKeepOverSqrtM).en}, λ/m ${costs(found.controlKeepOverM).en}.`,
			zh: `数据约为十倍时，与重新调参相比，带动量的 SGD 沿用 λ、λ/√m、λ/m 的测试损失分别高出 ${number('keepLambdaSgd')}%、${number('keepOverSqrtMSgd')}%、${number('keepOverMSgd')}%（${number('tasks')} 个任务的中位数；每个任务取各网络的中位数，即图中所画），AdamW 分别为 ${number('keepLambdaAdamW')}%、${number('keepOverSqrtMAdamW')}%、${number('keepOverMAdamW')}%。SGD 下这一代价低于 1% 的任务依次有 ${number('tasksKeepLambda')}、${number('tasksKeepOverSqrtM')}、${number('tasksKeepOverM')} 个。明确地（逐次抽样之差的 95% 区间不含 0），${number('cases')} 种情形中 λ 好于 λ/m 的有 ${number('cheaperKeepLambda')} 种，差的 ${number('overMBelowLambda')} 种；λ/√m 好于 λ/m 的有 ${number('cheaperKeepOverSqrtM')} 种，差的 ${number('overMBelowSqrtM')} 种；λ 好于 λ/√m 的有 ${number('lambdaBelowSqrtM')} 种，差的 ${number('lambdaAboveSqrtM')} 种。对照组是有高斯先验的线性模型，理论上沿用 λ：实测 λ ${costs(found.controlKeepLambda).zh}，λ/√m ${costs(found.controlKeepOverSqrtM).zh}，λ/m ${costs(found.controlKeepOverM).zh}。`,
		};
	},
});

export const expectations: ExpectationsOf<typeof movingLambda> = [
	{
		measured: 'overMBelowSqrtM',
		text: {
			en: 'cases in which keeping λ/m is clearly cheaper than keeping λ/√m: no more than by chance',
			zh: '沿用 λ/m 明确好于沿用 λ/√m 的情形：不多于偶然所致',
		},
		from: 0,
		to: 3,
	},
	{
		measured: 'controlKeepLambda',
		text: {
			en: 'in the control (a linear model with a Gaussian prior) keeping λ costs 0%',
			zh: '对照组（有高斯先验的线性模型）沿用 λ 的代价为 0%',
		},
		from: -0.5,
		to: 0.5,
	},
	{
		measured: 'controlKeepOverM',
		text: { en: 'in the control keeping λ/m costs at least 1%', zh: '对照组沿用 λ/m 的代价至少为 1%' },
		from: 1,
		to: 100,
	},
];

const percent = (estimate: Estimate) => `${formatValue(estimate, 2)}%`;
/** A cost in words; one below 0 is a gain. */
const costs = ({ value }: Estimate) => {
	const size = percent({ value: Math.abs(value) });
	return value < 0 ? { en: `gains ${size}`, zh: `降低 ${size}` } : { en: `costs ${size}`, zh: `高出 ${size}` };
};
const inPercent = ({ value, low = value, high = value }: Estimate): Estimate => ({
	value: 100 * value,
	low: 100 * low,
	high: 100 * high,
});
