import type * as z from 'zod';
import { dataFacts, defaultLoss } from './dimensions.ts';
import { checkTogether } from './rules.ts';
import { fieldsSchema } from './specFields.ts';
import { checkUnstatedLoss } from './unstatedLoss.ts';

/**
 * The description of one training run (`RunSpec` of the API): types, defaults, bounds and the
 * rules between fields. Unknown keys are refused. Parsing fills every default in.
 */
export const runSpecSchema = fieldsSchema.transform((fields, context) => {
	const facts = dataFacts(fields.data);
	const spec = { ...fields, loss: fields.loss ?? defaultLoss(facts) };
	const unstated = checkUnstatedLoss(fields, facts);
	for (const issue of unstated.length > 0 ? unstated : checkTogether(spec, facts)) {
		context.addIssue({ code: 'custom', ...issue });
	}
	return spec;
});

/** What a caller may send. */
export type RunSpecInput = z.input<typeof runSpecSchema>;
/** A spec with every default filled in. */
export type RunSpec = z.output<typeof runSpecSchema>;
