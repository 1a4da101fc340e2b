import * as z from 'zod';

/** An answer as server-sent events while it is made. */
export const trainingEvents = (result: string) =>
	z
		.string()
		.describe(
			`Server-sent events (WHATWG HTML): \`progress\` some ten times a second at most (TrainingProgress), then one \`result\` (${result}) or \`problem\` (Problem)`,
		);
