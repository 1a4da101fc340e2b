import type { Handler } from 'hono';
import { shorten } from '../../src/schema/fieldErrors.ts';
import { Problem } from './problem.ts';

/** Refuses every other method of a path, and says which it answers. */
export const refuseMethod =
	(answered: readonly string[]): Handler =>
	({ req }) => {
		const allowed = answered.join(', ');
		const detail = `${shorten(req.path)} answers ${allowed}, and the request is ${req.method}`;
		throw new Problem('method-not-allowed', detail, { headers: { Allow: allowed } });
	};
