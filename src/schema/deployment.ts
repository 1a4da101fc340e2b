import * as z from 'zod';
import { BOUND_DESCRIPTIONS } from './bounds.ts';
import { SWEEP_BOUND_DESCRIPTIONS } from './sweepBounds.ts';

/** A number for each of these names, described as they are. */
const numbers = <Name extends string>(descriptions: Record<Name, string>) =>
	Object.fromEntries(
		Object.entries<string>(descriptions).map(([name, description]) => [name, z.number().describe(description)]),
	) as Record<Name, z.ZodNumber>; // the same names

/** What GET /limits answers. */
export const limitsSchema = z.object({
	request: z
		.object({
			gflop: z.number().describe('Arithmetic of one request, in GFLOP'),
			inlineGflop: z.number().describe('Arithmetic of a run that the Worker trains itself; larger ones go to trainers'),
			bytes: z.int().describe('Bytes of a request’s body'),
			resultBytes: z.int().describe('Bytes of an answer'),
		})
		.describe('What one request may take'),
	day: z
		.object({
			gflop: z.number().describe('Arithmetic that all callers may ask of trainers and sweeps, in GFLOP'),
			clientGflop: z.number().describe('Arithmetic that one caller may ask of them, in GFLOP'),
			sharedGflop: z
				.number()
				.describe(
					'As gflop, of callers who ask for more than littleGflop: what is left of gflop is kept for the others',
				),
			littleGflop: z.number().describe('Arithmetic up to which a caller has asked for little, in GFLOP'),
			resultGflop: z
				.number()
				.describe('What a result from a trainer counts beside its arithmetic, for keeping it, in GFLOP'),
		})
		.describe('What may be asked for in a day (UTC)'),
	sweep: z
		.object({
			cells: z.int().describe('Cells of one sweep'),
			gflop: z.number().describe('Arithmetic of one sweep, in GFLOP'),
			stepGflop: z.number().describe('Arithmetic of one cell, and of the cells that one step waits for, in GFLOP'),
			stepCells: z.int().describe('Cells that one step waits for'),
			lanes: z.int().describe('Workflow instances that train one sweep'),
			turns: z.int().describe('Workflow instances of all sweeps that train at once; the others wait for their turn'),
			cellGflop: z.number().describe('What a cell counts of a day beside its arithmetic, for keeping it, in GFLOP'),
			clientGflopPerDay: z.number().describe('As day.clientGflop'),
			gflopPerDay: z.number().describe('As day.gflop'),
			hours: z.number().describe('Until a sweep is forgotten; its runs stay'),
		})
		.describe('What a sweep may take'),
	rate: z
		.object({
			enforced: z
				.boolean()
				.describe('Whether a caller who asks more often is refused (429); on one’s own machine nobody is'),
			computePerMinute: z.int().describe('Requests with POST a minute and caller'),
			readPerMinute: z.int().describe('Other requests a minute and caller'),
		})
		.describe('How often one caller may ask'),
	schema: z
		.object({ ...numbers(BOUND_DESCRIPTIONS), ...numbers(SWEEP_BOUND_DESCRIPTIONS) })
		.describe('The bounds of requests by name, the same on every deployment'),
});

/** What GET /health answers. */
export const healthSchema = z.object({
	status: z.literal('ok').describe('The Worker answers'),
	engine: z
		.object({ version: z.string().describe('Part of every id: another version may give other bits') })
		.describe('The engine that trains'),
});

const linkSchema = z.object({
	href: z.string().describe('Address, from the root of this deployment'),
	type: z.string().describe('Media type of what is there'),
});

/** What GET / answers. */
export const indexSchema = z.object({
	title: z.string().describe('Name of the API'),
	version: z.string().describe('Version of its contract'),
	links: z
		.object({
			self: linkSchema.describe('This index'),
			'service-desc': linkSchema.describe('The API as an OpenAPI document (RFC 8631)'),
			'service-doc': linkSchema.describe('The API as pages for people (RFC 8631)'),
			status: linkSchema.describe('Whether the deployment answers (RFC 8631)'),
		})
		.describe('Where the API is described, by relation'),
	resources: z
		.array(
			z.object({
				href: z.string().describe('Address or URI template (RFC 6570), from the root of this deployment'),
				methods: z.array(z.string()).describe('Methods that it answers'),
				title: z.string().describe('What it is for'),
			}),
		)
		.describe('Every resource'),
});
