import * as z from 'zod';
import { finalNumbersSchema } from './run.ts';
import { coordinatesSchema, gridSchema } from './sweep.ts';

/** A cell that is over: trained, found in a store, or given up. */
export const sweepResultSchema = coordinatesSchema
	.extend({
		runId: z.string().nullable().describe('GET /runs/{runId} is the whole run; null for a cell that failed'),
		status: z.enum(['ok', 'diverged', 'failed']).describe('As in the run; failed: given up after three attempts'),
		final: finalNumbersSchema.nullable().describe('As in the run, but for its metrics; null for a cell that failed'),
		reason: z.string().optional().describe('Why a cell failed three times'),
	})
	.describe('A cell that is over');

const cellCountsSchema = z
	.object({
		total: z.int().describe('Cells of the grid'),
		done: z.int().describe('Cells that have a result'),
		failed: z.int().describe('Cells that were given up'),
		trained: z.int().describe('Trainings that this sweep needed: the other cells that are done were known before'),
	})
	.describe('How many cells there are, and how they stand');

/** A sweep in short. */
export const sweepStatusSchema = z
	.object({
		id: z.string().describe('Content hash of the grid and the engine’s version'),
		status: z
			.enum(['running', 'done', 'stopped'])
			.describe('done: every cell is over; stopped: all who wanted it have withdrawn'),
		cells: cellCountsSchema,
		cost: z
			.object({ gflop: z.number().describe('GFLOP') })
			.describe('Arithmetic of all cells, known before any trains'),
		expires: z.iso.datetime().describe('When the sweep is forgotten (RFC 3339); its runs stay'),
		links: z
			.object({
				self: z.string().describe('The sweep with its results'),
				events: z.string().describe('Its events as they happen'),
				analysis: z.string().describe('What its results say in numbers'),
			})
			.describe('Where to go on, from the root of this deployment'),
	})
	.describe('How a sweep stands');

/** What POST answers: a sweep in short, and the caller's interest in it. */
export const sweepBegunSchema = sweepStatusSchema
	.extend({
		stopToken: z
			.string()
			.nullable()
			.describe(
				'Withdraws this caller’s interest by DELETE; told only here. null where as many are counted already as may be (`schema.sweepInterests` of /limits)',
			),
	})
	.describe('How a sweep stands, with the token of the caller’s interest in it');

/** What DELETE answers: a sweep in short, and who else wishes it to go on. */
export const sweepWithdrawnSchema = sweepStatusSchema
	.extend({ interests: z.int().describe('Callers who still want it: it stops when there are none') })
	.describe('How a sweep stands, and how many still want it');

/** A sweep with what it has found so far: what GET answers. */
export const sweepDocumentSchema = sweepStatusSchema
	.extend({
		grid: gridSchema,
		results: z
			.array(sweepResultSchema)
			.describe('Cells that are over, in grid order: seed slowest, then m, scaling, λ'),
	})
	.describe('A sweep with what it has found so far');

export type SweepResult = z.output<typeof sweepResultSchema>;
export type CellCounts = z.output<typeof cellCountsSchema>;
export type SweepBegun = z.output<typeof sweepBegunSchema>;
export type SweepWithdrawn = z.output<typeof sweepWithdrawnSchema>;
export type SweepStatus = z.output<typeof sweepStatusSchema>;
export type SweepDocument = z.output<typeof sweepDocumentSchema>;
