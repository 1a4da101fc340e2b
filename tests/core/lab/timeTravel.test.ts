/** What the Lab remembers of a training is what a fresh training of that many epochs gives, to the bit. */
import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { host } from '../../../scripts/nodeHost.ts';
import { pictureOf } from '../../../site/pictures/network/picture.ts';
import { RememberedTraining } from '../../../site/training/lab/RememberedTraining.ts';
import { Snapshots } from '../../../site/training/lab/Snapshots.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import { beginTraining } from '../../../src/engine/training.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import { MEASUREMENTS } from '../../../src/schema/measurements.ts';
import type { Trace } from '../../../src/schema/run.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { validSpec } from '../arbitrarySpec.ts';

const VIEW = { resolution: 5, pixels: 8, window: null };
const unpainted = () => null;

/** Of all specs, with early stopping in some, and a plane for most. */
const trainedSpec = fc
	.record({
		spec: validSpec,
		patience: fc.option(fc.integer({ min: 1, max: 6 })),
		epochs: fc.integer({ min: 1, max: 30 }),
	})
	.map(({ spec: input, patience, epochs }): RunSpec => {
		const spec = canonical(input);
		const { training, regularizers } = spec;
		const hasHeldOut = resolve(spec).facts.heldOutRows > 0;
		return {
			...spec,
			training: 'batches' in training ? training : { ...training, epochs },
			regularizers: { ...regularizers, earlyStopping: patience !== null && hasHeldOut ? { patience } : null },
			output: { boundary: null, weights: true },
		};
	});

const remember = async (spec: RunSpec, mostBytes?: number) => {
	const resolved = resolve(spec);
	const snapshots = new Snapshots(resolved.derived.parameters, mostBytes);
	return {
		remembered: new RememberedTraining(resolved, await beginTraining(resolved, host), unpainted, snapshots),
		snapshots,
	};
};

/** A training of exactly so many epochs; where its steps depend on how many there are in all, one that is led so far. */
async function fresh(spec: RunSpec, epochs: number) {
	const { training } = spec;
	const depends = 'batches' in training || training.learningRateDecay === 'linear' || epochs === 0;
	const begun = await beginTraining(resolve(depends ? spec : { ...spec, training: { ...training, epochs } }), host);
	begun.advance(epochs);
	return { begun, isWhole: !depends };
}

const rowAt = (trace: Trace, epoch: number) => {
	const row = trace.epoch.indexOf(epoch);
	return row < 0 ? null : Object.fromEntries(MEASUREMENTS.map((name) => [name, trace[name][row]]));
};

/** Each is trained three times over. */
const SPECS = inject('everyCase') ? 150 : 60;

test(`a remembered epoch is a fresh training of that many epochs, to the bit, on ${SPECS} specs`, async () => {
	let compared = 0;
	await fc.assert(
		fc.asyncProperty(
			trainedSpec,
			fc.nat(),
			fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
			async (spec, seed, pieces) => {
				const { remembered } = await remember(spec);
				for (let i = 0; !remembered.isOver; i++) remembered.advance(pieces[i % pieces.length] ?? 1);
				const epoch = seed % (remembered.epoch + 1);
				const look = remembered.look(epoch, VIEW);
				expect(look.epoch).toBe(epoch); // all of so few are remembered
				const { measured: _, picture: __, ...seen } = look;
				expect(remembered.glimpse(epoch, VIEW)).toEqual(seen);
				const { begun, isWhole } = await fresh(spec, epoch);
				const trace = begun.trace();
				expect(look.picture).toEqual(pictureOf(begun.weights()));
				if (look.field) expect(Array.from(look.field.values)).toEqual(begun.boundary(VIEW.resolution).probability);
				if (isWhole) {
					expect(look.measured).toEqual(rowAt(trace, epoch));
					compared += 1;
				}
				const all = remembered.trace(0);
				for (const at of all.epoch.filter((at) => at < epoch)) expect(rowAt(all, at)).toEqual(rowAt(trace, at));
				if (all.epoch.includes(epoch)) expect(look.measured).toEqual(rowAt(all, epoch));
				begun.dispose();
				remembered.dispose();
			},
		),
		{ numRuns: SPECS, seed: 3, endOnFailure: true },
	);
	expect(compared).toBeGreaterThan(SPECS / 3);
}, 60_000);
