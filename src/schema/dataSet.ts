import * as z from 'zod';
import { at } from '../at.ts';
import { inDocument } from '../inDocument.ts';
import { DRAWN_DATA, dataSchema, networkTeacherSchema, realRegression } from './data.ts';

/** A kind of data that can be drawn. */
export const kindSchema = z.enum(DRAWN_DATA).describe(inDocument('A generator or a real data set'));

/** A field without its default, which depends on the kind of data. */
const optional = <Value extends z.ZodType>(field: z.ZodDefault<Value> | z.ZodExactOptional<Value>) =>
	field
		.unwrap()
		.optional()
		.describe(field.description ?? '');

const { m, noise, seed, features, hidden, teacherStandardDeviation } = networkTeacherSchema.shape;
const { standardize, standardizeTargets } = realRegression('diabetes').shape;

/** The query of GET /datasets/{kind}: every field that some kind of data has. */
export const dataFieldsSchema = z.strictObject({
	m: optional(m),
	noise: optional(noise),
	seed: optional(seed),
	features: optional(features),
	hidden: optional(hidden),
	teacherStandardDeviation: optional(teacherStandardDeviation),
	standardize: optional(standardize),
	standardizeTargets: optional(standardizeTargets),
});

/** Of a kind of data the fields that its training rows depend on: all but how much is held out. */
export function rowFieldsOf(kind: (typeof DRAWN_DATA)[number]): z.ZodObject {
	const { shape } = at(
		dataSchema.options.filter((option) => option.shape.kind.value === kind),
		0,
	);
	const fields = Object.entries<z.ZodType>(shape).filter(([name]) => name in dataFieldsSchema.shape);
	return z.strictObject(Object.fromEntries(fields));
}
