import * as z from 'zod';
import { inDocument } from '../inDocument.ts';
import { dataSchema } from './data.ts';
import { initSchema, networkSchema } from './network.ts';
import { lossSchema, penaltySchema } from './objective.ts';
import { optimizerSchema, outputSchema, regularizersSchema, trainingSchema } from './training.ts';

export const ENGINES = ['fused', 'reference'] as const;

/** Every field on its own, without the rules between them; only `data` is required. Forms are made from it. */
export const fieldsSchema = z.strictObject({
	data: dataSchema,
	network: networkSchema.prefault({}),
	init: initSchema.prefault({}),
	loss: lossSchema.optional(),
	optimizer: optimizerSchema.prefault({}),
	penalty: penaltySchema.prefault({}),
	training: trainingSchema.prefault({}),
	regularizers: regularizersSchema.prefault({}),
	engine: z
		.enum(ENGINES)
		.default('fused')
		.describe(inDocument('fused: one WebAssembly kernel; reference: TensorFlow.js ops and autodiff')),
	output: outputSchema.prefault({}),
});

/** A spec with every default filled in, as results show it. */
export const canonicalSpecSchema = z.strictObject({ ...fieldsSchema.shape, loss: lossSchema });

/** The fields of a spec with every default filled in, whether or not they go together. */
export type SpecFields = z.output<typeof canonicalSpecSchema>;
