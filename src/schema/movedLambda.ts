import * as z from 'zod';
import { RULES } from './lambdaRules.ts';

const ruleSchema = z.enum(RULES);

/** A λ carried over to another number of examples, and what that cost where it was measured. */
export const movedSchema = z.object({
	m: z.number().describe('Training examples that there will be'),
	times: z.number().describe('How many times as many they are'),
	measuredWith: z
		.enum(['sgd', 'adamw', 'linear'])
		.describe(
			'What the costs were measured on, at about ten times as many examples: networks, by their optimizer, or linear models',
		),
	rules: z
		.array(
			z.object({
				rule: ruleSchema.describe('What is kept: λ, λ/√m or λ/m'),
				lambda: z.number().describe('λ then'),
				value: z.number().nullable().describe('The same in the spelling of `from`; null where no finite one says it'),
				cost: z.number().describe('Loss over that of tuning again, less 1: the median over tasks'),
				tasksBelow1Percent: z.int().describe('Tasks on which it costs less than 0.01'),
				tasks: z.int().describe('Tasks that were measured'),
			}),
		)
		.describe('Every rule'),
	best: ruleSchema.describe('The rule that costs least'),
	advice: z.string().describe('What to do, for people'),
});

export type Moved = z.output<typeof movedSchema>;
