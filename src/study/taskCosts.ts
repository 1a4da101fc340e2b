import { bootstrapAll, type Estimate, mean } from '../statistics.ts';
import { OPTIMIZERS, type OptimizerName, SEEDS, TASKS, type TaskName } from './design.ts';
import { median } from './medianOf.ts';
import { movesOf, pairsOf } from './moves.ts';
import { eachRule, type Rule } from './rules.ts';
import type { CaseTable } from './table.ts';

/** What a rule costs a task: the median over its networks, with the interval of resampled draws, which its networks share. */
export interface TaskCost {
	task: TaskName;
	optimizer: OptimizerName;
	cost: Record<Rule, Estimate>;
}

/** The costs of every task and optimizer that networks with hidden layers were trained on, λ chosen by the mean of all draws. */
export function taskCosts(tables: readonly CaseTable[]): TaskCost[] {
	const networks = tables.filter(({ model }) => model !== 'linear');
	return OPTIMIZERS.flatMap((optimizer) =>
		[...new Set(networks.map(({ task }) => task))].flatMap((task): TaskCost[] => {
			const own = networks.filter((each) => each.task === task && each.optimizer === optimizer);
			if (own.length === 0) return [];
			const moves = own.map((table) => movesOf(table, pairsOf(TASKS[task].sizes), 'by-mean'));
			const estimateOf = bootstrapAll(SEEDS.length, (sample) => {
				const found = moves.map((measure) => measure(sample));
				const costs = (rule: Rule) =>
					found.map((ofCase) => mean(ofCase.map(({ moved, tuned }) => moved[rule] / tuned - 1)));
				return eachRule((rule) => median(costs(rule)));
			});
			return [{ task, optimizer, cost: eachRule((rule) => estimateOf((found) => found[rule])) }];
		}),
	);
}
