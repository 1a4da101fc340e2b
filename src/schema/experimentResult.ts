import * as z from 'zod';
import { figureSchema } from './figure.ts';
import { judgedSchema } from './judged.ts';
import { settingSchema } from './setting.ts';
import { textSchema } from './text.ts';

/**
 * How a claim stands: it is a theorem or an identity, which the experiment confirms (`proved`), it is what came out
 * here, in the setting that is said (`measured`), a published number comes out again (`reproduced`), or it holds under
 * assumptions that must be said (`contested`).
 */
const statusSchema = z
	.enum(['proved', 'reproduced', 'contested', 'measured'])
	.describe(
		'proved: a theorem or an identity, which the experiment confirms; measured: what came out here, in the setting that is said; reproduced: a published number comes out again; contested: it holds under assumptions that must be said',
	);

const estimateSchema = z
	.object({
		value: z.number().describe('The number'),
		low: z.number().exactOptional().describe('2.5% of the bootstrap resamples are below'),
		high: z.number().exactOptional().describe('2.5% of the bootstrap resamples are above'),
	})
	.describe('A number with, where seeds or draws decide it, its 95% bootstrap interval');

const name = z.string().describe('Name of the experiment');
const claims = z.array(z.int()).describe('Numbers of the claims that it makes executable');

/** A result as the API returns it and `npm run precompute` keeps it. */
export const experimentResultSchema = z
	.object({
		name,
		claims,
		status: statusSchema,
		title: textSchema.describe('What the experiment is called'),
		claim: textSchema.describe('The claim itself, in one sentence'),
		parameters: z.record(z.string(), z.number()).describe('What it was computed with, defaults filled in'),
		setting: settingSchema,
		engine: z.string().describe('Version of the engine that trained the runs'),
		measured: z.record(z.string(), estimateSchema).describe('What came out, by name'),
		judged: judgedSchema.exactOptional(),
		figure: figureSchema,
		sentence: textSchema.describe('What came out, in one sentence with the numbers in it'),
	})
	.describe('What an experiment finds');

/** The list of all experiments. */
export const experimentListSchema = z.object({
	experiments: z
		.array(z.object({ name, claims, status: statusSchema, title: z.string().describe('Its title in English') }))
		.describe('In the order of the article'),
});

export type Status = z.output<typeof statusSchema>;
export type ExperimentResult = z.output<typeof experimentResultSchema>;
