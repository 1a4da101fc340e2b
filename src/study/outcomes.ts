import type { MeasuredOn, RuleOutcome, RuleOutcomes } from './advice.ts';
import { OPTIMIZERS } from './design.ts';
import { medianOf } from './medianOf.ts';
import { byTask, casesOf } from './overTasks.ts';
import { eachRule, RULES } from './rules.ts';
import type { CaseSummary } from './summary.ts';

/** Costs below this share of the loss are not worth tuning again for. */
const LITTLE_COST = 0.01;

/**
 * What each rule costs the networks with hidden layers, by optimizer, and the linear models, trained on all examples at every
 * step, which is nearest to the minimum that solvers find; of equal rules the earlier is the best.
 */
export function outcomesIn(study: readonly CaseSummary[]): Record<MeasuredOn, RuleOutcomes> {
	const outcomesOf = (cases: readonly CaseSummary[]): RuleOutcomes => {
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
	const networks = OPTIMIZERS.map((optimizer) => [optimizer, outcomesOf(casesOf(study, optimizer))] as const);
	const linear = outcomesOf(casesOf(study, 'full-batch', 'linear'));
	return { ...Object.fromEntries(networks), linear } as ReturnType<typeof outcomesIn>; // the list holds every optimizer
}
