import { describe, expect, test } from 'vitest';
import { precomputedRun } from '../../../site/figures/scaling/precomputed.ts';
import { runFacts } from '../../../site/figures/scaling/runFacts.ts';
import { formatsIn } from '../../../site/text/formats.ts';
import { TEXT } from '../../../site/text/tables.ts';
import type { FactsOf } from '../../../site/text/text.ts';
import { figureRuns, LAMBDA_CHOICES, type LambdaChoice } from '../../../src/experiments/scalingFigure.ts';

/** The facts of a choice of λ, as the page hands them to its caption. */
function factsOf(choice: LambdaChoice): FactsOf {
	return (m, penalty) => {
		const figureRun = figureRuns(choice).find((run) => run.m === m && run.penalty === penalty);
		if (!figureRun) throw new Error(`no run ${m} ${penalty}`);
		return runFacts(figureRun, precomputedRun(figureRun.key));
	};
}

describe('what the captions say', () => {
	const [notebook, same] = LAMBDA_CHOICES.map(factsOf);
	const loss = (of: FactsOf | undefined, ...which: Parameters<FactsOf>) => of?.(...which).testLoss ?? Number.NaN;

	test('both penalties mend the overfitting on 30 examples', () => {
		expect(loss(notebook, 30, 'half')).toBeLessThan(loss(notebook, 30, 'none') - 0.1);
		expect(loss(notebook, 30, 'over-2m')).toBeLessThan(loss(notebook, 30, 'none') - 0.1);
	});

	test('on 300 examples λ/2 does harm with the λ of 30, and λ/2m stays close to no penalty', () => {
		expect(loss(notebook, 300, 'half')).toBeGreaterThan(loss(notebook, 300, 'none') + 0.05);
		expect(Math.abs(loss(notebook, 300, 'over-2m') - loss(notebook, 300, 'none'))).toBeLessThan(0.01);
	});

	test('with λ = 0.5 for both, λ/2 answers ½ at either size', () => {
		for (const m of [30, 300]) expect(loss(same, m, 'half')).toBeCloseTo(Math.LN2, 5);
	});

	test.each(LAMBDA_CHOICES)('English and Chinese give the same numbers for the choice "$key"', (choice) => {
		const numbers = (text: string) => new Set(text.match(/0\.\d{3}/g));
		const [en, zh] = [TEXT.en, TEXT.zh].map(({ figure }) => numbers(figure.caption[choice.key](factsOf(choice))));
		expect(en?.size).toBeGreaterThan(2);
		expect(zh).toEqual(en);
	});
});

describe('numbers', () => {
	const en = formatsIn('en');
	test.each([
		['a loss', en.loss(0.30321), '0.303'],
		['a vanishing penalty', en.loss(1.4e-24), '0.000'],
		['no number', en.loss(null), '–'],
		['a share', en.share(0.884), '88.4%'],
		['a short time', en.duration(22.4), '22 ms'],
		['almost a second', en.duration(999.9), '1 sec'],
		['a longer time', en.duration(12345), '12 sec'],
		['thousands', en.number(1000), '1,000'],
	])('%s is written %s', (_, written, expected) => {
		expect(written).toBe(expected);
	});
});
