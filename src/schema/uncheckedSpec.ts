import * as z from 'zod';
import type { JsonObject, MergePatch } from './mergePatch.ts';
import type { RunSpecInput } from './runSpec.ts';

/*
 * A sweep's and a comparison's specs are whole only when an axis or a patch has been applied to them, and are checked
 * then. Until then any object will do; `documentedAs` names the component that the OpenAPI document shows for it.
 */
const anyObject = z.looseObject({});

/** A RunSpec whose fields nobody has looked at yet. */
export const uncheckedSpecSchema = anyObject.meta({ documentedAs: 'RunSpec' }) as unknown as z.ZodType<
	JsonObject,
	RunSpecInput
>; // what callers are told to send; what comes out is only known to be an object of a JSON body

/** Any part of a RunSpec, whose fields nobody has looked at yet. */
export const uncheckedPartSchema = anyObject.meta({ documentedAs: 'RunSpecPart' }) as unknown as z.ZodType<
	JsonObject,
	MergePatch<RunSpecInput, never>
>; // as above

/** A JSON merge patch of a RunSpec whose fields nobody has looked at yet. */
export const uncheckedPatchSchema = anyObject.meta({ documentedAs: 'RunSpecPatch' }) as unknown as z.ZodType<
	JsonObject,
	MergePatch<RunSpecInput>
>; // as above
