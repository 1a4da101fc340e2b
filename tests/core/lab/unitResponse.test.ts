import fc from 'fast-check';
import { expect, test } from 'vitest';
import { host } from '../../../scripts/nodeHost.ts';
import { asShares, unitResponse } from '../../../site/training/lab/unitResponse.ts';
import { flatten } from '../../../src/engine/flatParameters.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import { beginTraining } from '../../../src/engine/training.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import { expectClose } from '../expectClose.ts';

const ACTIVATIONS = ['relu', 'tanh', 'sigmoid', 'linear'] as const;

test('units answer what the engine computes with: their weighted sum is its output', async () => {
	const shape = fc.record({
		hidden: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
		activation: fc.constantFrom(...ACTIVATIONS),
		seed: fc.nat(1000),
	});
	await fc.assert(
		fc.asyncProperty(shape, async ({ hidden, activation, seed }) => {
			const resolved = resolve(
				canonical({
					data: { kind: 'moons', m: 9 },
					network: { hidden, activation },
					init: { kind: 'glorot-normal', seed },
					optimizer: { kind: 'adam', learningRate: 0.05 },
					training: { epochs: 20 },
				}),
			);
			const training = await beginTraining(resolved, host);
			training.advance(20);
			const points = [
				[0, 0],
				[1.5, -0.5],
				[-2, 0.25],
			];
			const { W, b } = training.weights();
			const layer = hidden.length - 1;
			const responses = Array.from({ length: hidden[layer] ?? 0 }, (_, unit) =>
				unitResponse(
					{ widths: resolved.widths, activation, parameters: flatten({ W, b }), layer, unit },
					Float32Array.from(points.flat()),
				),
			);
			const probabilities = points.map((_, row) => {
				const z = (W.at(-1)?.[0] ?? []).reduce(
					(sum, w, unit) => sum + w * (responses[unit]?.[row] ?? 0),
					b.at(-1)?.[0] ?? 0,
				);
				return 1 / (1 + Math.exp(-z));
			});
			expectClose(probabilities, Array.from(training.probabilities(Float32Array.from(points.flat()))), 1e-5);
		}),
		{ numRuns: 40 },
	);
});

test.each(ACTIVATIONS)('a silent unit is neutral, and no share lies outside of 0 to 1: %s', (activation) => {
	const shares = (values: number[]) => Array.from(asShares(Float32Array.from(values), activation));
	const silent = activation === 'sigmoid' ? 0.5 : 0;
	expect(shares([silent, silent])).toEqual([0.5, 0.5]);
	const range = activation === 'tanh' ? [-1, -0.5, 1] : activation === 'linear' ? [-3, 0, 7] : [0, 0.25, 1];
	for (const share of shares(range)) expect(Math.abs(share - 0.5)).toBeLessThanOrEqual(0.5);
});
