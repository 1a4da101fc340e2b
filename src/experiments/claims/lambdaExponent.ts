import { OPTIMIZERS, type OptimizerName } from '../../study/design.ts';
import { MOST_GRID_ERROR } from '../../study/gridError.ts';
import { casesOf } from '../../study/overTasks.ts';
import { readStudy } from '../../study/readStudy.ts';
import { defineExperiment, type ExpectationsOf } from '../experiment.ts';
import { axis, columnsOf } from '../figure.ts';
import { formatValue, formatWithInterval } from '../formatEstimate.ts';
import { studySetting } from '../shared/studySetting.ts';

/** The network whose exponents are drawn: the one that fits all tasks. */
const DRAWN = 'relu-32-32';
/** Where the drawing ends: intervals of wine, with 29 examples to choose by, are wider. */
const DRAWN_EXPONENTS: [from: number, to: number] = [-0.5, 1.5];
const names: Record<OptimizerName, { en: string; zh: string }> = {
	sgd: { en: 'SGD, momentum 0.9', zh: 'SGD，动量 0.9' },
	adamw: { en: 'AdamW', zh: 'AdamW' },
	'full-batch': { en: 'full batch', zh: '全批量训练' },
};

/** Claims 6 and 7: how the best λ of networks moves with m, over the tasks of the study. */
export const lambdaExponent = defineExperiment({
	name: 'lambda-exponent',
	claims: [6, 7],
	status: 'measured',
	title: { en: 'How the best λ moves with m, task by task', zh: '最佳 λ 随 m 如何变化：逐个任务' },
	claim: {
		en: 'Under λ/2m the best λ of a network stays or grows with m, on most tasks more slowly than m does.',
		zh: '在 λ/2m 下，网络的最佳 λ 随 m 不变或增大，在多数任务上不如 m 增得快。',
	},
	parameters: {},
	specs: () => [],
	computed: studySetting,
	async measure(_parameters, _runs, tables) {
		const { cases, medians } = await readStudy(tables);
		const networks = OPTIMIZERS.flatMap((optimizer) => casesOf(cases, optimizer));
		const found = networks.flatMap(({ exponent }) => exponent ?? []);
		return {
			measured: {
				exponentSgd: medians.sgd.exponent,
				exponentAdamW: medians.adamw.exponent,
				exponentFullBatch: medians['full-batch'].exponent,
				cases: { value: networks.length },
				casesWithMinimum: { value: found.length },
				casesBelowZero: { value: found.filter(({ high = 0 }) => high < 0).length },
				casesBelowZeroByDraws: { value: found.filter(({ drawsAlone }) => drawsAlone.high < 0).length },
				casesBelowOne: { value: found.filter(({ high = 1 }) => high < 1).length },
				casesWide: {
					value: found.filter(({ low = 0, high = 0 }) => (high - low) / 2 > MOST_GRID_ERROR).length,
				},
				casesAboveZero: { value: found.filter(({ low = 0 }) => low > 0).length },
			},
			figure: {
				kind: 'curves',
				x: axis({ en: 'task', zh: '任务' }, 'category'),
				y: {
					...axis({ en: '32-32 ReLU: p of the best λ ∝ mᵖ', zh: '32-32 ReLU：最佳 λ ∝ mᵖ 的 p' }),
					range: DRAWN_EXPONENTS,
				},
				series: OPTIMIZERS.map((optimizer) => {
					const drawn = casesOf(cases, optimizer, DRAWN).flatMap(({ task, exponent }) =>
						exponent ? [{ task, exponent }] : [],
					);
					return {
						label: names[optimizer],
						draw: 'points' as const,
						x: drawn.map(({ task }) => task),
						...columnsOf(drawn.map(({ exponent }) => exponent)),
					};
				}),
			},
		};
	},
	sentence: (found) => ({
		en: `Where a best λ > 0 exists at every m, it goes as mᵖ: the median over tasks is p = ${formatWithInterval(found.exponentSgd, 2)} under SGD, ${formatWithInterval(found.exponentAdamW, 2)} under AdamW and ${formatWithInterval(found.exponentFullBatch, 2)} with full batches; 0 would keep λ, 1 would keep λ/m. Of ${formatValue(found.cases)} cases with a network ${formatValue(found.casesWithMinimum)} have such a p, in which the steps of λ alone leave open ¼ at most; the whole interval, draws included, leaves more than ±¼ in ${formatValue(found.casesWide)} and lies above 0 in ${formatValue(found.casesAboveZero)}, below 0 in ${formatValue(found.casesBelowZero)} (by the draws alone ${formatValue(found.casesBelowZeroByDraws)}), and below 1 in ${formatValue(found.casesBelowOne)}.`,
		zh: `在每个 m 下都有最佳 λ > 0 的情形里，它按 mᵖ 变化：各任务的中位数在 SGD 下为 p = ${formatWithInterval(found.exponentSgd, 2)}，AdamW 下 ${formatWithInterval(found.exponentAdamW, 2)}，全批量训练 ${formatWithInterval(found.exponentFullBatch, 2)}；0 对应沿用 λ，1 对应沿用 λ/m。${formatValue(found.cases)} 种网络情形中有 ${formatValue(found.casesWithMinimum)} 种可以得出 p，单是 λ 的步长带来的出入至多 ¼；连同各次抽样，区间宽于 ±¼ 的有 ${formatValue(found.casesWide)} 种，高于 0 的有 ${formatValue(found.casesAboveZero)} 种，低于 0 的 ${formatValue(found.casesBelowZero)} 种（只算抽样 ${formatValue(found.casesBelowZeroByDraws)} 种），低于 1 的 ${formatValue(found.casesBelowOne)} 种。`,
	}),
});

export const expectations: ExpectationsOf<typeof lambdaExponent> = [
	{
		measured: 'exponentSgd',
		text: {
			en: 'under SGD: p below 1, so that λ/m is not the number to keep',
			zh: 'SGD 下 p 小于 1：该沿用的不是 λ/m',
		},
		from: -0.2,
		to: 0.8,
		of: 'whole',
	},
	{
		measured: 'exponentAdamW',
		text: {
			en: 'under AdamW: p below 1, so that λ/m is not the number to keep',
			zh: 'AdamW 下 p 小于 1：该沿用的不是 λ/m',
		},
		from: -0.2,
		to: 0.8,
		of: 'whole',
	},
];
