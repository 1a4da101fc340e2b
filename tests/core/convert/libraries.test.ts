/**
 * The libraries themselves, where Python has them, trained with the value that the converter gives: their weights
 * against the float64 minimiser of J = (1/m) Σ loss + (λ/2m)‖w‖², and against those that the project's own engine
 * finds with the λ of that value and the same loss.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { libraries } from '../../../src/convert/libraries.ts';
import { ridge } from '../../../src/convex/ridge.ts';
import type { LibraryId } from '../../../src/schema/libraryIds.ts';
import { LOSSES, type Loss } from '../../../src/schema/losses.ts';
import { expectClose } from '../expectClose.ts';
import {
	BATCH_SIZE,
	LAMBDA,
	lambdaBeside,
	lambdaFor,
	m,
	minimiser,
	targets,
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
	...[BINARY, SOFTMAX, HALF, WHOLE].flatMap((loss): Case[] => [
		{ library: 'sklearn-mlp', loss, tolerance: 1e-4, batchSize: m },
		{ library: 'sklearn-mlp', loss, tolerance: 2e-2 },
		{ library: 'pytorch-sgd', loss, tolerance: 1e-9 },
		{ library: 'pytorch-adam', loss, tolerance: 1e-5 },
		{ library: 'keras-l2', loss, tolerance: 1e-4 },
		{ library: 'keras-weight-decay', loss, tolerance: 5e-4 },
		{ library: 'optax', loss, tolerance: 1e-9 },
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
] as const;
/** 45 does not divide 50: every second batch has 5 rows. */
const uneven = { library: 'sklearn-mlp', loss: HALF, batchSize: 45 } as const;

/** Two groups of unequal size, for a tree of two leaves. */
const group = X.map((_, i) => (i % 3 === 0 ? 1 : 0));
const problem = {
	X,
	targets,
	group,
	cases: [...cases, adamw, ...trees, uneven].map((one: Omit<Case, 'tolerance'>) => {
		const { library, loss, batchSize = BATCH_SIZE } = one;
		return { name: nameOf(one), library, loss, batchSize, value: valueFor(library, loss, batchSize) };
	}),
};

/** What the libraries found, by name; empty where no interpreter has NumPy. */
let found: Record<string, number[]> = {};

beforeAll(async () => {
	for (const python of ['python3', '/usr/bin/python3']) {
		const answer = await run(python);
		if (Object.keys(answer).length > Object.keys(found).length) found = answer;
	}
}, 300_000);

function run(python: string): Promise<Record<string, number[]>> {
	return new Promise((resolve, reject) => {
		const child = execFile(python, [join(import.meta.dirname, 'libraries.py')], (error, stdout, stderr) => {
			if (!error) resolve(JSON.parse(stdout));
			else if (/ENOENT|No module named '?numpy/.test(`${error.message}${stderr}`)) resolve({});
			else reject(new Error(stderr));
		});
		child.stdin?.on('error', () => {}); // an interpreter that ended early says why on stderr
		child.stdin?.end(JSON.stringify(problem));
	});
}

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

test.for(trees)(
	'the leaves of a tree of $library are the ridge solution on its leaves with alpha = λ',
	(tree, { skip }) => {
		const leaves = found[nameOf(tree)] ?? skip('no Python here has this library');
		const inLeaf = group.map((member) => [1 - member, member]);
		expectClose(leaves, ridge(inLeaf, y, LAMBDA), 1e-5);
	},
);
