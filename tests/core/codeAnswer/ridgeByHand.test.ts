/** Ridge that is written by hand, in steps or solved: the minimiser that their arithmetic goes to is that of the λ that is read. */
import { expect, test } from 'vitest';
import { answerCode } from '../../../src/codeAnswer/answerCode.ts';
import { convert } from '../../../src/convert/convert.ts';
import { codeQuerySchema } from '../../../src/schema/codeQuery.ts';
import { convertQuerySchema } from '../../../src/schema/convertQuery.ts';

const [m, lr, lam] = [4, 0.05, 0.6];
const x = [1, -2, 0.5, 3];
const y = [2, -3, 1.5, 4];
const product = (one: readonly number[], other: readonly number[]) =>
	one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);

/** The gradient of the mean of ½(xw − y)². */
const slope = (w: number) => x.reduce((sum, one, at) => sum + one * (one * w - (y[at] ?? 0)), 0) / m;

test.each([
	{ step: 'w = w - lr * grad - lr * lam * w', next: (w: number) => w - lr * slope(w) - lr * lam * w },
	{ step: 'w -= lr * (grad + lam * w)', next: (w: number) => w - lr * (slope(w) + lam * w) },
	{ step: 'w = (1 - lr * lam / m) * w - lr * grad', next: (w: number) => (1 - (lr * lam) / m) * w - lr * slope(w) },
	{ step: 'w *= 1 - lr * lam\nw -= lr * grad', next: (w: number) => w * (1 - lr * lam) - lr * slope(w) },
	{ step: 'w -= lr * (grad + 2 * lam * np.r_[w])', next: (w: number) => w - lr * (slope(w) + 2 * lam * w) },
	{ step: 'w = np.linalg.inv(X.T @ X + lam * np.eye(1)) @ X.T @ y', next: () => product(x, y) / (product(x, x) + lam) },
])('$step', ({ step, next }) => {
	let w = 0;
	for (let at = 0; at < 4000; at++) w = next(w);
	const code = `m, lr, lam = ${m}, ${lr}, ${lam}\ngrad = X.T @ (X @ w - y) / m\n${step}`;
	const [decay] = answerCode(codeQuerySchema.parse({ code })).decays;
	const lambda = decay?.meaning?.lambda ?? Number.NaN;
	// Of ½·mean(xw − y)² + λ/2m·w²; a shrink before the step moves it by less than η.
	const minimiser = product(x, y) / (product(x, x) + lambda);
	expect(Math.abs(w / minimiser - 1)).toBeLessThan(step.includes('*=') ? lr : 1e-9);
	expect(lambda).toBeGreaterThan(0);
});

test.each([
	'obj <- function(b) 0.5 * sum((y - X %*% b)^2) + 2 / 2 * sum(b[-1]^2)',
	'obj <- function(b) sum((y - X %*% b)^2) + 3 * sum(b^2)',
	'obj <- function(b) sum((y - X %*% b)^2)/(2*n) + 2/2*sum(b^2)',
	'obj <- function(b) mean((y - X %*% b)^2) + 3 * sum(b^2)',
])('what is answered without m is converted to the λ that is answered with it: %s', (code) => {
	const rows = 40;
	const [one] = answerCode(codeQuerySchema.parse({ code })).decays;
	const [other] = answerCode(codeQuerySchema.parse({ code, m: rows })).decays;
	const loss = other?.meaning?.conversion.loss;
	const outcome = convert(convertQuerySchema.parse({ from: one?.library, value: one?.value, m: rows, loss }));
	expect(outcome.ok && outcome.conversion.lambda).toBeCloseTo(other?.meaning?.lambda ?? Number.NaN, 9);
});
