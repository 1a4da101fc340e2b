/** Whatever is offered in place of a job that is too large is within the limits that refused it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '../../functions/http/problem.ts';
import { chargeWithinBudget } from '../../functions/results/budget.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { settle } from '../../src/schema/canonical.ts';
import { type RunSpec, runSpecSchema } from '../../src/schema/runSpec.ts';
import { validSpec } from '../core/arbitrarySpec.ts';

const LIMIT = 2e9;

/** The refusal of so many equal runs, or null. */
function refusalOf(spec: RunSpec, runs: number): Problem | null {
	const resolved = resolve(spec);
	try {
		const all = Array.from({ length: runs }, () => resolved);
		chargeWithinBudget(all, LIMIT, (shrink) => shrink(spec));
		return null;
	} catch (error) {
		if (error instanceof Problem) return error;
		throw error;
	}
}

/** Specs that are too large in one way or several: long, recorded often, wide, much held out, fine pictures. */
const large = fc
	.tuple(
		validSpec,
		fc.constantFrom(1, 1000, 1_000_000),
		fc.constantFrom(1, 7, 1_000_000),
		fc.constantFrom([], [512], [512, 512, 512, 512]),
		fc.constantFrom(null, 10, 20_000),
		fc.constantFrom(null, 5, 200),
	)
	.map(([spec, epochs, recordEvery, hidden, heldOut, resolution]) => {
		const { batches: _, ...training } = { batches: null, ...spec.training };
		const { test: __, ...data } = { test: null, ...spec.data };
		const isDrawn = ['moons', 'circles', 'spirals'].includes(String(data.kind));
		return {
			...spec,
			data: isDrawn ? { ...data, test: heldOut === null ? null : { m: heldOut } } : data,
			network: { ...spec.network, hidden },
			training: { ...training, epochs, recordEvery },
			output: { ...spec.output, boundary: isDrawn && resolution !== null ? { resolution } : null },
			init: undefined,
		};
	});

test('what fits, fits', () => {
	let offered = 0;
	fc.assert(
		fc.property(large, fc.constantFrom(1, 12), (input, runs) => {
			const parsed = runSpecSchema.safeParse(input);
			fc.pre(parsed.success);
			const refusal = refusalOf(settle(parsed.data), runs);
			if (!refusal?.members.fits) return;
			offered += 1;
			const fits = runSpecSchema.parse(JSON.parse(JSON.stringify(refusal.members.fits)));
			expect(refusalOf(settle(fits), runs)?.detail).toBe(undefined);
		}),
		{ numRuns: 400 },
	);
	expect(offered).toBeGreaterThan(100);
});
