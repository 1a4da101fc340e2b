import type * as z from 'zod';

/** A JSON Schema (2020-12), which OpenAPI 3.1 speaks. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Whether a part of a schema is a schema itself, and not `true`, `false`, a list or nothing. */
export const isSchema = (part: unknown): part is JsonSchema =>
	typeof part === 'object' && part !== null && !Array.isArray(part);
