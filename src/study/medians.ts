import { at } from '../at.ts';
import type { Estimate } from '../statistics.ts';
import { OPTIMIZERS, type OptimizerName } from './design.ts';
import { median, medianOf } from './medianOf.ts';
import { CHOICES, type Choice } from './moves.ts';
import { byTask, casesOf } from './overTasks.ts';
import { eachRule, type Rule } from './rules.ts';
import type { CaseSummary } from './summary.ts';

/** What networks with hidden layers come to under one optimizer: medians over tasks, of each over its networks. */
export interface StudyMedians {
	/** p of the tasks that have one. */
	exponent: Estimate;
	cost: Record<Choice, Record<Rule, Estimate>>;
	/** Cost of keeping λ less that of keeping λ/√m, task by task, λ chosen by the mean; and on how many tasks λ costs less. */
	lambdaMinusSqrtM: Estimate;
	tasksLambdaBelowSqrtM: number;
	tasks: number;
}

/** Between what the median of p would lie if each case without one had a p below, or above, all others. */
export function exponentBounds(study: readonly CaseSummary[], optimizer: OptimizerName): { low: number; high: number } {
	const cases = casesOf(study, optimizer);
	const medianWith = (unknown: number) =>
		median([...byTask(cases, ({ exponent }) => exponent?.value ?? unknown).values()]);
	return { low: medianWith(Number.NEGATIVE_INFINITY), high: medianWith(Number.POSITIVE_INFINITY) };
}

/** The medians under each optimizer. */
export function mediansIn(study: readonly CaseSummary[]): Record<OptimizerName, StudyMedians> {
	const of = (optimizer: OptimizerName): StudyMedians => {
		const values = (value: (given: CaseSummary) => number | null) => [
			...byTask(casesOf(study, optimizer), value).values(),
		];
		const costs = (choice: Choice, rule: Rule) => values(({ cost }) => cost[choice][rule].value);
		const root = costs('by-mean', 'keep-over-sqrt-m');
		const apart = costs('by-mean', 'keep-lambda').map((cost, task) => cost - at(root, task));
		const cost = CHOICES.map((choice) => [choice, eachRule((rule) => medianOf(costs(choice, rule)))] as const);
		return {
			exponent: medianOf(values(({ exponent }) => exponent?.value ?? null)),
			cost: Object.fromEntries(cost) as StudyMedians['cost'], // every choice is in the list
			lambdaMinusSqrtM: medianOf(apart),
			tasksLambdaBelowSqrtM: apart.filter((difference) => difference < 0).length,
			tasks: root.length,
		};
	};
	return Object.fromEntries(OPTIMIZERS.map((optimizer) => [optimizer, of(optimizer)])) as Record<
		OptimizerName,
		StudyMedians
	>; // the list holds every optimizer
}
