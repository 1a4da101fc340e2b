import type { Estimate } from '../../statistics.ts';
import { OPTIMIZERS, type OptimizerName } from '../../study/design.ts';
import { byTask, casesOf, medianOf } from '../../study/overTasks.ts';
import { readStudy } from '../../study/readStudy.ts';
import { RULES, type Rule } from '../../study/rules.ts';
import { defineExperiment, type ExpectationsOf } from '../experiment.ts';
import { axis, columnsOf } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';
import { studySetting } from '../shared/studySetting.ts';

/** The cases that are drawn. */
const DRAWN = { model: 'relu-32-32', optimizer: 'sgd' } as const;
/** A cost that nobody would tune again for. */
const LITTLE = 0.01;
const names: Record<Rule, { en: string; zh: string }> = {
	'keep-lambda': { en: 'keep λ', zh: '沿用 λ' },
	'keep-over-sqrt-m': { en: 'keep λ/√m', zh: '沿用 λ/√m' },
	'keep-over-m': { en: 'keep λ/m', zh: '沿用 λ/m' },
};

/** Claim 23: what it costs to take a λ that was tuned at m to ten times as many examples. */
export const movingLambda = defineExperiment({
	name: 'moving-lambda',
	claims: [23],
	status: 'measured',
	title: { en: 'What it costs to move a λ', zh: '把 λ 搬到更多数据上的代价' },
	claim: {
		en: 'With ten times as many examples, the coefficient λ/m that was tuned before (the weight_decay of a framework) is on most tasks the dearest number to keep; λ/√m or λ, that is a weight_decay divided by 3 or by 10, cost less.',
		zh: '数据变为十倍时，在多数任务上代价最大的是沿用原先调好的系数 λ/m（也就是框架里的 weight_decay）；沿用 λ/√m 或 λ，即把 weight_decay 除以 3 或 10，代价更小。',
	},
	parameters: {},
	specs: () => [],
	computed: studySetting,
	async measure(_parameters, _runs, tables) {
		const { cases } = await readStudy(tables);
		const costs = (optimizer: OptimizerName, rule: Rule) => [
			...byTask(casesOf(cases, optimizer), ({ cost }) => cost['by-mean'][rule].value).values(),
		];
		const median = (optimizer: OptimizerName, rule: Rule) => inPercent(medianOf(costs(optimizer, rule)));
		const below = (optimizer: OptimizerName, rule: Rule) => ({
			value: costs(optimizer, rule).filter((cost) => cost < LITTLE).length,
		});
		const control = cases.find(({ task, optimizer }) => task === 'linear-teacher' && optimizer === 'full-batch');
		const ofControl = (rule: Rule) => inPercent(control?.cost['by-mean'][rule] ?? { value: Number.NaN });
		const networks = OPTIMIZERS.flatMap((optimizer) => casesOf(cases, optimizer));
		/** Cases in which the first rule of a pair is clearly cheaper or dearer than the second, draw by draw. */
		const pairCount = (pair: number, how: 'cheaper' | 'dearer') => ({
			value: networks.filter(({ differences }) =>
				how === 'cheaper' ? isBelow(differences[pair]) : isAbove(differences[pair]),
			).length,
		});
		const drawn = casesOf(cases, DRAWN.optimizer, DRAWN.model);
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
				y: axis({ en: 'loss over tuning again, %', zh: '比重新调参多出的损失，%' }),
				series: RULES.map((rule) => ({
					label: names[rule],
					draw: 'points' as const,
					x: drawn.map(({ task }) => task),
					...columnsOf(drawn.map(({ cost }) => inPercent(cost['by-mean'][rule]))),
				})),
			},
		};
	},
	sentence: (found) => ({
		en: `With about ten times as many examples, SGD with momentum loses ${percent(found.keepLambdaSgd)} against tuning again when it keeps λ, ${percent(found.keepOverSqrtMSgd)} when it keeps λ/√m and ${percent(found.keepOverMSgd)} when it keeps λ/m (medians over ${formatValue(found.tasks)} tasks); AdamW ${percent(found.keepLambdaAdamW)}, ${percent(found.keepOverSqrtMAdamW)} and ${percent(found.keepOverMAdamW)}. Under SGD the cost is below 1% on ${formatValue(found.tasksKeepLambda)}, ${formatValue(found.tasksKeepOverSqrtM)} and ${formatValue(found.tasksKeepOverM)} of ${formatValue(found.tasks)} tasks. Compared draw by draw, λ is clearly cheaper than λ/m in ${formatValue(found.cheaperKeepLambda)} of ${formatValue(found.cases)} cases and λ/√m in ${formatValue(found.cheaperKeepOverSqrtM)}; λ/m is cheaper than λ in ${formatValue(found.overMBelowLambda)}, than λ/√m in ${formatValue(found.overMBelowSqrtM)}. Between λ and λ/√m it depends on the task: ${formatValue(found.lambdaBelowSqrtM)} cases to ${formatValue(found.lambdaAboveSqrtM)}. In the control, a linear model whose weights really have a Gaussian prior, theory says to keep λ: that ${costs(found.controlKeepLambda).en}, keeping λ/√m ${costs(found.controlKeepOverSqrtM).en} and keeping λ/m ${costs(found.controlKeepOverM).en}.`,
		zh: `数据约为十倍时，测试损失比重新调参高出：带动量的 SGD 沿用 λ 为 ${percent(found.keepLambdaSgd)}，沿用 λ/√m 为 ${percent(found.keepOverSqrtMSgd)}，沿用 λ/m 为 ${percent(found.keepOverMSgd)}（${formatValue(found.tasks)} 个任务的中位数）；AdamW 分别为 ${percent(found.keepLambdaAdamW)}、${percent(found.keepOverSqrtMAdamW)}、${percent(found.keepOverMAdamW)}。SGD 下代价低于 1% 的任务数依次为 ${formatValue(found.tasksKeepLambda)}、${formatValue(found.tasksKeepOverSqrtM)}、${formatValue(found.tasksKeepOverM)}（共 ${formatValue(found.tasks)} 个）。逐次抽样比较，${formatValue(found.cases)} 种情形中沿用 λ 明确好于沿用 λ/m 的有 ${formatValue(found.cheaperKeepLambda)} 种，沿用 λ/√m 明确好于它的有 ${formatValue(found.cheaperKeepOverSqrtM)} 种；反过来，沿用 λ/m 明确好于 λ 的有 ${formatValue(found.overMBelowLambda)} 种，明确好于 λ/√m 的有 ${formatValue(found.overMBelowSqrtM)} 种。λ 与 λ/√m 孰优要看任务：${formatValue(found.lambdaBelowSqrtM)} 比 ${formatValue(found.lambdaAboveSqrtM)}。对照组是权重确有高斯先验的线性模型，理论上应沿用 λ：实测沿用 λ ${costs(found.controlKeepLambda).zh}，沿用 λ/√m ${costs(found.controlKeepOverSqrtM).zh}，沿用 λ/m ${costs(found.controlKeepOverM).zh}。`,
	}),
});

export const expectations: ExpectationsOf<typeof movingLambda> = [
	{
		measured: 'overMBelowSqrtM',
		text: {
			en: 'keeping λ/m beats λ/√m in no more cases than chance lets pass (5%)',
			zh: '沿用 λ/m 胜过 λ/√m 的情形不多于偶然所致（5%）',
		},
		from: 0,
		to: 3,
	},
	{
		measured: 'controlKeepLambda',
		text: { en: 'nothing: a Gaussian prior and a linear model', zh: '几乎没有：高斯先验与线性模型' },
		from: -0.5,
		to: 0.5,
	},
	{
		measured: 'controlKeepOverM',
		text: { en: 'something: λ/m is not constant', zh: '有代价：λ/m 并不恒定' },
		from: 1,
		to: 100,
	},
];

const isBelow = (difference: Estimate | undefined) => (difference?.high ?? 0) < 0;
const isAbove = (difference: Estimate | undefined) => (difference?.low ?? 0) > 0;
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
