/** At the minimisers of src/convex, the gradient of the project's own objective is 0, in float64. */
import { describe, expect, test } from 'vitest';
import { logistic } from '../../../src/convex/logistic.ts';
import { ridge } from '../../../src/convex/ridge.ts';
import { LAMBDA, labels, m, valueFor, X, y } from './sampleProblem.ts';

/** ∂J/∂w of (1/m) Σ loss + (λ/2m)‖w‖², from the derivative of each example's loss by its output. */
const gradient = (w: number[], errors: number[]) =>
	w.map((weight, j) => X.reduce((sum, row, i) => sum + (errors[i] ?? 0) * (row[j] ?? 0), LAMBDA * weight) / m);

const outputs = (w: number[]) => X.map((row) => row.reduce((sum, x, j) => sum + x * (w[j] ?? 0), 0));
const largest = (numbers: number[]) => Math.max(...numbers.map(Math.abs));

describe('the minimizer that λ/2m has too', () => {
	test('ridge with Ridge’s alpha, beside ½(ŷ−y)²', () => {
		const w = ridge(X, y, valueFor('sklearn-ridge', 'half-squared-error'));
		const errors = outputs(w).map((output, i) => output - (y[i] ?? 0));
		expect(largest(gradient(w, errors))).toBeLessThan(1e-14);
	});

	test.each(['sklearn-logistic-regression', 'liblinear'] as const)('logistic with the C of %s', (library) => {
		const { w, b } = logistic(X, labels, valueFor(library, 'binary-cross-entropy'));
		expect(b).toBeCloseTo(0, 10); // mirrored data
		const errors = outputs(w).map((output, i) => 1 / (1 + Math.exp(-output)) - (labels[i] ?? 0));
		expect(largest(gradient(w, errors))).toBeLessThan(1e-12);
	});
});
