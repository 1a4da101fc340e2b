/**
 * The libraries themselves, where Python has them, trained with the value that the converter gives:
 * their weights against the float64 minimiser of J = (1/m) Σ loss + (λ/2m)‖w‖².
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ridge } from '../../../src/convex/ridge.ts';
import type { LibraryId } from '../../../src/schema/convertQuery.ts';
import type { Loss } from '../../../src/schema/objective.ts';
import { expectClose } from '../expectClose.ts';
import { BATCH_SIZE, LAMBDA, labels, m, minimiser, valueFor, X, y } from './sampleProblem.ts';

interface Case {
	library: LibraryId;
	loss: Loss;
	/** How near the library's own solver comes: stochastic ones less. */
	tolerance: number;
	batchSize?: number;
}

const BINARY = 'binary-cross-entropy';
const cases: Case[] = [
	{ library: 'sklearn-ridge', loss: 'squared-error', tolerance: 1e-12 },
	{ library: 'sklearn-elasticnet', loss: 'half-squared-error', tolerance: 1e-9 },
	{ library: 'sklearn-sgd', loss: 'half-squared-error', tolerance: 1e-2 },
	{ library: 'sklearn-sgd', loss: BINARY, tolerance: 2e-2 },
	{ library: 'sklearn-logistic-regression', loss: BINARY, tolerance: 1e-6 },
	{ library: 'liblinear', loss: BINARY, tolerance: 1e-6 },
	{ library: 'sklearn-mlp', loss: 'half-squared-error', tolerance: 1e-4, batchSize: m },
	{ library: 'sklearn-mlp', loss: BINARY, tolerance: 1e-4, batchSize: m },
	{ library: 'sklearn-mlp', loss: 'half-squared-error', tolerance: 2e-2 },
	{ library: 'sklearn-mlp', loss: BINARY, tolerance: 2e-2 },
	{ library: 'pytorch-sgd', loss: BINARY, tolerance: 1e-9 },
	{ library: 'pytorch-sgd', loss: 'squared-error', tolerance: 1e-9 },
	{ library: 'pytorch-sgd', loss: 'half-squared-error', tolerance: 1e-9 },
	{ library: 'pytorch-adam', loss: BINARY, tolerance: 1e-5 },
	{ library: 'pytorch-adam', loss: 'squared-error', tolerance: 1e-5 },
	{ library: 'statsmodels', loss: BINARY, tolerance: 1e-4 },
	{ library: 'statsmodels', loss: 'half-squared-error', tolerance: 1e-9 },
	{ library: 'xgboost-gblinear', loss: BINARY, tolerance: 1e-4 },
	{ library: 'xgboost-gblinear', loss: 'half-squared-error', tolerance: 1e-4 },
];

const nameOf = ({ library, loss, batchSize = BATCH_SIZE }: Omit<Case, 'tolerance'>) =>
	`${library} beside ${loss}, B = ${batchSize}`;
const adamw = { library: 'pytorch-adamw', loss: BINARY } as const;
const tree = { library: 'xgboost-gbtree', loss: 'half-squared-error' } as const;

/** Two groups of unequal size, for a tree of two leaves. */
const group = X.map((_, i) => (i % 3 === 0 ? 1 : 0));
const problem = {
	X,
	y,
	labels,
	group,
	cases: [...cases, adamw, tree].map((one: Omit<Case, 'tolerance'>) => {
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
}, 180_000);

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

describe('trained with the converted value, has the weights of λ/2m', () => {
	test.for(cases.map((one) => ({ ...one, name: nameOf(one) })))('$name', ({ name, loss, tolerance }, { skip }) => {
		const weights = found[name] ?? skip('no Python here has this library');
		expectClose(weights, minimiser(loss), tolerance);
	});
});

test.each(['half-squared-error', BINARY] as const)('beside %s, no tolerance takes 2λ for λ', (loss) => {
	const [one, twice] = [minimiser(loss), minimiser(loss, 2 * LAMBDA)];
	const apart = Math.max(...one.map((w, i) => Math.abs(w - (twice[i] ?? 0)))) / Math.max(...one.map(Math.abs));
	expect(apart).toBeGreaterThan(2 * Math.max(...cases.map(({ tolerance }) => tolerance)));
});

test('AdamW with the converted value has other weights', ({ skip }) => {
	const weights = found[nameOf(adamw)] ?? skip('no Python here has PyTorch');
	const expected = minimiser(BINARY);
	expect(Math.max(...weights.map((w, i) => Math.abs(w - (expected[i] ?? 0))))).toBeGreaterThan(1e-2);
});

test('the leaves of an XGBoost tree are the ridge solution on its leaves with alpha = λ', ({ skip }) => {
	const leaves = found[nameOf(tree)] ?? skip('no Python here has XGBoost');
	const inLeaf = group.map((member) => [1 - member, member]);
	expectClose(leaves, ridge(inLeaf, y, LAMBDA), 1e-5);
});
