import { expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import { OPENING, OPENING_EPOCH } from '../../../site/lab/state/state.ts';
import { canonical } from '../../../src/schema/canonical.ts';

test('the Lab opens on what its first sentence says: noise learned by heart, mended over 2m, and too much over 2', async () => {
	const opened = OPENING.runs.map(({ spec }) =>
		train(canonical({ ...spec, training: { epochs: OPENING_EPOCH, recordEvery: OPENING_EPOCH } })),
	);
	const [none, over2m, over2] = (await Promise.all(opened)).map(({ final: { dataLoss, testLoss, weightNorm } }) => ({
		training: dataLoss,
		heldOut: testLoss ?? Number.NaN,
		norm: weightNorm,
	}));
	if (!none || !over2m || !over2) throw new Error('the Lab opens on three runs');
	expect(none.heldOut).toBeGreaterThan(10 * (none.training ?? Number.NaN));
	expect(over2m.heldOut).toBeLessThan(0.6 * none.heldOut);
	expect(over2m.norm).toBeGreaterThan(5); // a line has half of it
	expect(over2.heldOut).toBeGreaterThan(1.4 * over2m.heldOut);
	expect(over2.norm).toBeGreaterThan(1); // there is something to see
});
