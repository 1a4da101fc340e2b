/** What the study says of each rule, which pages and the API read. */
import { describe, expect, test } from 'vitest';
import { host } from '../../../scripts/nodeHost.ts';
import { ruleOutcomes } from '../../../src/study/advice.ts';
import { OPTIMIZERS } from '../../../src/study/design.ts';
import { mediansIn } from '../../../src/study/medians.ts';
import { outcomesIn } from '../../../src/study/outcomes.ts';
import { readStudy } from '../../../src/study/readStudy.ts';
import { eachRule, RULES, type Rule } from '../../../src/study/rules.ts';
import type { CaseSummary } from '../../../src/study/summary.ts';

const { cases: STUDY, medians } = await readStudy(host.tables);

test.each([...OPTIMIZERS, 'linear'] as const)('what is committed for %s follows from the committed summary', (one) => {
	expect(ruleOutcomes(one)).toEqual(outcomesIn(STUDY)[one]);
});

test('the medians over tasks that are committed follow from the committed summary', () => {
	expect(medians).toEqual(mediansIn(STUDY));
});

test('keeping λ costs linear models least, by medians that are computed here from the cases themselves', () => {
	const { outcomes, best } = ruleOutcomes('linear');
	const cases = STUDY.filter(({ model, optimizer }) => model === 'linear' && optimizer === 'full-batch');
	const middle = (rule: Rule) => {
		const costs = cases.map(({ cost }) => cost['by-mean'][rule].value).sort((a, b) => a - b);
		return ((costs[3] ?? Number.NaN) + (costs[4] ?? Number.NaN)) / 2;
	};
	expect(cases).toHaveLength(8);
	for (const rule of RULES) expect(outcomes[rule].cost).toBeCloseTo(middle(rule), 4);
	expect(best).toBe('keep-lambda');
});

describe('outcomes', () => {
	const [sample] = STUDY;
	if (!sample) throw new Error('the study has no cases');
	const given = (task: CaseSummary['task'], costs: Record<Rule, number>, model: CaseSummary['model'] = 'relu-16') => {
		const cost = eachRule((rule) => ({ value: costs[rule], low: 0, high: 0 }));
		const one = { ...sample, task, model, cost: { 'by-mean': cost, 'by-draw': cost } };
		return OPTIMIZERS.map((optimizer) => ({ ...one, optimizer }));
	};
	const costs = (...[keep, root, over]: [number, number, number]): Record<Rule, number> => ({
		'keep-lambda': keep,
		'keep-over-sqrt-m': root,
		'keep-over-m': over,
	});

	test('are medians over tasks of means over their networks, and of the linear model apart from them', () => {
		const { sgd, linear } = outcomesIn(
			[
				given('moons', costs(0.02, 0, 0.3)),
				given('moons', costs(0.04, 0.01, 0.5), 'relu-32-32'),
				given('moons', costs(9, 9, 9), 'linear'),
				given('wine', costs(0.001, 0.05, 0.1)),
				given('digits', costs(0.2, 0.02, 0.009)),
			].flat(),
		);
		const { outcomes, best } = sgd;
		expect(linear.outcomes['keep-over-m']).toEqual({ cost: 9, tasksBelow1Percent: 0, tasks: 1 });
		expect(best).toBe('keep-over-sqrt-m');
		expect(outcomes['keep-lambda']).toEqual({ cost: 0.03, tasksBelow1Percent: 1, tasks: 3 });
		expect(outcomes['keep-over-sqrt-m']).toEqual({ cost: 0.02, tasksBelow1Percent: 1, tasks: 3 });
		expect(outcomes['keep-over-m']).toEqual({ cost: 0.1, tasksBelow1Percent: 1, tasks: 3 });
	});

	test('of rules that cost the same have the first as the best', () => {
		const { best } = outcomesIn([
			...given('moons', costs(0.1, 0.02, 0.02)),
			...given('moons', costs(0, 0, 0), 'linear'),
		]).sgd;
		expect(best).toBe('keep-over-sqrt-m');
	});
});
