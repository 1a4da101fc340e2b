import * as z from 'zod';
import { REASON_CODES } from '../convert/exactness.ts';
import { analysisSchema } from '../schema/analysis.ts';
import { comparisonSchema } from '../schema/comparison.ts';
import { dataSchema } from '../schema/data.ts';
import { derivedSchema, runSchema } from '../schema/run.ts';
import { runSpecSchema } from '../schema/runSpec.ts';
import { sweepDocumentSchema, sweepSchema, sweepStatusSchema } from '../schema/sweep.ts';

const amount = z.object({ gflop: z.number().optional(), bytes: z.int().optional(), cells: z.int().optional() });

/** A problem document (RFC 9457). */
const problemSchema = z
	.object({
		type: z.string().describe('/problems/<name>'),
		title: z.string(),
		status: z.int(),
		detail: z.string(),
		errors: z.array(z.object({ path: z.string().describe('Dotted path of the field'), message: z.string() })),
		cost: amount.optional(),
		limit: amount.optional(),
		fits: z.looseObject({}).optional().describe('A smaller spec, or sweep, that would run'),
		requestId: z.string().optional(),
	})
	.describe('What went wrong, and what would work');

const text = z.string();
const measured = z.object({ value: z.number().nullable(), low: z.number().nullish(), high: z.number().nullish() });

/** The shapes of requests and answers by name; everything that a request is checked against is the schema that checks it. */
export const SCHEMAS = {
	RunSpec: runSpecSchema,
	Run: runSchema,
	ComparisonRequest: comparisonSchema,
	Comparison: z.object({ id: text, runs: z.array(z.object({ label: text, run: runSchema })) }),
	SweepRequest: sweepSchema,
	SweepStatus: sweepStatusSchema,
	Sweep: sweepDocumentSchema,
	SweepAnalysis: analysisSchema.extend(sweepStatusSchema.pick({ id: true, status: true }).shape),
	DataSets: z.object({
		datasets: z.array(z.object({ kind: text, features: z.int(), classes: z.int().nullable(), defaults: dataSchema })),
	}),
	DataSet: z.object({ kind: text, X: z.array(z.array(z.number())), y: z.array(z.number()) }),
	Experiments: z.object({
		experiments: z.array(z.object({ name: text, claims: z.array(z.int()), status: text, title: text })),
	}),
	ExperimentResult: z.object({
		name: text,
		claims: z.array(z.int()),
		status: z.enum(['proved', 'reproduced', 'contested', 'measured']),
		parameters: z.looseObject({}),
		engine: text.describe('Version of the engine that trained the runs'),
		measured: z.record(text, measured).describe('Numbers with their 95% bootstrap intervals'),
		figure: z.looseObject({ kind: z.enum(['curves', 'heat-map']) }),
		sentence: z.object({ en: text, zh: text }),
	}),
	Conversion: z.object({
		lambda: z.number(),
		exact: z.boolean(),
		reasonCode: z.enum(REASON_CODES).optional(),
		reason: text.optional(),
		loss: text,
		equivalents: z.array(
			z.looseObject({
				library: text,
				parameter: text,
				value: z.number().nullable(),
				exact: z.boolean(),
				caveats: z.array(text),
				snippet: text.nullable(),
				source: text,
			}),
		),
		omitted: z.array(z.object({ library: text, losses: z.array(text) })),
	}),
	Explanation: z.object({
		derived: derivedSchema,
		findings: z.array(
			z.object({ code: text, severity: z.enum(['error', 'warning', 'info']), message: text, value: z.number() }),
		),
	}),
	Limits: z.object({
		request: z.object({ gflop: z.number(), bytes: z.int(), resultBytes: z.int() }),
		sweep: z.object({
			cells: z.int().describe('Cells of one sweep'),
			gflop: z.number().describe('Arithmetic of one sweep'),
			stepGflop: z.number().describe('Arithmetic of one cell, and of the cells that one step trains'),
			stepCells: z.int(),
			lanes: z.int().describe('Workflow instances that train one sweep'),
			cellGflop: z.number().describe('What a cell counts of a day beside its arithmetic, for keeping it'),
			clientGflopPerDay: z.number(),
			gflopPerDay: z.number(),
			hours: z.number().describe('Until a sweep is forgotten; its runs stay'),
		}),
		schema: z.record(text, z.number()),
	}),
	Health: z.object({ status: text, engine: z.object({ version: text }) }),
	Problem: problemSchema,
} as const satisfies Record<string, z.ZodType>;

export type SchemaName = keyof typeof SCHEMAS;

/**
 * All schemas as JSON Schema 2020-12, which OpenAPI 3.1 speaks: what a caller may send, defaults stated. What a
 * schema refers to in itself becomes a component beside it.
 */
export function componentSchemas(): Record<string, object> {
	const components: Record<string, object> = {};
	for (const [name, schema] of Object.entries(SCHEMAS)) {
		const text = JSON.stringify(z.toJSONSchema(schema, { io: 'input' }));
		const { $schema: _, $defs = {}, ...rest } = JSON.parse(text.replaceAll('#/$defs/', `#/components/schemas/${name}`));
		components[name] = rest;
		for (const [part, definition] of Object.entries($defs)) components[`${name}${part}`] = definition as object;
	}
	return components;
}
