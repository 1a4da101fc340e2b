import * as z from 'zod';
import { dataSchema } from './data.ts';
import { dataFacts, defaultLoss } from './dimensions.ts';
import { initSchema, networkSchema } from './network.ts';
import { lossSchema, penaltySchema } from './objective.ts';
import { checkTogether, checkUnstatedLoss } from './rules.ts';
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
		.describe('fused: one WebAssembly kernel; reference: TensorFlow.js ops and autodiff'),
	output: outputSchema.prefault({}),
});

/**
 * The description of one training run (API.md, "RunSpec"): types, defaults, bounds and the
 * rules between fields. Unknown keys are refused. Parsing fills every default in.
 */
export const runSpecSchema = fieldsSchema.transform((fields, context) => {
	const facts = dataFacts(fields.data);
	const spec = { ...fields, loss: fields.loss ?? defaultLoss(facts) };
	const unstated = [...checkUnstatedLoss(fields, facts)];
	for (const issue of unstated.length > 0 ? unstated : checkTogether(spec, facts)) {
		context.addIssue({ code: 'custom', ...issue });
	}
	return spec;
});

/** A spec with every default filled in, as results show it. */
export const canonicalSpecSchema = z.strictObject({ ...fieldsSchema.shape, loss: lossSchema });

/** What a caller may send. */
export type RunSpecInput = z.input<typeof runSpecSchema>;
/** A spec with every default filled in. */
export type RunSpec = z.output<typeof runSpecSchema>;
