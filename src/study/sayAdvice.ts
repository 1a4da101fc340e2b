import type { Text } from '../language.ts';
import { formatCount, formatForCode, formatInProse } from '../numberFormat.ts';
import { RULES, type Rule } from '../schema/lambdaRules.ts';
import type { MeasuredOn, RuleOutcomes } from './advice.ts';

/** What each rule keeps, as a formula. */
export const KEPT: Record<Rule, string> = {
	'keep-lambda': 'λ',
	'keep-over-sqrt-m': 'λ/√m',
	'keep-over-m': 'λ/m',
};

/** A formula is the same in every language. */
export const asText = (formula: string): Text => ({ en: formula, zh: formula });

/** A number that a rule changes, by the name that a reader knows it by. */
interface Change {
	name: Text;
	before: number;
	/** Null where no finite value says it. */
	after: number | null;
}

/** What to do: `With 10,000 examples instead of 1,000, keep λ/√m: λ 0.5 becomes 1.58.` */
export function sayMove({ from, to }: { from: number; to: number }, kept: Text, changes: readonly Change[]): Text {
	const said = changes.map(sayChange);
	return {
		en: `With ${formatCount(to, 'en')} ${to === 1 ? 'example' : 'examples'} instead of ${formatCount(from, 'en')}, keep ${kept.en}: ${said.map(({ en }) => en).join(', ')}.`,
		zh: `样本从 ${formatCount(from, 'zh')} 个变为 ${formatCount(to, 'zh')} 个时，沿用 ${kept.zh}：${said.map(({ zh }) => zh).join('，')}。`,
	};
}

/** What the study found of the best rule and the others: how many tasks, and what they cost in the median. */
export function sayOutcomes(
	{ outcomes, best }: RuleOutcomes,
	{ measuredOn, times, kept }: { measuredOn: MeasuredOn; times: number; kept: Record<Rule, Text> },
): Text {
	const { cost, ...tasks } = outcomes[best];
	const [below, others, reach] = [sayTasks(tasks), sayOthers(outcomes, best, kept), sayReach(times)];
	const on = MEASURED_ON[measuredOn];
	return {
		en: `Measured on ${on.en}, at about ten times as many examples: against tuning again, that costs under 1% of the loss on ${below.en} (median ${sayCost(cost).en}); ${others.en}.${reach.en}`,
		zh: `在${on.zh}上，样本增至约十倍时实测：与重新调参相比，${below.zh}（中位数${sayCost(cost).zh}）；${others.zh}。${reach.zh}`,
	};
}

/** Costs below it are of the size of what rounding and the choice of seeds do. */
const LEAST_COST = 0.0005;

/** A cost as a percentage, what is nearly nothing (or a gain by luck) without its digits. */
export const sayCost = (cost: number): Text => {
	if (cost < LEAST_COST) return { en: 'under 0.05%', zh: '不到 0.05%' };
	const percent = `${formatInProse(100 * cost, { digits: 2 })}%`;
	return { en: percent, zh: ` ${percent}` };
};

function sayChange({ name, before, after }: Change): Text {
	const known = formatForCode(before, KNOWN_DIGITS);
	if (after === null) return { en: `${name.en} ${known} has no counterpart`, zh: `${name.zh} ${known} 没有对应的值` };
	if (isSame(before, after)) return { en: `${name.en} stays ${known}`, zh: `${name.zh} 仍为 ${known}` };
	const then = formatForCode(after, THEN_DIGITS);
	return { en: `${name.en} ${known} becomes ${then}`, zh: `${name.zh} 由 ${known} 变为 ${then}` };
}

/** Digits of a number that the reader has, and of one that a rule gives: no rule is known better. */
const KNOWN_DIGITS = 6;
const THEN_DIGITS = 3;

/** Whether only rounding tells two strengths apart. */
export const isSame = (before: number, after: number): boolean => Math.abs(after - before) <= 1e-9 * before;

function sayTasks({ tasksBelow1Percent: below, tasks }: { tasksBelow1Percent: number; tasks: number }): Text {
	if (tasks === 1) {
		return below === 1
			? { en: 'the only task', zh: '唯一的任务的损失只增加不到 1%' }
			: { en: 'no task', zh: '唯一的任务的损失增加 1% 以上' };
	}
	if (below === tasks) return { en: `all ${tasks} tasks`, zh: `${tasks} 个任务的损失都只增加不到 1%` };
	if (below === 0) return { en: `none of ${tasks} tasks`, zh: `${tasks} 个任务的损失都增加 1% 以上` };
	return { en: `${below} of ${tasks} tasks`, zh: `${tasks} 个任务中有 ${below} 个的损失只增加不到 1%` };
}

function sayOthers(outcomes: RuleOutcomes['outcomes'], best: Rule, kept: Record<Rule, Text>): Text {
	const [one, other] = RULES.filter((rule) => rule !== best).map((rule) => ({
		kept: kept[rule],
		cost: sayCost(outcomes[rule].cost),
	}));
	if (!one || !other) throw new Error('there are three rules');
	if (one.cost.en === other.cost.en) {
		const too = one.cost.en === sayCost(outcomes[best].cost).en;
		return {
			en: `keeping ${one.kept.en} or ${other.kept.en} costs ${one.cost.en}${too ? ' too' : ''}`,
			zh: `沿用 ${one.kept.zh} 或 ${other.kept.zh} 的代价${too ? '也' : ''}是${one.cost.zh}`,
		};
	}
	return {
		en: `keeping ${one.kept.en} costs ${one.cost.en}, keeping ${other.kept.en} ${other.cost.en}`,
		zh: `沿用 ${one.kept.zh} 的代价是${one.cost.zh}，沿用 ${other.kept.zh} 的代价是${other.cost.zh}`,
	};
}

/** What is to be said where the number of examples does not grow about as in the study. */
function sayReach(times: number): Text {
	if (times < 1)
		return {
			en: ' Fewer examples were not measured: this is an extrapolation.',
			zh: '样本变少的情形没有测过：这是外推。',
		};
	if (times < 3)
		return {
			en: ' So small a step was not measured; the rules differ less there.',
			zh: '这么小的增幅没有测过；此时各规则相差更小。',
		};
	if (times > 30)
		return { en: ' For so many more examples this is an extrapolation.', zh: '样本增加得更多，这是外推。' };
	return { en: '', zh: '' };
}

/** What costs were measured on, in words. */
export const MEASURED_ON: Record<MeasuredOn, Text> = {
	sgd: { en: 'networks trained by SGD in small batches', zh: '用 SGD 小批量训练的网络' },
	adamw: { en: 'networks trained by AdamW', zh: '用 AdamW 训练的网络' },
	'full-batch': { en: 'networks trained on all examples at every step', zh: '每步用全部样本训练的网络' },
	linear: { en: 'linear models trained on all examples at every step', zh: '每步用全部样本训练的线性模型' },
};
