import fc from 'fast-check';
import { PLANAR_GENERATORS } from '../../src/schema/data.ts';
import { APPLICATIONS, NORMS, SCALINGS } from '../../src/schema/objective.ts';
import { type RunSpecInput, runSpecSchema } from '../../src/schema/runSpec.ts';

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const positive = fc.integer({ min: 1, max: 5000 }).map((k) => k / 10_000);
/** k/100, so that a number which is hardly above 0 does not turn up in every second spec. */
const below1 = fc.integer({ min: 0, max: 95 }).map((k) => k / 100);

const data = fc.oneof(
	fc.record(
		{
			kind: fc.constantFrom(...PLANAR_GENERATORS),
			m: fc.integer({ min: 1, max: 40 }),
			noise: below1,
			seed,
			test: fc.option(fc.record({ m: fc.integer({ min: 1, max: 20 }), seed })),
		},
		{ requiredKeys: ['kind', 'm'] },
	),
	fc.record(
		{
			kind: fc.constantFrom('breast-cancer', 'diabetes', 'digits'),
			m: fc.integer({ min: 1, max: 40 }),
			seed,
			standardize: fc.boolean(),
		},
		{ requiredKeys: ['kind', 'm'] },
	),
	fc.record({
		kind: fc.constant('linear-teacher'),
		m: fc.integer({ min: 1, max: 40 }),
		features: fc.integer({ min: 1, max: 8 }),
	}),
);

const optimizer = fc.oneof(
	fc.record(
		{ kind: fc.constant('sgd'), learningRate: positive, momentum: below1, nesterov: fc.boolean() },
		{ requiredKeys: ['kind'] },
	),
	fc.record(
		{
			kind: fc.constant('adam'),
			learningRate: positive.map((rate) => rate / 10),
			beta1: below1,
			beta2: fc.constantFrom(0.9, 0.99, 0.999),
			// Where a gradient is nothing but rounding, Adam makes a whole step of it unless ε is larger.
			epsilon: fc.constantFrom(1e-3, 1e-4),
		},
		{ requiredKeys: ['kind', 'epsilon'] },
	),
);

/** Specs that the schema accepts: drawn field by field, then those with a senseless combination left out. */
export const validSpec: fc.Arbitrary<RunSpecInput> = fc
	.record(
		{
			data,
			network: fc.record({
				hidden: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
				activation: fc.constantFrom('relu', 'tanh', 'sigmoid', 'linear'),
			}),
			init: fc.record({ kind: fc.constantFrom('lecun-normal', 'he-normal', 'glorot-normal'), seed }),
			optimizer,
			penalty: fc.record(
				{
					norm: fc.constantFrom(...NORMS),
					lambda: fc.oneof(fc.constant(0), positive),
					scaling: fc.constantFrom(...SCALINGS),
					application: fc.constantFrom(...APPLICATIONS),
					penalizeBiases: fc.boolean(),
				},
				{ requiredKeys: [] },
			),
			training: fc.record(
				{
					epochs: fc.integer({ min: 1, max: 20 }),
					batchSize: fc.oneof(fc.constant('full'), fc.integer({ min: 1, max: 30 })),
					recordEvery: fc.integer({ min: 1, max: 10 }),
					learningRateDecay: fc.constantFrom('none', 'linear'),
				},
				{ requiredKeys: [] },
			),
			regularizers: fc.record({ dropout: below1, inputNoise: below1 }, { requiredKeys: [] }),
			engine: fc.constantFrom('fused', 'reference'),
		},
		{ requiredKeys: ['data'] },
	)
	.filter((spec) => runSpecSchema.safeParse(spec).success)
	.map((spec) => spec as RunSpecInput); // the schema has just accepted it
