import * as z from 'zod';
import { inDocument } from '../inDocument.ts';
import { BOUNDS } from './bounds.ts';
import { KIND } from './kind.ts';
import { REAL_DATA } from './realData.ts';

const seed = z.int().min(0).max(BOUNDS.seed);
const examples = z.int().min(1).max(BOUNDS.examples);
const value = z.number().min(-BOUNDS.magnitude).max(BOUNDS.magnitude);
const noise = z.number().min(0).max(BOUNDS.noise);

const validation = examples
	.exactOptional()
	.describe(
		inDocument(
			'The first so many held-out examples validate: final.validationLoss is theirs, and test losses are those of the others. Left out, all of them test',
		),
	);

const heldOutSample = z.strictObject({
	m: examples.default(1000).describe(inDocument('Held-out examples')),
	seed: seed.default(1001).describe(inDocument('Seed of the held-out sample')),
});

/** The fields that every generator shares. */
const sampled = {
	m: examples.default(30).describe(inDocument('Training examples')),
	noise: noise.default(0.3).describe(inDocument('Standard deviation of the Gaussian noise')),
	seed: seed.default(1).describe(inDocument("Seed of NumPy's RandomState that draws the training sample")),
	test: heldOutSample
		.nullable()
		.prefault({})
		.describe(inDocument('Held-out sample of the same distribution; null = none')),
	validation,
};

/** Generators of two classes in the plane. */
export const PLANAR_GENERATORS = ['moons', 'circles', 'spirals', 'blobs', 'xor'] as const;

const planar = <Kind extends (typeof PLANAR_GENERATORS)[number]>(kind: Kind) =>
	z.strictObject({ kind: z.literal(kind).describe(KIND), ...sampled });

const teacherInputs = z.int().min(1).max(BOUNDS.features);
const teacherStandardDeviation = z
	.number()
	.min(0)
	.max(BOUNDS.noise)
	.default(0.5)
	.describe(inDocument('τ: each weight of the teacher is from N(0, τ²), drawn from `seed`'));

export const linearTeacherSchema = z.strictObject({
	kind: z.literal('linear-teacher').describe(KIND),
	...sampled,
	features: teacherInputs.default(20).describe(inDocument('Inputs of the teacher')),
	teacherStandardDeviation,
});

export const networkTeacherSchema = z.strictObject({
	kind: z.literal('network-teacher').describe(KIND),
	...sampled,
	features: teacherInputs.default(10).describe(inDocument('Inputs of the teacher')),
	hidden: z
		.int()
		.min(1)
		.max(BOUNDS.teacherUnits)
		.default(16)
		.describe(inDocument('tanh units of the teacher, in one hidden layer')),
	teacherStandardDeviation,
});

/** Training rows by default; of a small data set half, so that some are left to test on. */
const DEFAULT_ROWS = 200;

const standardizeSchema = z
	.boolean()
	.default(true)
	.describe(inDocument('Subtract the mean and divide by the standard deviation of the training rows'));

const real = <Kind extends keyof typeof REAL_DATA>(kind: Kind) =>
	z.strictObject({
		kind: z.literal(kind).describe(KIND),
		m: z
			.int()
			.min(1)
			.max(REAL_DATA[kind].rows)
			.default(Math.min(DEFAULT_ROWS, REAL_DATA[kind].rows / 2))
			.describe(inDocument('The first m rows of a seeded permutation train, the rest test')),
		seed: seed.default(1).describe(inDocument('Seed of the permutation')),
		standardize: standardizeSchema,
		validation,
	});

/** Measured data with real targets, which may come in units of their own spread. */
export const realRegression = <Kind extends 'diabetes' | 'diamonds'>(kind: Kind) =>
	real(kind).extend({
		standardizeTargets: z
			.boolean()
			.exactOptional()
			.describe(inDocument('true: the same for the targets, so that losses are in units of their variance')),
	});

export const rowsSchema = z.array(z.array(value).min(1).max(BOUNDS.features)).min(1).max(BOUNDS.examples);
const targets = z.array(value).min(1).max(BOUNDS.examples);

/** A column's name as a header has it: without blanks at its ends, and in one of Unicode's ways to write é. */
const columnName = z
	.string()
	.trim()
	.normalize('NFC')
	.min(1)
	.max(BOUNDS.label)
	.regex(/^[^\0\p{Cs}]*$/u, 'holds U+0000, or half of a character: leave it out');

const inline = z.strictObject({
	kind: z.literal('inline').describe(KIND),
	X: rowsSchema.describe(inDocument('Inputs, [m][features]')),
	columns: z
		.array(columnName)
		.min(1)
		.max(BOUNDS.features)
		.exactOptional()
		.describe(inDocument('Names of the columns of X: rows to predict may then name theirs, in any order')),
	y: targets.describe(
		inDocument(
			'Targets, [m]: 0/1, class numbers from 0 without gaps, or reals; a loss that is stated reads other whole numbers too',
		),
	),
	test: z
		.strictObject({
			X: rowsSchema.describe(inDocument('Held-out inputs, [rows][features]')),
			y: targets.describe(inDocument('Held-out targets, [rows]')),
		})
		.nullable()
		.default(null)
		.describe(inDocument('Held-out rows; null = none')),
	validation,
});

const generated = [
	planar('moons'),
	planar('circles'),
	planar('spirals'),
	planar('blobs'),
	planar('xor'),
	linearTeacherSchema,
	networkTeacherSchema,
] as const;

/** Examples for which nothing is read: a generator's, or the caller's own. */
export const selfContainedDataSchema = z.discriminatedUnion('kind', [...generated, inline]);

/** What is learned from: a generator, a real data set or the caller's own rows. */
export const dataSchema = z
	.discriminatedUnion('kind', [
		...generated,
		real('breast-cancer'),
		realRegression('diabetes'),
		real('digits'),
		real('wine'),
		real('mnist'),
		realRegression('diamonds'),
		inline,
	])
	.describe(inDocument('The examples to learn from'));

export type Data = z.output<typeof dataSchema>;
export type SelfContainedData = z.output<typeof selfContainedDataSchema>;

/** Every kind of data that can be drawn or read without rows of the caller's own. */
export const DRAWN_DATA = dataSchema.options.map(({ shape }) => shape.kind.value).filter((kind) => kind !== 'inline');
