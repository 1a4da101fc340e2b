import * as z from 'zod';
import type { Text } from '../language.ts';

/** A text in every language of the project. */
export const textSchema = z.object({
	en: z.string().describe('In English'),
	zh: z.string().describe('In Chinese'),
}) satisfies z.ZodType<Text>;
