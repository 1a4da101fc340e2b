/** Linear networks trained to convergence, against scikit-learn 1.2.1's solutions of the same problems. */
import { describe, expect, test } from 'vitest';
import { train } from '../../scripts/nodeHost.ts';
import { standardize } from '../../src/convex/standardize.ts';
import { canonical } from '../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import golden from '../golden/convex.json' with { type: 'json' };
import { realData } from '../support/realData.ts';
import { expectClose } from './expectClose.ts';

type Case = (typeof golden.cases)[number];

/** scikit-learn's strength in our words: Ridge ½α‖w‖²/m beside ½·mean, Lasso α‖w‖₁ beside ½·mean, logistic ½‖w‖²/(C·m) beside the mean. */
function problem({ model, data, rows, alpha, C }: Case): RunSpecInput {
	const { X, y } = realData(data as 'diabetes' | 'breast-cancer'); // the only two of the file
	const picked = rows.map((row) => y[row] ?? Number.NaN);
	const centre = data === 'diabetes' ? picked.reduce((sum, target) => sum + target, 0) / picked.length : 0;
	return {
		data: {
			kind: 'inline',
			X: standardize(rows.map((row) => X[row] ?? [])),
			y: picked.map((target) => target - centre),
		},
		network: { hidden: [] },
		loss: data === 'diabetes' ? 'half-squared-error' : 'binary-cross-entropy',
		// A step beside the gradient is not what momentum accumulates: the proximal L1 goes with plain descent.
		optimizer:
			model === 'lasso'
				? { kind: 'sgd', learningRate: 0.2 }
				: { kind: 'sgd', learningRate: data === 'diabetes' ? 0.2 : 0.5, momentum: 0.9, nesterov: true },
		penalty:
			model === 'lasso'
				? { norm: 'l1', lambda: alpha, scaling: 'full', application: 'decoupled' }
				: { lambda: alpha ?? 1 / (C ?? 1) },
		training: { epochs: 50_000, recordEvery: 50_000 },
		output: { weights: true },
	};
}

describe('trained to convergence', () => {
	test.each(golden.cases.map((one) => ({ ...one, m: one.rows.length, strength: one.alpha ?? one.C })))(
		'$model on $m rows of $data, strength $strength',
		async ({ m: _, strength: __, ...golden }) => {
			const { weights } = await train(canonical(problem(golden)));
			const [w = []] = weights?.W[0] ?? [];
			expectClose(w, golden.coef, 1e-3);
			if (golden.model === 'logistic') expectClose(weights?.b[0], golden.intercept, 1e-3);
			if (golden.model === 'lasso') {
				expect(w.map((value) => value === 0)).toEqual(golden.coef.map((value) => value === 0));
			}
		},
	);
});
