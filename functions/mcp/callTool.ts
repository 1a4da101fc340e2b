import { methodAndPath } from '../../src/contract/route.ts';
import { type ApiRoute, OPERATIONS } from '../../src/contract/routes.ts';
import { shorten } from '../../src/schema/fieldErrors.ts';
import { parseWith } from '../http/parseWith.ts';
import { invalidSpec, Problem } from '../http/problem.ts';
import type { AskApi, Tool } from './tools.ts';

/** A tool's answer, or the problem document of the route with which it failed, as text for an assistant. */
export async function callTool(tool: Tool, given: unknown, ask: AskApi, origin: string) {
	const { said, isError } = await answerTool(tool, given, ask, origin).catch((error: unknown) => {
		if (!(error instanceof Problem)) throw error;
		return { said: error.document, isError: true };
	});
	return { content: [{ type: 'text', text: JSON.stringify(said) }], isError };
}

async function answerTool({ route, pick }: Tool, given: unknown, ask: AskApi, origin: string) {
	const { method, path: pattern } = methodAndPath(route);
	const { run, ...rest } = Object(given);
	const isOfRun = pattern.includes('{id}');
	if (isOfRun && typeof run !== 'string') {
		const message = `${run === undefined ? 'is required' : `${shorten(JSON.stringify(run))} is not a text`}: the id of a run, as train answers it`;
		return { said: invalidSpec([{ path: 'run', message }]).document, isError: true };
	}
	const path = pattern.replace('{id}', encodeURIComponent(run));
	const Accept = 'application/json';
	const response = await (method === 'GET'
		? ask(`/api/v1${path}?${writeQuery(route, given)}`, { headers: { Accept } })
		: ask(`/api/v1${path}`, {
				method,
				headers: { 'Content-Type': 'application/json', Accept },
				body: JSON.stringify(isOfRun ? rest : given),
			}));
	const answered: unknown = await response.json();
	return { said: response.ok ? pick(answered, given, origin) : answered, isError: !response.ok };
}

/**
 * Named values as a query. Assistants write null for what they leave out.
 *
 * @throws Problem 422 for what the route's schema does not take: in a query "10" and [10] would be the number 10
 */
function writeQuery(route: ApiRoute, given: unknown): URLSearchParams {
	const { query } = OPERATIONS.find(({ key }) => key === route) ?? {};
	const stated = Object.entries(Object(given)).filter(([, value]) => value !== null);
	if (query) parseWith(query, Object.fromEntries(stated));
	return new URLSearchParams(stated.map(([field, value]): [string, string] => [field, String(value)]));
}
