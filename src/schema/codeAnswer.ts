import * as z from 'zod';
import { CODE_FIELDS, CODE_LANGUAGES, OPTIMIZER_KINDS } from './codeQuery.ts';
import { conversionSchema } from './conversion.ts';
import { FINDING_CODES } from './explanation.ts';
import { LIBRARY_IDS } from './libraryIds.ts';
import { LOSSES } from './losses.ts';
import { SEVERITIES } from './severity.ts';

/** What code shows beside what /explain finds in a spec; stable, for programs. */
const CODE_FINDINGS = ['no-penalty', 'decays-biases', 'default-timescale', 'decay-in-run', 'twice-the-data'] as const;

/** What is said of a reading, and why something was not read; stable, for programs. */
export const NOTE_CODES = [
	...[
		'assumed-library',
		'read-as',
		'found-by',
		'left-out',
		'known-data-set',
		'accumulated',
		'written-out',
		'set-later',
		'set-if',
		'no-argument',
	],
	...[
		'decays-biases',
		'biases-left-out',
		'read-as-house',
		'group-without-decay',
		'names-without-decay',
		'not-weights',
		'not-times-rate',
		'overruled',
		'trust-ratio',
		'frozen',
		'adapters',
		'no-chain',
		'perturbed',
	],
	...[
		'schedule',
		'one-cycle',
		'decay-is-schedule',
		'rate-by-layer',
		'rate-scaled',
		'scaled-by-trainer',
		'several-processes',
		'steps',
		'scales-too',
		'intercept-prior',
		'noise-of-one',
		'scaled-before',
		'class-weights',
		'example-weights',
		'per-process',
		'held-out',
		'folds',
		'epochs-frozen',
		'script-defaults',
		'from-elsewhere',
		'momentum-unknown',
		'dampening',
		'yaml-string',
		'named-so',
	],
	...[
		'l2-part',
		'features-scaled',
		'normalized',
		'other-strength',
		'penalty-factor',
		'class-contrasts',
		'batch-rows',
		'loss-times',
		'loss-summed',
		'loss-assumed',
		'loss-unsaid',
		'nnet-loss',
		'loss-of-model',
		'loss-unseen',
		'whatever-m',
	],
	...[
		'l1-row',
		'l1-penalty',
		'no-row',
		'no-l2',
		'not-squared',
		'to-other-weights',
		'grows-weights',
		'adds-up',
		'accumulates',
	],
	...[
		'unknown-optimizer',
		'spread-unknown',
		'groups-unknown',
		'by-hand',
		'term-unread',
		'not-read',
		'not-attached',
		'unused',
		'no-strength',
		'searched',
	],
	...['nothing-found', 'cut-off', 'out-of-bounds', 'unclosed', 'empty', 'foreign', 'not-understood'],
] as const;
export type NoteCode = (typeof NOTE_CODES)[number];

const place = {
	line: z.int().describe('Line of the code, from 1'),
	column: z.int().describe('Column in that line, from 1'),
};

const noteSchema = z.object({
	code: z.enum(NOTE_CODES).describe('Which note it is, for programs'),
	...place,
	message: z.string().describe('What was understood how, or why it was not'),
});

const quantitySchema = z
	.object({ value: z.number().describe('The number'), ...place })
	.describe('A number that the code says, and where');

const findingSchema = z.object({
	code: z.enum([...CODE_FINDINGS, ...FINDING_CODES]).describe('Which finding it is, for programs'),
	severity: z
		.enum(SEVERITIES)
		.describe('error: the training will fail; warning: it will not do what one would think; info: good to know'),
	message: z.string().describe('What follows from the code'),
	value: z.number().describe('The number that the message turns on'),
	fix: z.string().exactOptional().describe('Code that does it otherwise'),
});

/** What a strength means, once it and m are known. */
const meaningSchema = z.object({
	lambda: z.number().describe('λ of λ/2m; of AdamW the one that shrinks weights as fast through plain SGD'),
	derivation: z.string().describe('How λ follows from the strength, in one line'),
	decayCoefficient: z.number().describe('d, what multiplies w in the gradient of the penalty'),
	priorStandardDeviation: z
		.number()
		.nullable()
		.describe(
			'Of the prior on a weight that the penalty is, in a regression for noise of standard deviation 1; null where it is none',
		),
	timescaleEpochs: z
		.number()
		.nullable()
		.describe(
			'Epochs in which the decay alone shrinks a weight to 1/e; null where η or B is not known, or there is none',
		),
	conversion: conversionSchema,
});

const decaySchema = z.object({
	name: z.string().describe('What takes the strength, as it is called in full'),
	...place,
	library: z
		.enum(['lambda', ...LIBRARY_IDS])
		.nullable()
		.describe('Whose spelling it is read in; null where there is none, and a note says why'),
	parameter: z.string().describe('Name of the strength there'),
	value: z.number().nullable().describe('The strength; null where the code does not say it, and a note says why'),
	isDefault: z.boolean().describe('Whether the code leaves it out, so that the library’s default holds'),
	optimizer: z
		.object({
			kind: z.enum(OPTIMIZER_KINDS).nullable().describe('How the decay is taken; null where the code does not say it'),
			learningRate: z.number().nullable().describe('η; null where the code does not say it'),
			momentum: z.number().describe('Momentum'),
			nesterov: z.boolean().describe('Whether it is Nesterov’s'),
		})
		.nullable()
		.describe('How the weights step; null for a solver'),
	batchSize: z.number().nullable().describe('B of its steps; null where it is not known'),
	covers: z
		.enum(['everything', 'weights', 'group', 'layers', 'leaves'])
		.describe('All parameters, all but biases, a group of them, layers, or the values of leaves'),
	count: z.int().describe('Layers that have it'),
	missing: z.array(z.enum(CODE_FIELDS)).describe('Fields of the request that would complete it'),
	meaning: meaningSchema.nullable().describe('What it is elsewhere; null while something is missing for it'),
	findings: z.array(findingSchema).describe('What is worth knowing of it, the worst first'),
	notes: z.array(noteSchema).describe('How it was read'),
});

/** What POST /convert/code answers. */
export const codeAnswerSchema = z
	.object({
		codeLanguage: z.enum(CODE_LANGUAGES).describe('What the code was read as'),
		decays: z.array(decaySchema).describe('Everything that decays weights, in the order of the code'),
		m: quantitySchema.nullable().describe('Training examples; null where the code does not say it'),
		batchSize: quantitySchema.nullable().describe('B; null where the code does not say it'),
		epochs: quantitySchema.nullable().describe('Epochs; null where the code does not say it'),
		loss: z.enum(LOSSES).nullable().describe('The data loss; null where the code does not say it'),
		sizes: z
			.object({
				m: z.number().nullable().describe('Training examples'),
				batchSize: z.number().nullable().describe('B, all examples where they are fewer'),
				epochs: z.number().nullable().describe('Epochs'),
			})
			.describe(
				'What the answer reckons with: what the request states, else what the code says; null where neither does',
			),
		missing: z
			.array(z.enum(CODE_FIELDS))
			.describe('Fields of the request that would say more, in the order to ask for them'),
		notes: z.array(noteSchema).describe('Of the code as a whole: what was understood, what was not and why'),
	})
	.describe(
		'Training code, read: what decays, what that is in every library, what follows from it, and what is missing',
	);

export type CodeAnswer = z.output<typeof codeAnswerSchema>;
export type DecayAnswer = CodeAnswer['decays'][number];
export type CodeFinding = DecayAnswer['findings'][number];
export type CodeNote = CodeAnswer['notes'][number];
