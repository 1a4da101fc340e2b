import type { JsonSchema } from '../../src/openapi/jsonSchema.ts';
import { type AskApi, TOOLS, type Tool } from './tools.ts';

/** A tool as the protocol lists it. */
interface ListedTool {
	name: string;
	title: string;
	description: string;
	inputSchema: JsonSchema;
	annotations: { readOnlyHint: true; idempotentHint: true; openWorldHint: false };
}

/** Made once, which takes longer than a run. */
let listed: ListedTool[] | null = null;

/** What the tools are. */
export function listTools(): ListedTool[] {
	listed ??= TOOLS.map(({ name, title, description, input }) => ({
		name,
		title,
		description,
		inputSchema: { ...input(), type: 'object' },
		annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
	}));
	return listed;
}

/** A tool's answer, or the problem document of the route with which it failed, as text for an assistant. */
export async function callTool({ method, path, pick }: Tool, given: unknown, ask: AskApi, origin: string) {
	const Accept = 'application/json';
	const response = await (method === 'GET'
		? ask(`/api/v1${path}?${writeQuery(given)}`, { headers: { Accept } })
		: ask(`/api/v1${path}`, {
				method,
				headers: { 'Content-Type': 'application/json', Accept },
				body: JSON.stringify(given),
			}));
	const answered: unknown = await response.json();
	const said = response.ok ? pick(answered, origin) : answered;
	return { content: [{ type: 'text', text: JSON.stringify(said) }], isError: !response.ok };
}

/**
 * Named values as a query; the route's schema refuses what none of them spells. Assistants write null for what they leave
 * out.
 */
const writeQuery = (given: unknown) =>
	new URLSearchParams(
		Object.entries(Object(given))
			.filter(([, value]) => value !== null)
			.map(([field, value]): [string, string] => [
				field,
				typeof value === 'object' ? JSON.stringify(value) : String(value),
			]),
	);
