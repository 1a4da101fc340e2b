/** What the programs say of the Adam of other libraries, held against scikit-learn's own. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { host } from '../../../scripts/nodeHost.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import { exportRun } from '../../../src/export/exportRun.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import { expectClose } from '../expectClose.ts';
import { pythonWith } from './python.ts';

const EPSILON = 0.05;
const BETA2 = 0.99;

/** Two steps of one weight under the gradients 1 and −0.5: by scikit-learn, and by both places of ε, in NumPy. */
const STEPS = `
import json
import numpy as np
from sklearn.neural_network._stochastic_optimizers import AdamOptimizer

w = np.array([0.0])
optimizer = AdamOptimizer([w], learning_rate_init=0.1, beta_1=0.9, beta_2=${BETA2}, epsilon=${EPSILON})
theirs, before, after = [], [], []
m = v = a = b = 0.0
for t, gradient in enumerate([1.0, -0.5], 1):
    optimizer.update_params([w], [np.array([gradient])])
    theirs.append(float(w[0]))
    m, v = 0.9 * m + 0.1 * gradient, ${BETA2} * v + (1 - ${BETA2}) * gradient ** 2
    mean, size = m / (1 - 0.9 ** t), np.sqrt(v / (1 - ${BETA2} ** t))
    a -= 0.1 * mean / (size + ${EPSILON} / np.sqrt(1 - ${BETA2} ** t))
    b -= 0.1 * mean / (size + ${EPSILON})
    before.append(float(a))
    after.append(float(b))
print(json.dumps([theirs, before, after]))
`;

const program = pythonWith('sklearn');

describe.skipIf(program === null)('ε of scikit-learn’s Adam', () => {
	test('counts 1/√(1 − β₂ᵗ) times, as the program says', () => {
		const printed = execFileSync(program ?? '', ['-c', STEPS], { encoding: 'utf8' });
		const [theirs, before, after] = JSON.parse(printed) as [number[], number[], number[]];
		expectClose(theirs, before, 1e-12);
		expect(Math.abs((theirs[0] ?? 0) / (after[0] ?? 1) - 1)).toBeGreaterThan(0.1); // where ε stands makes a difference
	}, 60_000);
});

test.each(['keras', 'scikit-learn'] as const)('%s: the program says where its Adam differs', async (target) => {
	const optimizer = { kind: 'adam', beta2: BETA2 } as const;
	const run = (kind: object) =>
		exportRun(resolve(canonical({ data: { kind: 'moons' }, ...kind })), target, host.tables);
	const [adam, sgd] = await Promise.all([run({ optimizer }), run({})]);
	if (!adam.ok || !sgd.ok) throw new Error('it was refused');
	expect(adam.code).toContain('1 / sqrt(1 - beta_2**t) times, 10 times in step 1'); // 1/√0.01
	expect(sgd.code).not.toContain('beta_2');
});
