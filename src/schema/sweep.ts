import * as z from 'zod';
import { formatGiven } from '../numberFormat.ts';
import { BOUNDS } from './bounds.ts';
import { penaltySchema, SCALINGS } from './objective.ts';
import { finalNumbersSchema } from './run.ts';
import { SWEEP_BOUNDS } from './sweepBounds.ts';
import { uncheckedSpecSchema } from './uncheckedSpec.ts';

/** Values of one axis, in the order in which the results name them, none twice. */
const axis = <Value extends z.ZodType<number | string>>(value: Value, most: number = SWEEP_BOUNDS.axisValues) =>
	z
		.array(value)
		.min(1)
		.max(most)
		.superRefine((values, context) => {
			const repeated = values.findIndex((each, index) => values.indexOf(each) !== index);
			if (repeated < 0) return;
			context.addIssue({ code: 'custom', path: [repeated], message: `${values[repeated]} stands on this axis twice` });
		});

const axesSchema = z
	.strictObject({
		lambda: axis(penaltySchema.shape.lambda.unwrap()).optional().describe('Values of penalty.lambda'),
		m: axis(z.int().min(1).max(BOUNDS.examples), SWEEP_BOUNDS.axisSizes)
			.optional()
			.describe('Values of data.m; inline data have their own m'),
		scaling: axis(z.enum(SCALINGS)).optional().describe('Values of penalty.scaling'),
		seed: axis(z.int().min(0).max(BOUNDS.seed))
			.optional()
			.describe(
				'Values of data.seed and init.seed at once: another training sample and other initial weights. The held-out sample (data.test.seed), the order of minibatches and the masks of dropout stay those of the base',
			),
	})
	.refine((axes) => Object.values(axes).some((values) => values !== undefined), {
		message: 'needs at least one of lambda, m, scaling, seed',
	})
	.describe('What varies; every combination is trained');

/** A grid of runs: every combination of the axes, each with all else as the base says. */
export const sweepSchema = z.strictObject({
	base: uncheckedSpecSchema
		.refine((base) => JSON.stringify(base).length <= SWEEP_BOUNDS.sweepBase, {
			message: `is too long: at most ${formatGiven(SWEEP_BOUNDS.sweepBase)} characters as JSON`,
		})
		.describe(
			'The spec of every cell but for what the axes set. It is checked with the axes applied: the first cell whole, then every m and every scaling',
		),
	axes: axesSchema,
});

/** The axes with every value filled in: what is not swept has the one value of the base. */
const gridSchema = z
	.object({
		lambda: z.array(z.number()).describe('Values of penalty.lambda'),
		m: z.array(z.int()).describe('Values of data.m'),
		scaling: z.array(z.enum(SCALINGS)).describe('Values of penalty.scaling'),
		seed: z.array(z.int().nullable()).describe('[null] without a seed axis: the seeds of the base'),
	})
	.describe('The axes, what is not swept with the one value of the base');

/** Where a cell stands in the grid. */
const coordinatesSchema = z.object({
	lambda: z.number().describe('λ of the cell'),
	m: z.int().describe('Training examples of the cell'),
	scaling: z.enum(SCALINGS).describe('Scaling of the cell'),
	seed: z.int().nullable().describe('Seed of the cell; null without a seed axis'),
});

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

export type SweepInput = z.input<typeof sweepSchema>;
export type Sweep = z.output<typeof sweepSchema>;
export type Axes = z.output<typeof axesSchema>;
export type Grid = z.output<typeof gridSchema>;
export type Coordinates = z.output<typeof coordinatesSchema>;
export type SweepResult = z.output<typeof sweepResultSchema>;
export type CellCounts = z.output<typeof cellCountsSchema>;
export type SweepBegun = z.output<typeof sweepBegunSchema>;
export type SweepWithdrawn = z.output<typeof sweepWithdrawnSchema>;
export type SweepStatus = z.output<typeof sweepStatusSchema>;
export type SweepDocument = z.output<typeof sweepDocumentSchema>;
