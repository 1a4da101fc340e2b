import type { RuleOutcome, RuleOutcomes } from './advice.ts';
import { OPTIMIZERS, type OptimizerName } from './design.ts';
import { byTask, medianOf } from './overTasks.ts';
import { eachRule, RULES } from './rules.ts';
import type { CaseSummary } from './summary.ts';

/** Costs below this share of the loss are not worth tuning again for. */
const LITTLE_COST = 0.01;

/** What each rule costs the networks with hidden layers, by optimizer; of equal rules the earlier is the best. */
export function outcomesIn(study: readonly CaseSummary[]): Record<OptimizerName, RuleOutcomes> {
	const ofOptimizer = (optimizer: OptimizerName) => {
		const cases = study.filter((each) => each.optimizer === optimizer && each.model !== 'linear');
		const outcomes = eachRule((rule): RuleOutcome => {
			const costs = [...byTask(cases, ({ cost }) => cost['by-mean'][rule].value).values()];
			return {
				cost: Number(medianOf(costs).value.toPrecision(4)),
				tasksBelow1Percent: costs.filter((cost) => cost < LITTLE_COST).length,
				tasks: costs.length,
			};
		});
		const best = RULES.reduce((least, rule) => (outcomes[rule].cost < outcomes[least].cost ? rule : least));
		return { outcomes, best };
	};
	// The list holds every optimizer.
	return Object.fromEntries(OPTIMIZERS.map((optimizer) => [optimizer, ofOptimizer(optimizer)])) as ReturnType<
		typeof outcomesIn
	>;
}
