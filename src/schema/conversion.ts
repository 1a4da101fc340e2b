import * as z from 'zod';
import { LIBRARY_IDS } from './libraryIds.ts';
import { LOSSES } from './losses.ts';
import { movedSchema } from './movedLambda.ts';

const lossSchema = z.enum(LOSSES);
const librarySchema = z.enum(LIBRARY_IDS);

/** Why a conversion is not exact; stable, for programs. */
const REASON_CODES = [
	'no-value',
	'another-minimiser',
	'another-intercept',
	'target-deviation-assumed',
	'unverified',
] as const;

/** Whether a conversion is exact, and why not where it is not. */
const exactness = {
	exact: z
		.boolean()
		.describe(
			'Whether both have one minimizer, biases apart, at these sizes, and this project has run both and seen it',
		),
	reasonCode: z.enum(REASON_CODES).exactOptional().describe('Why not, for programs; only where it is not exact'),
	reason: z.string().exactOptional().describe('Why not, for people; only where it is not exact'),
};

/** How this project has checked a library's entry. */
const checkedSchema = z
	.object({
		how: z
			.enum(['run', 'source', 'documentation', 'unverified'])
			.describe('Whether the library was run, or read in its source or documentation'),
		version: z.string().describe('Version of the library'),
		largestError: z.number().exactOptional().describe('Largest relative error of the weights on one problem'),
	})
	.describe('How this project has checked the entry');

/** How long a decay alone takes to shrink a weight to 1/e: τ = 1/(η·d) steps, (1−μ) times as many through momentum μ, of which ⌈m/B⌉ make an epoch. */
const timescaleSchema = z
	.object({
		steps: z.number().describe('τ = 1/(η·d), or (1−μ)/(η·d), in updates of the weights'),
		epochs: z.number().describe('τ in passes over the data'),
	})
	.describe('How long the decay alone takes to shrink a weight to 1/e; where the value decays weights and η is known');

/** The same strength as one library spells it. */
const equivalentSchema = z.object({
	library: librarySchema.describe('Id of the library'),
	name: z.string().describe('The library and the part of it that takes the parameter'),
	parameter: z.string().describe('Name of the parameter as the library writes it'),
	value: z.number().nullable().describe('Its value; null where no finite one says it'),
	default: z.number().nullable().describe('Its value where a user gives none; null: a path of values, or none'),
	objective: z
		.string()
		.describe('What the library minimizes, or the update that it makes, as a formula: L is the loss of an example'),
	...exactness,
	loss: lossSchema.describe('The loss of the objective that λ belongs to in this row'),
	timescale: timescaleSchema.exactOptional(),
	penalizesBiases: z.boolean().describe('Whether the parameter penalizes biases too, unless a user takes care'),
	caveats: z.array(z.string()).describe('What else to know'),
	snippet: z.string().nullable().describe('Code that sets the value; null where there is none'),
	source: z.string().describe('Where the spelling is written down'),
	checked: checkedSchema,
});

/** What GET /convert answers. */
export const conversionSchema = z
	.object({
		lambda: z.number().describe('λ of J = mean of the stated loss + λ/2m·Ω'),
		...exactness,
		caveat: z.string().exactOptional().describe('What else to know of λ; only where a run would not accept it'),
		loss: lossSchema.describe('The loss of that objective: the one stated, or the first that `from` trains on'),
		equivalents: z.array(equivalentSchema).describe('The same strength in every library that trains on the loss'),
		omitted: z
			.array(
				z.object({
					library: librarySchema.describe('Id of the library'),
					losses: z.array(lossSchema).describe('What it trains on'),
				}),
			)
			.describe('Libraries that do not train on the loss'),
		moved: movedSchema
			.exactOptional()
			.describe('λ carried over to `newM` examples by each rule, and what the rules cost; only where `newM` is given'),
	})
	.describe('One strength of the L2 penalty in every library’s spelling');

export type ReasonCode = (typeof REASON_CODES)[number];
export type Checked = z.output<typeof checkedSchema>;
export type Equivalent = z.output<typeof equivalentSchema>;
export type Conversion = z.output<typeof conversionSchema>;
export type Exactness = Pick<Conversion, 'exact' | 'reasonCode' | 'reason'>;
