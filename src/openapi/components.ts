import * as z from 'zod';
import { sweepAnalysisSchema } from '../schema/analysis.ts';
import { codeAnswerSchema } from '../schema/codeAnswer.ts';
import { codeQuerySchema } from '../schema/codeQuery.ts';
import { comparisonSchema } from '../schema/comparison.ts';
import { comparisonResultSchema } from '../schema/comparisonAnswers.ts';
import { conversionSchema } from '../schema/conversion.ts';
import { dataSetListSchema, dataSetSchema } from '../schema/dataSetAnswers.ts';
import { healthSchema, indexSchema, limitsSchema } from '../schema/deployment.ts';
import { experimentListSchema, experimentResultSchema } from '../schema/experimentResult.ts';
import { explanationSchema } from '../schema/explanation.ts';
import { predictionRequestSchema } from '../schema/predictionRequest.ts';
import { predictionsSchema } from '../schema/predictions.ts';
import { problemSchema } from '../schema/problemDocument.ts';
import { finalNumbersSchema, finalSchema, runSchema, weightsSchema } from '../schema/run.ts';
import { runSpecSchema } from '../schema/runSpec.ts';
import { canonicalSpecSchema } from '../schema/specFields.ts';
import { sweepSchema } from '../schema/sweep.ts';
import {
	sweepBegunSchema,
	sweepDocumentSchema,
	sweepResultSchema,
	sweepWithdrawnSchema,
} from '../schema/sweepAnswers.ts';
import type { JsonSchema } from './jsonSchema.ts';
import { mergePatchSchema, partSchema } from './mergePatchSchema.ts';
import { optionalDefaults } from './optionalDefaults.ts';

/** What callers send, by name: what has a default may be left out. */
const REQUESTS = {
	RunSpec: runSpecSchema,
	ComparisonRequest: comparisonSchema,
	SweepRequest: sweepSchema,
	PredictionRequest: predictionRequestSchema,
	CodeRequest: codeQuerySchema,
};

/** What the API answers, by name: what has a default is there. */
const ANSWERS = {
	CanonicalSpec: canonicalSpecSchema,
	Final: finalSchema,
	FinalNumbers: finalNumbersSchema,
	Run: runSchema,
	Weights: weightsSchema,
	Predictions: predictionsSchema,
	Comparison: comparisonResultSchema,
	SweepBegun: sweepBegunSchema,
	SweepWithdrawn: sweepWithdrawnSchema,
	SweepResult: sweepResultSchema,
	Sweep: sweepDocumentSchema,
	SweepAnalysis: sweepAnalysisSchema,
	DataSets: dataSetListSchema,
	DataSet: dataSetSchema,
	Experiments: experimentListSchema,
	ExperimentResult: experimentResultSchema,
	Conversion: conversionSchema,
	CodeAnswer: codeAnswerSchema,
	Explanation: explanationSchema,
	Index: indexSchema,
	Limits: limitsSchema,
	Health: healthSchema,
	Problem: problemSchema,
};

const NAMES = new Map<z.ZodType, string>(
	Object.entries({ ...REQUESTS, ...ANSWERS }).map(([name, schema]) => [schema, name]),
);

/** The component that a schema is, or null where it is none. */
export const componentName = (schema: z.ZodType): string | null => NAMES.get(schema) ?? null;

const addressOf = (name: string) => `#/components/schemas/${name}`;

/** A schema as a document refers to it: by name where it is a component, else in full. */
export function schemaOrReference(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
	const name = componentName(schema);
	if (name) return { $ref: addressOf(name) };
	const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, override: OVERRIDES[io] });
	return rest;
}

/** Every component by name. */
export function componentSchemas(): Record<string, JsonSchema> {
	const requests = jsonSchemas(REQUESTS, 'input');
	const { RunSpec, ...others } = requests;
	if (!RunSpec) throw new Error('there is no component RunSpec');
	const sent = { RunSpec, RunSpecPart: partSchema(RunSpec), RunSpecPatch: mergePatchSchema(RunSpec), ...others };
	return { ...mapValues(sent, optionalDefaults), ...jsonSchemas(ANSWERS, 'output') };
}

function jsonSchemas(named: Record<string, z.ZodType>, io: 'input' | 'output'): Record<string, JsonSchema> {
	const registry = z.registry<{ id: string }>();
	for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
	const { schemas } = z.toJSONSchema(registry, { io, uri: addressOf, override: OVERRIDES[io] });
	return mapValues(schemas, ({ $schema: _, $id: __, ...schema }) => schema);
}

const mapValues = <From, To>(values: Record<string, From>, map: (value: From) => To): Record<string, To> =>
	Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));

/** Corrects what zod writes where a reader of the document needs more, or less. */
function override({ zodSchema, jsonSchema }: Overridden): void {
	// What is checked only later is documented as the component that it must become.
	if (typeof jsonSchema.documentedAs === 'string') {
		const { documentedAs, description } = jsonSchema;
		for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
		Object.assign(jsonSchema, { $ref: addressOf(documentedAs), ...(description && { description }) });
	}
	// Zod bounds every integer by what JSON keeps exactly; nobody set those bounds. A format makes its pattern redundant.
	if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
	if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
	if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
	// Answers may gain fields later, so only objects that callers send refuse unknown fields.
	const { def } = zodSchema._zod;
	if (def.type === 'object' && def.catchall === undefined) delete jsonSchema.additionalProperties;
	// Where one member may leave its `kind` out, a value can match several schemas, which `oneOf` forbids.
	if (jsonSchema.oneOf?.some((one) => !one.required?.includes('kind'))) {
		jsonSchema.anyOf = jsonSchema.oneOf;
		delete jsonSchema.oneOf;
	}
}

const OVERRIDES = {
	input: override,
	output(overridden: Overridden) {
		override(overridden);
		delete overridden.jsonSchema.default; // answers have every default filled in
	},
};

type Overridden = Parameters<NonNullable<z.core.ToJSONSchemaParams['override']>>[0];
