import { describe, expect, test } from 'vitest';
import { chartSvg } from '../../../site/charts/build/chartSvg.ts';
import { ellipse, priorChart } from '../../../site/figures/prior/priorChart.ts';
import { CURVATURE, LAMBDAS, MLE, type Point, type Prior, posteriorPeak } from '../../../site/figures/prior/problem.ts';
import { priorCaption } from '../../../site/figures/prior/words.ts';

const PRIORS: Prior[] = ['gaussian', 'laplace'];
const [[a = 0, b = 0] = [], [, c = 0] = []] = CURVATURE;

/** XᵀX times a vector. */
const curved = ([first, second]: Point): Point => [a * first + b * second, b * first + c * second];

/** The slope of ½‖y − Xw‖² at w: XᵀX (w − MLE). */
const slope = ([first, second]: Point): Point => curved([first - MLE[0], second - MLE[1]]);

describe('the peak of the posterior', () => {
	test.each(PRIORS)('is the maximum of the likelihood without a penalty, %s', (prior) => {
		const [first, second] = posteriorPeak(prior, 0);
		expect(first).toBeCloseTo(MLE[0], 9);
		expect(second).toBeCloseTo(MLE[1], 9);
	});

	test.each(LAMBDAS)('under a Gaussian prior solves (XᵀX + λI)w = XᵀX·MLE by Cramer’s rule, λ = %d', (lambda) => {
		const [right0, right1] = curved(MLE);
		const determinant = (a + lambda) * (c + lambda) - b * b;
		const [first, second] = posteriorPeak('gaussian', lambda);
		expect(first).toBeCloseTo((right0 * (c + lambda) - b * right1) / determinant, 12);
		expect(second).toBeCloseTo(((a + lambda) * right1 - b * right0) / determinant, 12);
	});

	test.each(LAMBDAS)('under a Laplace prior has no direction downhill, λ = %d', (lambda) => {
		const peak = posteriorPeak('laplace', lambda);
		for (const [j, weight] of peak.entries()) {
			const own = slope(peak)[j] ?? Number.NaN;
			if (weight === 0) expect(Math.abs(own)).toBeLessThanOrEqual(lambda + 1e-9);
			else expect(own).toBeCloseTo(-lambda * Math.sign(weight), 8);
		}
	});

	test('under a Laplace prior reaches an axis at a choice of λ and stays on it; under a Gaussian prior never', () => {
		const zeros = (prior: Prior) => LAMBDAS.map((lambda) => posteriorPeak(prior, lambda).includes(0));
		const onAxis = zeros('laplace');
		expect(onAxis).toContain(true);
		expect(onAxis).toContain(false);
		expect(onAxis.lastIndexOf(false)).toBeLessThan(onAxis.indexOf(true));
		expect(zeros('gaussian')).not.toContain(true);
	});

	test.each(PRIORS)('comes nearer to 0 with every larger λ, %s', (prior) => {
		const norm = ([first, second]: Point) =>
			prior === 'gaussian' ? Math.hypot(first, second) : Math.abs(first) + Math.abs(second);
		const norms = [0, ...LAMBDAS].map((lambda) => norm(posteriorPeak(prior, lambda)));
		for (const [i, value] of norms.entries()) if (i > 0) expect(value).toBeLessThan(norms[i - 1] ?? 0);
		expect(norm(posteriorPeak(prior, 1e9))).toBeCloseTo(0, 6);
	});
});

describe('the drawing', () => {
	test.each([0.5, 12])('has every point of an ellipse on its level, %d', (level) => {
		for (const [first, second] of ellipse(level)) {
			const [away0, away1] = [first - MLE[0], second - MLE[1]];
			const [own0, own1] = slope([first, second]);
			expect(away0 * own0 + away1 * own1).toBeCloseTo(level, 9);
		}
	});

	test.each(PRIORS)('holds finite numbers alone and both peaks, %s', (prior) => {
		for (const lambda of LAMBDAS) {
			const chart = priorChart(prior, lambda, 'en');
			expect(chartSvg(chart, 296, '', '')).not.toMatch(/NaN|Infinity|undefined/);
			const peaks = chart.kind === 'curves' ? chart.series.filter(({ draw }) => draw === 'points') : [];
			expect(peaks.map(({ points: [point] }) => [point?.x, point?.y])).toEqual([MLE, posteriorPeak(prior, lambda)]);
		}
	});

	test.each(['en', 'zh'] as const)('says in words when a weight is exactly zero, %s', (language) => {
		const told = (prior: Prior) => priorCaption(prior, LAMBDAS.at(-1) ?? 0, language);
		const zero = language === 'en' ? 'exactly zero' : '恰好是零';
		expect(told('laplace')).toContain(zero);
		expect(told('gaussian')).not.toContain(zero);
	});
});
