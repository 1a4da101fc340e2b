import type { JsonSchema } from '../../src/openapi/jsonSchema.ts';
import { fieldErrors } from '../../src/schema/fieldErrors.ts';
import { invalidSpec } from '../http/problem.ts';
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
export async function callTool(tool: Tool, given: unknown, ask: AskApi, origin: string) {
	const { said, isError } = await answerTool(tool, given, ask, origin);
	return { content: [{ type: 'text', text: JSON.stringify(said) }], isError };
}

async function answerTool({ method, path, own, pick }: Tool, given: unknown, ask: AskApi, origin: string) {
	const parsed = own?.safeParse(given);
	if (own && parsed?.error) {
		const { document } = invalidSpec(fieldErrors(parsed.error, given, own));
		return { said: document, isError: true };
	}
	const asked = own && isObject(given) ? leaveOut(given, Object.keys(own.shape)) : given;
	const Accept = 'application/json';
	const response = await (method === 'GET'
		? ask(`/api/v1${path}?${writeQuery(asked)}`, { headers: { Accept } })
		: ask(`/api/v1${path}`, {
				method,
				headers: { 'Content-Type': 'application/json', Accept },
				body: JSON.stringify(asked),
			}));
	const answered: unknown = await response.json();
	return { said: response.ok ? pick(answered, origin, parsed?.data) : answered, isError: !response.ok };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const leaveOut = (given: object, names: readonly string[]) =>
	Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name)));

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
