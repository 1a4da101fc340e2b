import * as z from 'zod';
import { derivedSchema } from './run.ts';
import { SEVERITIES } from './severity.ts';

/** Everything that can be found in a spec; stable, for programs. */
export const FINDING_CODES = [
	'unstable-decay',
	'oscillating-decay',
	'decay-does-nothing',
	'decay-dominates',
	'momentum-amplifies',
	'decoupled-beside-momentum',
	'l2-with-adam',
	'adamw-timescale',
	'l1-without-zeros',
	'biases-differ',
	'scaling-ignores-m',
	'equals-another-spelling',
	'early-stopping-as-lambda',
	'no-held-out',
	'targets-off-scale',
	'inputs-off-scale',
	'large-adam-step',
	'more-data',
] as const;

/** What POST /explain answers. */
export const explanationSchema = z
	.object({
		derived: derivedSchema,
		findings: z
			.array(
				z.object({
					code: z.enum(FINDING_CODES).describe('Which finding it is, for programs'),
					severity: z
						.enum(SEVERITIES)
						.describe('error: the run will fail; warning: it will not do what one would think; info: good to know'),
					message: z.string().describe('What follows from the spec, in the caller’s language'),
					value: z.number().describe('The number that the message turns on'),
				}),
			)
			.describe('What is worth knowing before the run trains, the worst first'),
	})
	.describe('What a spec implies before it trains');

export type FindingCode = (typeof FINDING_CODES)[number];
