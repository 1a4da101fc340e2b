/** Both spellings trained on our own engine: what the converter calls equal ends at equal weights. */
import { describe, expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import { libraries } from '../../../src/convert/libraries.ts';
import { proveIt } from '../../../src/convert/proveIt.ts';
import { LIBRARY_IDS } from '../../../src/schema/libraryIds.ts';

/** Of those, what the engine does not do, by a word of the reason. */
const inexpressible: Record<string, RegExp> = {
	'xgboost-gbtree': /trees/,
	lightgbm: /trees/,
	'sklearn-hist-gradient-boosting': /trees/,
	'glmnet-gaussian': /sd\(y\)/,
	spark: /sd\(y\)/,
	'r-lm-ridge': /scales the features/,
	'octave-ridge': /scales the features/,
	catboost: /trees/,
	'sklearn-lasso': /Σ\|w\|/,
	'glmnet-lasso': /Σ\|w\|/,
	'sklearn-svc': /a loss/,
	'sklearn-linear-svc': /a loss/,
	'pytorch-muon': /SGD and of Adam/,
	'lion-pytorch': /SGD and of Adam/,
	'optax-lion': /SGD and of Adam/,
};
/** What the engine trains with other weights than λ has. */
const ADAMW = LIBRARY_IDS.filter((id) => libraries[id].coupling === 'decoupled' && libraries[id].optimizer === 'adam');
const expressible = LIBRARY_IDS.filter((id) => !(id in inexpressible) && !ADAMW.includes(id));
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

test.each(ADAMW)('%s ends elsewhere: no λ has its minimizer', async (to) => {
	const proof = await proveIt({ to }, train);
	expect(proof.status === 'trained' && proof.difference).toBeGreaterThan(1e-2);
});

test.each(LIBRARY_IDS.filter((id) => id in inexpressible))('%s says that the engine cannot express it', async (to) => {
	const reason = { en: expect.stringMatching(inexpressible[to] ?? ''), zh: expect.stringMatching(/\p{Script=Han}/u) };
	expect(await proveIt({ to }, train)).toMatchObject({ status: 'not-expressible', library: to, reason });
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
