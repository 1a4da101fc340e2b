/**
 * The libraries themselves, where Python or R has them, trained with the value that the converter gives: their weights
 * against the float64 minimiser of J = (1/m) Σ loss + (λ/2m)‖w‖², and against those that the project's own engine
 * finds with the λ of that value and the same loss.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { convert } from '../../../src/convert/convert.ts';
import { libraries } from '../../../src/convert/libraries.ts';
import { ridge } from '../../../src/convex/ridge.ts';
import { RandomState } from '../../../src/data/randomState.ts';
import { convertQuerySchema } from '../../../src/schema/convertQuery.ts';
import type { LibraryId } from '../../../src/schema/libraryIds.ts';
import { LOSSES, type Loss } from '../../../src/schema/losses.ts';
import { expectClose } from '../expectClose.ts';
import { type Fit, type Found, group, runLibraries } from './runLibraries.ts';
import {
	BATCH_SIZE,
	LAMBDA,
	labels,
	lambdaBeside,
	lambdaFor,
	m,
	minimiser,
	trainedWeights,
	valueFor,
	X,
	y,
} from './sampleProblem.ts';

interface Case {
	library: LibraryId;
	loss: Loss;
	/** How near the library's own solver comes: stochastic ones less. */
	tolerance: number;
	batchSize?: number;
}

const [BINARY, SOFTMAX, HALF, WHOLE] = LOSSES;
const cases: Case[] = [
	{ library: 'sklearn-ridge', loss: HALF, tolerance: 1e-12 },
	{ library: 'sklearn-ridge', loss: WHOLE, tolerance: 1e-12 },
	{ library: 'sklearn-elasticnet', loss: HALF, tolerance: 1e-9 },
	{ library: 'sklearn-elasticnet', loss: WHOLE, tolerance: 1e-9 },
	{ library: 'sklearn-sgd', loss: BINARY, tolerance: 2e-2 },
	{ library: 'sklearn-sgd', loss: HALF, tolerance: 1e-2 },
	{ library: 'sklearn-sgd', loss: WHOLE, tolerance: 1e-2 },
	{ library: 'sklearn-logistic-regression', loss: BINARY, tolerance: 1e-6 },
	{ library: 'sklearn-logistic-regression', loss: SOFTMAX, tolerance: 1e-6 },
	{ library: 'liblinear', loss: BINARY, tolerance: 1e-6 },
	...[HALF, WHOLE].flatMap((loss): Case[] => [
		{ library: 'sklearn-ridge-cv', loss, tolerance: 1e-12 },
		{ library: 'sklearn-kernel-ridge', loss, tolerance: 1e-12 },
		{ library: 'glmnet-gaussian', loss, tolerance: 1e-9 },
	]),
	{ library: 'sklearn-logistic-regression-cv', loss: BINARY, tolerance: 1e-6 },
	{ library: 'sklearn-logistic-regression-cv', loss: SOFTMAX, tolerance: 1e-6 },
	{ library: 'glmnet-binomial', loss: BINARY, tolerance: 1e-6 },
	...[BINARY, SOFTMAX, HALF, WHOLE].flatMap((loss): Case[] => [
		{ library: 'sklearn-mlp', loss, tolerance: 1e-4, batchSize: m },
		{ library: 'sklearn-mlp', loss, tolerance: 2e-2 },
		{ library: 'pytorch-sgd', loss, tolerance: 1e-9 },
		{ library: 'pytorch-adam', loss, tolerance: 1e-5 },
		{ library: 'keras-l2', loss, tolerance: 1e-4 },
		{ library: 'keras-weight-decay', loss, tolerance: 5e-4 },
		{ library: 'optax', loss, tolerance: 1e-9 },
		{ library: 'flax', loss, tolerance: 1e-9 },
		{ library: 'timm-sgd', loss, tolerance: 1e-9 },
		{ library: 'timm-sgdw', loss, tolerance: 5e-4 },
		{ library: 'r-nnet', loss, tolerance: 1e-6 },
	]),
	{ library: 'statsmodels', loss: BINARY, tolerance: 1e-4 },
	{ library: 'statsmodels', loss: HALF, tolerance: 1e-9 },
	{ library: 'statsmodels', loss: WHOLE, tolerance: 1e-9 },
	{ library: 'xgboost-gblinear', loss: BINARY, tolerance: 1e-4 },
	{ library: 'xgboost-gblinear', loss: HALF, tolerance: 1e-4 },
	{ library: 'xgboost-gblinear', loss: WHOLE, tolerance: 1e-4 },
];

/** The engine computes in float32, whose rounding over thousands of steps leaves less than this. */
const ENGINE_TOLERANCE = 1e-4;

const nameOf = ({ library, loss, batchSize = BATCH_SIZE }: Omit<Case, 'tolerance'>) =>
	`${library} beside ${loss}, B = ${batchSize}`;
const adamw = { library: 'pytorch-adamw', loss: BINARY } as const;
const trees = [
	{ library: 'xgboost-gbtree', loss: HALF },
	{ library: 'lightgbm', loss: HALF },
	{ library: 'sklearn-hist-gradient-boosting', loss: HALF },
] as const;
/** Those whose minimiser is another than that of J, each compared with its own below. */
const otherObjectives = [
	{ library: 'sklearn-ridge-classifier', loss: HALF },
	{ library: 'sklearn-lasso', loss: HALF },
	{ library: 'sklearn-lasso', loss: WHOLE },
	{ library: 'glmnet-lasso', loss: HALF },
	{ library: 'sklearn-svc', loss: BINARY },
	{ library: 'sklearn-linear-svc', loss: BINARY },
	{ library: 'r-lm-ridge', loss: HALF },
] as const;
/** 45 does not divide 50: every second batch has 5 rows. */
const uneven = { library: 'sklearn-mlp', loss: HALF, batchSize: 45 } as const;

const others = [adamw, ...trees, ...otherObjectives, uneven];
const fitOf = (one: Omit<Case, 'tolerance'>): Fit => {
	const { library, loss, batchSize = BATCH_SIZE } = one;
	const value = valueFor(library, loss, batchSize);
	return { name: nameOf(one), library, loss, batchSize, value, isOneStep: false };
};
/** A decay beside a step that is no gradient’s: all that can be compared is what it takes in one step. */
const besideSteps = (
	['pytorch-adamw', 'pytorch-adam-decoupled', 'pytorch-muon', 'keras-adamw', 'optax-adamw', 'optax-lion'] as const
).map((library): Fit => ({ ...fitOf({ library, loss: BINARY }), name: `${library}, one step`, isOneStep: true }));
const fits = [...[...cases, ...others].map(fitOf), ...besideSteps];

/** What the libraries found, by name. */
let found: Found = {};

beforeAll(async () => {
	found = await runLibraries(fits);
}, 300_000);

describe('trained with the converted value', () => {
	const named = cases.map((one) => ({ ...one, name: nameOf(one) }));
	const weightsOf = (name: string, skip: (why: string) => never) =>
		found[name] ?? skip('no Python here has this library');

	// src/convex solves no softmax: there the engine, below, is what they are compared with.
	const solved = named.flatMap(({ loss, ...one }) => (loss === SOFTMAX ? [] : [{ ...one, loss }]));
	test.for(solved)('$name has the weights of λ/2m', ({ name, loss, tolerance }, { skip }) => {
		expectClose(weightsOf(name, skip), minimiser(loss), tolerance);
	});

	test.for(named)('$name has the weights of the engine with its λ', async (one, { skip }) => {
		const { name, library, loss, batchSize, tolerance } = one;
		const weights = weightsOf(name, skip);
		const lambda = lambdaFor(library, valueFor(library, loss, batchSize), loss, batchSize);
		expectClose(weights, await trainedWeights(loss, lambda), Math.max(tolerance, ENGINE_TOLERANCE));
	});

	test('every loss of every library here has its turn', () => {
		for (const library of new Set(cases.map((one) => one.library))) {
			const tried = cases.filter((one) => one.library === library).map(({ loss }) => loss);
			expect(new Set(tried), library).toEqual(new Set(libraries[library].losses));
		}
	});
});

test.each([BINARY, HALF, WHOLE] as const)('beside %s, no tolerance takes 2λ for λ', (loss) => {
	const [one, twice] = [minimiser(loss), minimiser(loss, 2 * lambdaBeside(loss))];
	const apart = Math.max(...one.map((w, i) => Math.abs(w - (twice[i] ?? 0)))) / Math.max(...one.map(Math.abs));
	const coarsest = Math.max(...cases.filter((one) => one.loss === loss).map(({ tolerance }) => tolerance));
	expect(apart).toBeGreaterThan(2 * coarsest);
});

test('an MLP whose last batch is smaller has the weights of a larger λ, as much as the converter says', ({ skip }) => {
	const weights = found[nameOf(uneven)] ?? skip('no Python here has scikit-learn');
	const [batches, last] = [Math.ceil(m / uneven.batchSize), m % uneven.batchSize];
	const stronger = (batches - 1 + uneven.batchSize / last) / batches;
	expectClose(weights, minimiser(HALF, stronger * LAMBDA), 2e-2);
	expect(() => expectClose(weights, minimiser(HALF), 1e-1)).toThrow();
});

test('AdamW with the converted value has other weights', ({ skip }) => {
	const weights = found[nameOf(adamw)] ?? skip('no Python here has PyTorch');
	const expected = minimiser(BINARY);
	expect(Math.max(...weights.map((w, i) => Math.abs(w - (expected[i] ?? 0))))).toBeGreaterThan(1e-2);
});

test.for(besideSteps)('$library without a gradient keeps 1 − η·decay of a weight in a step', (one, { skip }) => {
	const weights = found[one.name] ?? skip('no Python here has this library, or not of this version');
	const query = { from: one.library, value: one.value, m, batchSize: m, learningRate: 0.01 };
	const outcome = convert(convertQuerySchema.parse(query));
	const own = outcome.ok ? outcome.conversion.equivalents.find(({ library }) => library === one.library) : undefined;
	expect(own?.timescale?.steps).toBeCloseTo(1 / (0.01 * one.value), 9);
	expectClose(
		weights,
		weights.map(() => 1 - 0.01 * one.value),
		1e-7,
	);
});

test.for(trees)(
	'the leaves of a tree of $library are the ridge solution on its leaves with alpha = λ',
	(tree, { skip }) => {
		const leaves = found[nameOf(tree)] ?? skip('no Python here has this library');
		const inLeaf = group.map((member) => [1 - member, member]);
		expectClose(leaves, ridge(inLeaf, y, LAMBDA), 1e-5);
	},
);

describe('beside another objective than J', () => {
	const weightsOf = (one: Omit<Case, 'tolerance'>, skip: (why: string) => never) =>
		found[nameOf(one)] ?? skip('this library is not installed');
	const outputs = (w: readonly number[]) => X.map((row) => row.reduce((sum, x, j) => sum + x * (w[j] ?? 0), 0));
	const signs = labels.map((label) => 2 * label - 1);

	test('RidgeClassifier has the ridge solution of the signs', ({ skip }) => {
		expectClose(weightsOf({ library: 'sklearn-ridge-classifier', loss: HALF }, skip), ridge(X, signs, LAMBDA), 1e-12);
	});

	test.for(otherObjectives.filter(({ library }) => library.endsWith('lasso')))(
		'$library beside $loss has a subgradient 0 of mean loss + λ/2m·Σ|w|',
		({ library, loss }, { skip }) => {
			const w = weightsOf({ library, loss }, skip);
			const errors = outputs(w).map((output, i) => (loss === WHOLE ? 2 : 1) * (output - (y[i] ?? 0)));
			const pull = lambdaBeside(loss) / 2;
			for (const [j, weight] of w.entries()) {
				const gradient = errors.reduce((sum, error, i) => sum + error * (X[i]?.[j] ?? 0), 0);
				if (weight === 0) expect(Math.abs(gradient)).toBeLessThanOrEqual(pull);
				else expect(Math.abs(gradient + pull * Math.sign(weight))).toBeLessThan(1e-9);
			}
			expect(w.some((weight) => weight !== 0)).toBe(true);
		},
	);

	// J(w + δ) − J(w) ≥ (λ/2m)·‖δ‖² for all δ is what makes w the minimiser of a convex loss and λ/2m·‖w‖².
	test.for([
		{ library: 'sklearn-svc', loss: BINARY, power: 1 },
		{ library: 'sklearn-linear-svc', loss: BINARY, power: 2 },
	] as const)('$library is the minimizer of Σ hinge^$power + (λ/2)·‖w‖²', ({ library, loss, power }, { skip }) => {
		const w = weightsOf({ library, loss }, skip);
		const random = new RandomState(7);
		const objective = (at: readonly number[], lambda: number) =>
			outputs(at).reduce((sum, output, i) => sum + Math.max(0, 1 - output * (signs[i] ?? 0)) ** power, 0) +
			(lambda / 2) * at.reduce((sum, weight) => sum + weight ** 2, 0);
		/** How much less than a minimiser's J grows, at worst. */
		const shortfall = (lambda: number) => {
			let worst = Number.NEGATIVE_INFINITY;
			for (let i = 0; i < 400; i++) {
				const step = w.map(() => (random.random() - 0.5) * 10 ** -(i % 4));
				const moved = w.map((weight, j) => weight + (step[j] ?? 0));
				const least = (lambda / 2) * step.reduce((sum, one) => sum + one ** 2, 0);
				worst = Math.max(worst, least - (objective(moved, lambda) - objective(w, lambda)));
			}
			return worst;
		};
		expect(shortfall(LAMBDA)).toBeLessThan(1e-6);
		expect(shortfall(2 * LAMBDA)).toBeGreaterThan(1e-2);
	});

	test('lm.ridge has the weights of features that it has centred and divided by their sd', ({ skip }) => {
		const found = weightsOf({ library: 'r-lm-ridge', loss: HALF }, skip);
		const deviation = (j: number) => Math.sqrt(X.reduce((sum, row) => sum + (row[j] ?? 0) ** 2, 0) / m);
		const scaled = X.map((row) => row.map((x, j) => x / deviation(j)));
		expectClose(found, ridge(scaled, y, LAMBDA), 1e-12);
		expect(() => expectClose(found, minimiser(HALF), 1e-2)).toThrow();
	});
});
