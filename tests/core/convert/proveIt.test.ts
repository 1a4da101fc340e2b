/** Both spellings trained on our own engine: what the converter calls equal ends at equal weights. */
import { describe, expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import { libraries } from '../../../src/convert/libraries.ts';
import { proveIt } from '../../../src/convert/proveIt.ts';
import { LIBRARY_IDS } from '../../../src/schema/libraryIds.ts';

const TREES = ['xgboost-gbtree', 'lightgbm'];
const SCALED = ['glmnet-gaussian', 'spark'];
const expressible = LIBRARY_IDS.filter((id) => ![...TREES, ...SCALED, 'pytorch-adamw'].includes(id));
const cases = expressible.flatMap((to) => libraries[to].losses.map((loss) => ({ to, loss })));

describe('trained as the library states it and as λ/2m', () => {
	test.each(cases)('$to beside $loss ends at the same weights', async ({ to, loss }) => {
		const proof = await proveIt({ to, loss }, train);
		expect(proof.status).toBe('trained');
		if (proof.status === 'trained') expect(proof.difference).toBeLessThan(1e-4);
	});

	test.each([
		['keras-l2', 'pytorch-sgd', 'squared-error'],
		['sklearn-ridge', 'tfjs-l2', 'half-squared-error'],
		['convnetjs', 'keras-weight-decay', 'softmax-cross-entropy'],
		['liblinear', 'sklearn-mlp', 'binary-cross-entropy'],
		['vowpal-wabbit', 'caffe', 'squared-error'],
	] as const)('%s and %s beside %s agree with each other', async (from, to, loss) => {
		const proof = await proveIt({ from, to, loss }, train);
		expect(proof.status === 'trained' && proof.difference).toBeLessThan(1e-4);
		if (proof.status === 'trained') expect(proof.from.spec.penalty).not.toEqual(proof.to.spec.penalty);
	});
});

test('the penalty matters in these proofs: another λ ends elsewhere', async () => {
	const [one, other] = [await proveIt({ to: 'keras-l2' }, train), await proveIt({ to: 'keras-l2', lambda: 5 }, train)];
	if (one.status !== 'trained' || other.status !== 'trained') throw new Error('not trained');
	const apart = Math.max(...one.to.weights.map((w, i) => Math.abs(w - (other.to.weights[i] ?? 0))));
	expect(apart).toBeGreaterThan(1e-2);
});

test('AdamW ends elsewhere: no λ has its minimiser', async () => {
	const proof = await proveIt({ to: 'pytorch-adamw' }, train);
	expect(proof.status === 'trained' && proof.difference).toBeGreaterThan(1e-2);
});

test.each([...TREES, ...SCALED])('%s says that the engine cannot express it', async (id) => {
	const to = LIBRARY_IDS.find((known) => known === id) ?? 'lightgbm';
	expect(await proveIt({ to }, train)).toMatchObject({ status: 'not-expressible', library: id });
});

test('a pair without a common loss says so', async () => {
	expect(await proveIt({ from: 'sklearn-ridge', to: 'liblinear' }, train)).toMatchObject({
		status: 'not-expressible',
		reason: { en: expect.stringContaining('no data loss') },
	});
});

test('a strength that diverges is named', async () => {
	const proof = await proveIt({ to: 'keras-l2', lambda: 1e6 }, train);
	expect(proof).toMatchObject({ status: 'diverged' });
});
