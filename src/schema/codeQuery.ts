import * as z from 'zod';
import { inDocument } from '../inDocument.ts';
import { LANGUAGES } from '../language.ts';
import { BOUNDS } from './bounds.ts';
import { lossSchema } from './objective.ts';

/** Characters of a text that is read. */
export const LONGEST_CODE = 50_000;

/** Languages of code and configurations. */
export const CODE_LANGUAGES = ['python', 'r', 'yaml', 'json', 'shell'] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

/** How an optimizer takes a decay: with the gradient, through Adam, or beside Adam's step. */
export const OPTIMIZER_KINDS = ['sgd', 'adam', 'adamw'] as const;

/** What a text may leave out, in the order in which it is asked for. */
export const CODE_FIELDS = [
	'optimizer',
	'value',
	'm',
	'batchSize',
	'learningRate',
	'epochs',
	'targetDeviation',
] as const;
export type CodeField = (typeof CODE_FIELDS)[number];

const count = z.int().min(1).max(BOUNDS.magnitude);
const number = z.number().max(BOUNDS.lambda);

/** What POST /convert/code takes. A field that is given holds in place of what the code says. */
export const codeQuerySchema = z
	.strictObject({
		code: z
			.string()
			.max(LONGEST_CODE)
			.describe(inDocument('Lines of training code, or a configuration; nothing of it is run')),
		codeLanguage: z
			.enum(CODE_LANGUAGES)
			.optional()
			.describe(inDocument('What it is written in; found by the text where it is left out')),
		optimizer: z
			.enum(OPTIMIZER_KINDS)
			.optional()
			.describe(inDocument('How the decay is taken, where the code does not say it: as SGD, Adam or AdamW do')),
		value: number.min(0).optional().describe(inDocument('The strength, where the code does not say it')),
		m: count.optional().describe(inDocument('Training examples, without those that are held out')),
		batchSize: count.optional().describe(inDocument('B, rows in a batch')),
		learningRate: z.number().positive().max(BOUNDS.learningRate).optional().describe(inDocument('η')),
		epochs: z.number().positive().max(BOUNDS.epochs).optional().describe(inDocument('Passes over the data')),
		loss: lossSchema.optional().describe(inDocument('The data loss that λ stands beside')),
		targetDeviation: z
			.number()
			.positive()
			.max(BOUNDS.magnitude)
			.optional()
			.describe(inDocument('sd(y), for libraries that scale the targets inside')),
		language: z.enum(LANGUAGES).default('en').describe(inDocument('Of messages, caveats and reasons')),
	})
	.describe(inDocument('Training code, and what it leaves out'));

export type CodeQuery = z.output<typeof codeQuerySchema>;
