/** The derivation of Eq 1: every line's right-hand side is, for random data, what was done to the posterior. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FACTORS, factorsIn, KINDS } from '../../../site/figures/derivation/factors.ts';
import { LINES, type Sample } from '../../../site/figures/derivation/lines.ts';
import { markup } from '../../../site/html/mathematics/element.ts';
import { mathMl } from '../../../site/html/mathematics/mathMl.ts';
import { DERIVATION_TEXT } from '../../../site/text/figures/derivation.ts';
import { LANGUAGES } from '../../../site/text/languages.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Two sets of weights on the same data: linear predictions, and labels 0 and 1 for the log-loss. */
const arbitraryPair = fc
	.record({
		rows: fc.array(fc.record({ x: fc.tuple(between(-2, 2), between(-2, 2)), y: between(-3, 3) }), {
			minLength: 2,
			maxLength: 12,
		}),
		sigma: between(0.3, 3),
		tau: between(0.3, 3),
		first: fc.tuple(between(-2, 2), between(-2, 2)),
		second: fc.tuple(between(-2, 2), between(-2, 2)),
	})
	.map(({ rows, sigma, tau, first, second }) => {
		const sampleOf = (weights: readonly [number, number]) => {
			const outputs = rows.map(({ x }) => x[0] * weights[0] + x[1] * weights[1]);
			const probabilities = outputs.map((output, i) => 1 / (1 + Math.exp((rows[i]?.y ?? 0) > 0 ? -output : output)));
			const sample: Sample = {
				m: rows.length,
				sigma,
				tau,
				residuals: outputs.map((output, i) => output - (rows[i]?.y ?? 0)),
				losses: outputs.map((output, i) => Math.log1p(Math.exp((rows[i]?.y ?? 0) > 0 ? -output : output))),
				weights,
			};
			return { sample, probabilities };
		};
		return [sampleOf(first), sampleOf(second)] as const;
	});

/** The density of a Gaussian around zero, as a book of statistics has it. */
const density = (x: number, deviation: number) =>
	Math.exp(-(x ** 2) / (2 * deviation ** 2)) / (deviation * Math.sqrt(2 * Math.PI));

/** log p(W | D) up to the same constant for all W, from the densities themselves. */
function logPosterior(
	kind: (typeof KINDS)[number],
	{ sample, probabilities }: { sample: Sample; probabilities: number[] },
) {
	const { sigma, tau, residuals, weights } = sample;
	const likelihoods = kind === 'log-loss' ? probabilities : residuals.map((residual) => density(residual, sigma));
	const priors = weights.map((weight) => density(weight, tau));
	return [...likelihoods, ...priors].reduce((sum, p) => sum + Math.log(p), 0);
}

describe.each(KINDS)('the derivation of %s', (kind) => {
	test.each(LINES[kind].map((line, index) => ({ step: index + 1, ...line })))(
		'is right in line $step, whatever the data and the weights',
		({ value, times }) => {
			fc.assert(
				fc.property(arbitraryPair, ([one, other]) => {
					const expected = logPosterior(kind, other) - logPosterior(kind, one);
					const [a, b] = [value(one.sample), value(other.sample)];
					const got = times === null ? Math.log(b) - Math.log(a) : (a - b) / times(one.sample);
					// Where the posterior itself is too small a number, its logarithm is not one.
					fc.pre(Number.isFinite(got));
					expect(Math.abs(got - expected)).toBeLessThan(1e-9 * (1 + Math.abs(expected) + Math.abs(a)) * 100);
				}),
			);
		},
	);

	test('has five lines that can be set, and an explanation of each in both languages', () => {
		expect(LINES[kind]).toHaveLength(5);
		for (const { tex } of LINES[kind]) expect(markup(mathMl(tex, { display: true }))).toContain('<math');
		for (const { key } of LANGUAGES) expect(new Set(DERIVATION_TEXT[key].steps[kind]).size).toBe(5);
	});
});

const last = (kind: (typeof KINDS)[number]) => factorsIn(LINES[kind].at(-1)?.tex ?? '');

test('Eq 1 keeps the ½ of the prior, and m; classical ridge keeps neither', () => {
	expect(last('gaussian')).toEqual([...FACTORS]);
	expect(last('log-loss')).toEqual(['half-prior', 'tau', 'm', 'lambda']);
	expect(last('ridge')).toEqual(['sigma', 'tau', 'lambda']);
});
