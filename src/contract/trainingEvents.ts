import * as z from 'zod';
import { trainingProgressSchema } from '../schema/trainingEvents.ts';

const fields = Object.entries(trainingProgressSchema.shape).map(
	([name, { description }]) => `\`${name}\` (${description})`,
);

/** An answer as server-sent events while it is made; the last one holds the result. */
export const trainingEvents = (result: string) =>
	z
		.string()
		.describe(
			`Server-sent events (WHATWG HTML). \`progress\`, ten a second at most, holds ${fields.join(', ')}. The last event is one \`result\`, which holds ${result}, or one \`problem\`, which holds a Problem`,
		);
