import { describe, expect, test } from 'vitest';
import { train as trainCanonical } from '../../scripts/nodeHost.ts';
import { drawDataSet } from '../../src/data/registry.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { dataFacts } from '../../src/schema/dimensions.ts';
import { type RunSpecInput, runSpecSchema } from '../../src/schema/runSpec.ts';
import { trainOnTensorFlow as trainCanonicalOnTensorFlow } from '../support/tensorFlowHost.ts';

const train = (spec: RunSpecInput) => trainCanonical(canonical(spec));
const trainOnTensorFlow = (spec: RunSpecInput) => trainCanonicalOnTensorFlow(canonical(spec));

const ENGINES = [
	{ name: 'fused', engine: 'fused', trainIt: train },
	{ name: 'fused, an op of TensorFlow.js', engine: 'fused', trainIt: trainOnTensorFlow },
	{ name: 'reference', engine: 'reference', trainIt: train },
] as const;
const short: Omit<RunSpecInput, 'data'> = { training: { epochs: 4, batchSize: 16 }, network: { hidden: [5] } };
const SPECS: { spec: RunSpecInput }[] = [
	{ spec: { ...short, data: { kind: 'moons', test: { m: 101 } } } },
	{ spec: { ...short, data: { kind: 'wine', m: 100 } } },
	{ spec: { ...short, data: { kind: 'diabetes', m: 400 } } },
];

describe.each(ENGINES)('$name', ({ engine, trainIt }) => {
	test.each(SPECS)('the examples that validate and those that test are all: $spec.data.kind', async ({ spec }) => {
		const { data } = spec;
		const rows = dataFacts(canonical(spec).data).heldOutRows;
		const validation = Math.floor(rows / 3);
		const whole = (await trainIt({ ...spec, engine })).final;
		const parted = (await trainIt({ ...spec, data: { ...data, validation }, engine })).final;
		const { validationLoss, validationAccuracy, testLoss, testAccuracy, ...rest } = parted;
		expect(whole).toMatchObject(rest);
		expect(whole).not.toHaveProperty('validationLoss');
		expect(validationLoss).not.toBe(testLoss);
		const together = (first = Number.NaN, second = Number.NaN) =>
			(validation * first + (rows - validation) * second) / rows;
		expect(together(validationLoss ?? undefined, testLoss ?? undefined)).toBeCloseTo(whole.testLoss ?? 0, 5);
		if (whole.testAccuracy === null) expect([validationAccuracy, testAccuracy]).toEqual([null, null]);
		else {
			const all = together(validationAccuracy ?? undefined, testAccuracy ?? undefined);
			expect(all).toBeCloseTo(whole.testAccuracy, 9);
		}
	});

	test('early stopping watches the examples that validate, as it does when these are all that is held out', async () => {
		const data = { kind: 'moons', m: 10, test: { m: 100 } } as const;
		const { train: examples, test: heldOut } = drawDataSet({
			...data,
			noise: 0.3,
			seed: 1,
			test: { m: 100, seed: 1001 },
		});
		const spec: Omit<RunSpecInput, 'data'> = {
			engine,
			network: { hidden: [4] },
			optimizer: { kind: 'adam', learningRate: 0.05 },
			training: { epochs: 300, recordEvery: 5 },
			regularizers: { earlyStopping: { patience: 30 } },
		};
		const parted = await trainIt({ ...spec, data: { ...data, validation: 40 } });
		const first = { X: heldOut?.X.slice(0, 40) ?? [], y: heldOut?.y.slice(0, 40) ?? [] };
		const alone = await trainIt({ ...spec, data: { kind: 'inline', ...examples, test: first } });
		expect(parted.stoppedAt).toBeLessThan(300);
		expect(parted.stoppedAt).toBe(alone.stoppedAt);
		expect(parted.final.validationLoss).toBe(alone.final.testLoss);
	});
});

test('a run that diverges has no validation loss', async () => {
	const { final } = await train({
		data: { kind: 'moons', validation: 10 },
		penalty: { lambda: 1, scaling: 'full' },
		optimizer: { learningRate: 1e6 },
	});
	expect(final).toMatchObject({ testLoss: null, validationLoss: null, validationAccuracy: null });
});

test.each([
	{ data: { kind: 'moons', test: null, validation: 5 }, says: 'data.validation' },
	{ data: { kind: 'moons', test: { m: 50 }, validation: 50 }, says: 'at most 49' },
	{ data: { kind: 'wine', m: 178, validation: 1 }, says: 'leave it out' },
] as const)('something is left to test on: $says', ({ data, says }) => {
	const { success, error } = runSpecSchema.safeParse({ data });
	expect(success).toBe(false);
	const issue = error?.issues[0];
	expect(`${issue?.path.join('.')} ${issue?.message}`).toContain(says);
});
