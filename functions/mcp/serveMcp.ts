/**
 * The Model Context Protocol over Streamable HTTP, as far as these tools need it: no session and no stream, so that each
 * message is answered whole by whichever machine it meets. It is written out here since the SDK's server would make
 * the Worker a quarter larger and its start several times as long; `tests/site/mcp.test.ts` holds it to the SDK's client.
 * Any page may ask, as it may ask the API: there is nothing here that its reader could not fetch.
 */
import type { Context } from 'hono';
import * as z from 'zod';
import type { ToolName } from '../../src/openapi/tools.ts';
import { API_TITLE, API_VERSION } from '../../src/openapi/version.ts';
import { fieldErrors, shorten } from '../../src/schema/fieldErrors.ts';
import { Problem } from '../http/problem.ts';
import { readBody } from '../http/readBody.ts';
import type { AppEnv } from '../http/route.ts';
import { builtFile } from '../http/siteFile.ts';
import { callTool } from './callTool.ts';
import { type AskApi, TOOLS } from './tools.ts';

/** The revisions of the protocol that are spoken, the newest first: to these tools they are one. */
const REVISIONS = ['2025-11-25', '2025-06-18', '2025-03-26'] as const;

const INSTRUCTIONS =
	'Why the L2 penalty is written λ/2m·‖W‖²: convert a strength between libraries, read it off training code, explain what a training implies, train small networks, compare variants and predict. Everything is deterministic; a result stays under its id. Errors name the field, what was given, what is allowed and, as `fits`, what would run.';

/** A request, a notification (without an id) or a client's own answer (without a method): JSON-RPC 2.0. */
const idSchema = z.union([z.string(), z.int()]);
const messageSchema = z.looseObject({
	jsonrpc: z.literal('2.0'),
	id: idSchema.optional(),
	method: z.string().optional(),
	params: z.looseObject({}).optional(),
});

/** Messages of a batch, which only the revision of March 2025 has. */
const MOST_MESSAGES = 12;

/** What is wrong with a message, by JSON-RPC's numbers. */
class RpcError extends Error {
	readonly code: number;

	constructor(code: -32600 | -32601 | -32602 | -32700, message: string) {
		super(message);
		this.code = code;
	}
}

/** Answers a message, or a batch of them. @param ask answers what a tool asks of the API */
export async function serveMcp({ req, env }: Context<AppEnv>, ask: AskApi): Promise<Response> {
	if (req.method !== 'POST') {
		const detail = `/mcp answers POST, and the request is ${req.method}: there are no sessions and no streams of events`;
		throw new Problem('method-not-allowed', detail, { headers: { Allow: 'POST, OPTIONS' } });
	}
	const place = { env, ask, origin: new URL(req.url).origin };
	let body: unknown;
	try {
		({ body } = await readBody(req.raw, {}));
		checkWhole(body, req.header('MCP-Protocol-Version'));
	} catch (error) {
		return Response.json(refusal(body, asRpcError(error)), { status: 400 });
	}
	const answers = [];
	for (const message of Array.isArray(body) ? body : [body]) answers.push(await answerMessage(message, place));
	const said = answers.filter((one) => one !== null);
	if (said.length === 0) return new Response(null, { status: 202 });
	const isRefused = !Array.isArray(body) && said.some((one) => 'error' in one && one.error.code === -32600);
	const headers = { 'Cache-Control': 'no-store' };
	return Response.json(Array.isArray(body) ? said : said[0], { headers, status: isRefused ? 400 : 200 });
}

/** @throws RpcError for what no message of is answered: another revision, or a batch that is none */
function checkWhole(body: unknown, stated: string | undefined): void {
	if (stated !== undefined && !REVISIONS.some((revision) => revision === stated)) {
		const spoken = `is not spoken here: one of ${REVISIONS.join(', ')}`;
		throw new RpcError(-32600, `MCP-Protocol-Version: "${shorten(stated)}" ${spoken}`);
	}
	if (!Array.isArray(body) || (body.length > 0 && body.length <= MOST_MESSAGES)) return;
	throw new RpcError(-32600, `a batch has 1 to ${MOST_MESSAGES} messages, and this one ${body.length}`);
}

/** A body that is no JSON is the protocol's to refuse; one of another type or size is HTTP's. */
function asRpcError(error: unknown): RpcError {
	if (error instanceof RpcError) return error;
	if (error instanceof Problem && error.problem === 'malformed-json') return new RpcError(-32700, error.detail);
	if (error instanceof Problem && error.problem === 'invalid-spec') return new RpcError(-32600, error.detail);
	throw error;
}

/** An error under the id of its request, or null where that has none that can be read. */
function refusal(message: unknown, { code, message: said }: RpcError) {
	const { data: id = null } = idSchema.safeParse(Object(message).id);
	return { jsonrpc: '2.0', id, error: { code, message: said } };
}

/** What a message is answered with; null where it asks for nothing. */
async function answerMessage(message: unknown, place: Place) {
	try {
		const { id, method, params = {} } = readMessage(message);
		if (id === undefined || method === undefined) return null;
		return { jsonrpc: '2.0', id, result: await perform(method, params, place) };
	} catch (error) {
		return refusal(message, asRpcError(error));
	}
}

/** @throws RpcError for what is no message */
function readMessage(message: unknown) {
	const parsed = messageSchema.safeParse(message);
	if (parsed.success) return parsed.data;
	const errors = fieldErrors(parsed.error, message, messageSchema);
	throw new RpcError(-32600, errors.map(({ path, message: said }) => `${path || 'the message'}: ${said}`).join('; '));
}

/** Where a message has come to. */
interface Place {
	env: Env;
	ask: AskApi;
	origin: string;
}

/** @throws RpcError for a method or a tool that there is not */
async function perform(method: string, params: Record<string, unknown>, { env, ask, origin }: Place): Promise<object> {
	switch (method) {
		case 'initialize': {
			const protocolVersion = REVISIONS.find((revision) => revision === params.protocolVersion) ?? REVISIONS[0];
			const serverInfo = { name: API_TITLE, version: API_VERSION };
			return { protocolVersion, capabilities: { tools: {} }, serverInfo, instructions: INSTRUCTIONS };
		}
		case 'ping':
			return {};
		case 'tools/list':
			return { tools: await (await builtFile(env, '/data/tools.json')).json() };
		case 'tools/call': {
			const { name, arguments: stated } = params;
			const given = stated ?? {};
			if (isToolName(name)) {
				if (typeof given === 'object' && !Array.isArray(given)) return callTool(TOOLS[name], given, ask, origin);
				const shown = Array.isArray(given) ? `an array of ${given.length}` : shorten(JSON.stringify(given));
				throw new RpcError(-32602, `params.arguments: ${shown} is not an object: the fields of ${name} by their names`);
			}
			const names = Object.keys(TOOLS).join(', ');
			const asked = shorten(typeof name === 'string' ? `"${name}"` : String(JSON.stringify(name)));
			throw new RpcError(-32602, `there is no tool ${asked}: one of ${names}`);
		}
		default:
			throw new RpcError(-32601, `there is no method "${shorten(method)}": initialize, ping, tools/list, tools/call`);
	}
}

const isToolName = (name: unknown): name is ToolName => typeof name === 'string' && Object.hasOwn(TOOLS, name);
