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
import { shorten } from '../../src/schema/fieldErrors.ts';
import { parseWith } from '../http/parseWith.ts';
import { Problem } from '../http/problem.ts';
import { readBody } from '../http/readBody.ts';
import type { AppEnv } from '../http/route.ts';
import { builtFile } from '../http/siteFile.ts';
import { callTool } from './callTool.ts';
import { type AskApi, TOOLS } from './tools.ts';

/** The revisions of the protocol that are spoken, the newest first: to these tools they are one. */
const REVISIONS = ['2025-11-25', '2025-06-18', '2025-03-26'] as const;

const INSTRUCTIONS =
	'Why the L2 penalty is written λ/2m·‖W‖²: convert a strength between libraries, explain what a training implies, train small networks and compare variants. Everything is deterministic; a result stays under its id. Errors name the field, what was given, what is allowed and, as `fits`, what would run.';

/** A request, a notification (without an id) or a client's own answer (without a method): JSON-RPC 2.0. */
const messageSchema = z.looseObject({
	jsonrpc: z.literal('2.0'),
	id: z.union([z.string(), z.int()]).optional(),
	method: z.string().optional(),
	params: z.looseObject({}).optional(),
});

/** Messages of a batch, which only the revision of March 2025 has. */
const MOST_MESSAGES = 12;

const batchSchema = z.array(messageSchema).min(1).max(MOST_MESSAGES);

/** What is wrong with a message, by JSON-RPC's numbers. */
class RpcError extends Error {
	readonly code: number;

	constructor(code: -32601 | -32602, message: string) {
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
	const stated = req.header('MCP-Protocol-Version');
	if (stated !== undefined && !REVISIONS.some((revision) => revision === stated)) return refuseRevision(stated);
	const { body } = await readBody(req.raw, {});
	const place = { env, ask, origin: new URL(req.url).origin };
	const messages = Array.isArray(body) ? parseWith(batchSchema, body) : [parseWith(messageSchema, body)];
	const answers = [];
	for (const { id, method, params = {} } of messages) {
		if (id === undefined || method === undefined) continue;
		answers.push({ jsonrpc: '2.0', id, ...(await answer(method, params, place)) });
	}
	if (answers.length === 0) return new Response(null, { status: 202 });
	return Response.json(Array.isArray(body) ? answers : answers[0], { headers: { 'Cache-Control': 'no-store' } });
}

/** The protocol asks for 400 where a revision is not spoken. */
function refuseRevision(stated: string): Response {
	const message = `MCP-Protocol-Version: "${shorten(stated)}" is not spoken here: one of ${REVISIONS.join(', ')}`;
	return Response.json({ jsonrpc: '2.0', id: null, error: { code: -32600, message } }, { status: 400 });
}

/** Where a message has come to. */
interface Place {
	env: Env;
	ask: AskApi;
	origin: string;
}

async function answer(method: string, params: Record<string, unknown>, place: Place) {
	try {
		return { result: await perform(method, params, place) };
	} catch (error) {
		if (!(error instanceof RpcError)) throw error;
		return { error: { code: error.code, message: error.message } };
	}
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
			const { name, arguments: given = {} } = params;
			if (isToolName(name)) return callTool(TOOLS[name], given, ask, origin);
			const names = Object.keys(TOOLS).join(', ');
			const asked = shorten(typeof name === 'string' ? `"${name}"` : String(JSON.stringify(name)));
			throw new RpcError(-32602, `there is no tool ${asked}: one of ${names}`);
		}
		default:
			throw new RpcError(-32601, `there is no method "${shorten(method)}": initialize, ping, tools/list, tools/call`);
	}
}

const isToolName = (name: unknown): name is ToolName => typeof name === 'string' && Object.hasOwn(TOOLS, name);
