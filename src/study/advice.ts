import type { Rule } from '../schema/lambdaRules.ts';
import type { OptimizerName } from './design.ts';
import committed from './outcomes.json' with { type: 'json' };

/** What the study says of a rule: the median over tasks of its cost, and on how many it costs less than 1%. */
export interface RuleOutcome {
	/** Loss over that of tuning again, less 1, at about ten times as many examples. */
	cost: number;
	tasksBelow1Percent: number;
	tasks: number;
}

/** What each rule costs, and the rule that costs least. */
export interface RuleOutcomes {
	outcomes: Record<Rule, RuleOutcome>;
	best: Rule;
}

/** What costs were measured on: networks with hidden layers, by their optimizer, or linear models at their minimum. */
export type MeasuredOn = OptimizerName | 'linear';

/** `npm run study` writes it (`outcomesIn`): the summary of every case is too much for a page. */
const OUTCOMES = committed as Record<MeasuredOn, RuleOutcomes>; // JSON knows no literal types

/** What each rule costs such models. */
export const ruleOutcomes = (measuredOn: MeasuredOn): RuleOutcomes => OUTCOMES[measuredOn];
