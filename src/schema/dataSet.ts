import * as z from 'zod';
import { DRAWN_DATA, dataSchema, networkTeacherSchema, standardizeSchema } from './data.ts';

const kind = z.enum(DRAWN_DATA).describe('A generator or a real data set');

/** A field without its default, which depends on the kind of data. */
const optional = <Value extends z.ZodType>(field: z.ZodDefault<Value>) =>
	field
		.unwrap()
		.optional()
		.describe(field.description ?? '');

const { m, noise, seed, features, hidden, teacherStandardDeviation } = networkTeacherSchema.shape;

/** The query of GET /datasets/{kind}: every field that some kind of data has. */
export const dataFieldsSchema = z.strictObject({
	m: optional(m),
	noise: optional(noise),
	seed: optional(seed),
	features: optional(features),
	hidden: optional(hidden),
	teacherStandardDeviation: optional(teacherStandardDeviation),
	standardize: optional(standardizeSchema),
});

export const dataSetListSchema = z.object({
	datasets: z
		.array(
			z.object({
				kind,
				features: z.int().describe('Inputs of an example'),
				classes: z.int().nullable().describe('Classes of the targets; null for a regression'),
				defaults: dataSchema.describe('The fields of the kind with their defaults'),
			}),
		)
		.describe('Every kind of data that can be drawn'),
});

/** The training rows of a data set. */
export const dataSetSchema = z.object({
	kind,
	X: z.array(z.array(z.number())).describe('Inputs, [m][features]'),
	y: z.array(z.number()).describe('Targets, [m]: 0/1, class numbers or reals'),
});
