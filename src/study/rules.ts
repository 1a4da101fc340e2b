import { RULES, type Rule } from '../schema/lambdaRules.ts';

export { RULES, type Rule };

/** Pairs of rules, as they are compared. */
export const RULE_PAIRS = [
	['keep-lambda', 'keep-over-sqrt-m'],
	['keep-lambda', 'keep-over-m'],
	['keep-over-sqrt-m', 'keep-over-m'],
] as const satisfies readonly (readonly [Rule, Rule])[];

/** What a rule multiplies λ by when there are `times` as many examples. */
export const factorOf: Record<Rule, (times: number) => number> = {
	'keep-lambda': () => 1,
	'keep-over-sqrt-m': Math.sqrt,
	'keep-over-m': (times) => times,
};

/** A value for each rule. */
export const eachRule = <Value>(value: (rule: Rule) => Value): Record<Rule, Value> => ({
	'keep-lambda': value('keep-lambda'),
	'keep-over-sqrt-m': value('keep-over-sqrt-m'),
	'keep-over-m': value('keep-over-m'),
});
