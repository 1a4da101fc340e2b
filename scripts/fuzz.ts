/**
 * `npm run fuzz -- [COUNT] [SEED] [--url https://…]`: random requests to every route of a real server, started here unless
 * `--url` names one. It fails where an answer is not what every answer is (`tests/support/fuzz/judge.ts`), and prints the request
 * and the command that sends it again; then how the routes have answered. Time is told and never judged.
 */
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { request as send } from 'node:http';
import { request as sendSecurely } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type FuzzAnswer, faultsOf } from '../tests/support/fuzz/judge.ts';
import { type Document, type FuzzRequest, requestOf, requestsTo } from '../tests/support/fuzz/requests.ts';
import { localServer } from './localServer.ts';

const CONNECTIONS = 4;
/** Nothing that fits into the small budget below takes as long. */
const SLOW_MS = 5000;
const GIVE_UP_MS = 120_000;
/** So that what slips through as valid trains in a blink, and a day is long enough for all of it. */
const BOUNDS = {
	JOB_BUDGET_GFLOP: '0.5',
	SWEEP_CELLS: '6',
	SWEEP_BUDGET_GFLOP: '1',
	GFLOP_PER_DAY: '1e9',
	CLIENT_GFLOP_PER_DAY: '1e9',
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { url: { type: 'string' } } });
const [count = 2000, first = randomInt(2 ** 31)] = positionals.map(Number);
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Answers of a route, by the first digit of their status, and the slowest. */
interface Row {
	classes: Map<string, number>;
	slowest: number;
}

process.exitCode = (await (values.url ? fuzz(values.url.replace(/\/+$/, '')) : fuzzLocally())) ? 0 : 1;

async function fuzzLocally(): Promise<boolean> {
	const port = 20_000 + (process.pid % 10_000); // below the ports that the system hands out to clients
	const state = await mkdtemp(join(tmpdir(), 'lambda-over-2m-fuzz-'));
	const server = await localServer({ port, state, env: BOUNDS });
	try {
		return await fuzz(`http://localhost:${port}`);
	} finally {
		await server.kill();
		await rm(state, { recursive: true, force: true });
	}
}

/** @returns whether every answer was what it must be */
async function fuzz(url: string): Promise<boolean> {
	const document = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as Document; // the server's own
	const { ids, token } = await makeResults(url);
	const requests = requestsTo(document, ids, token);
	const rows = new Map<string, Row>();
	const slow: string[] = [];
	/** One request of each kind of fault is printed; the others are counted. */
	const shown = new Set<string>();
	let faulty = 0;
	let next = 0;
	say(`${count} requests from seed ${first} to ${url}`);
	const connection = async () => {
		while (next < count) {
			const seed = first + next++;
			const request = requestOf(seed, requests);
			const start = performance.now();
			const answer = await ask(url, request);
			const took = performance.now() - start;
			countAnswer(rows, request, answer, took);
			if (took > SLOW_MS) slow.push(`${Math.round(took)} ms: ${describe(request, 120)}, npm run fuzz -- 1 ${seed}`);
			const faults = answer instanceof Error ? [String(answer)] : faultsOf(request, answer, document);
			if (faults.length === 0) continue;
			faulty += 1;
			const kind = faults.join(', ');
			if (shown.has(kind)) continue;
			shown.add(kind);
			say(`\n${kind}\n${describe(request, 2000)}`);
			if (!(answer instanceof Error)) say(`→ ${answer.status} ${Buffer.from(answer.body).toString().slice(0, 500)}`);
			say(`npm run fuzz -- 1 ${seed} repeats it`);
		}
	};
	await Promise.all(Array.from({ length: CONNECTIONS }, connection));
	printTable(rows);
	for (const line of slow) say(`slow, ${line}`);
	say(`${count} requests, ${faulty} with faults, ${slow.length} slower than ${SLOW_MS} ms`);
	return faulty === 0;
}

/** Results that requests by id can find: a run, a comparison and a sweep. They have the same ids every time. */
async function makeResults(url: string): Promise<{ ids: string[]; token: string }> {
	const base = { data: { kind: 'moons', m: 10 }, training: { epochs: 5 } };
	const made = await Promise.all([
		post(`${url}/api/v1/runs`, base),
		post(`${url}/api/v1/comparisons`, { base, variants: [{ label: '=1+1' }] }),
		post(`${url}/api/v1/sweeps`, { base, axes: { lambda: [0, 1] } }),
	]);
	return { ids: made.map(({ id }) => id), token: made.find(({ stopToken }) => stopToken)?.stopToken ?? '' };
}

async function post(address: string, body: object): Promise<{ id: string; stopToken?: string }> {
	const headers = { 'Content-Type': 'application/json' };
	const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
	if (!answer.ok) throw new Error(await answer.text());
	return (await answer.json()) as { id: string; stopToken?: string }; // as every result, and a sweep
}

/** Sends a request as it stands: `fetch` would tidy its path and its headers up. */
function ask(url: string, { method, target, headers, body }: FuzzRequest): Promise<FuzzAnswer | Error> {
	const { protocol, hostname, port } = new URL(url);
	return new Promise((resolve) => {
		const signal = AbortSignal.timeout(GIVE_UP_MS);
		// Node states no length for the body of a DELETE.
		const length = body && !headers['Transfer-Encoding'] ? { 'Content-Length': String(body.byteLength) } : {};
		const options = { hostname, port, method, path: target, headers: { ...headers, ...length }, signal };
		const asked = (protocol === 'https:' ? sendSecurely : send)(options, (answer) => {
			const parts: Uint8Array[] = [];
			answer.on('data', (part: Uint8Array) => parts.push(part));
			answer.on('error', resolve);
			answer.on('end', () => {
				const { statusCode: status = 0, headers: given } = answer;
				resolve({ status, headers: given as FuzzAnswer['headers'], body: Buffer.concat(parts) }); // Set-Cookie alone is a list
			});
		});
		asked.on('error', resolve);
		asked.end(body ?? undefined);
	});
}

function countAnswer(
	rows: Map<string, Row>,
	{ route, method }: FuzzRequest,
	answer: FuzzAnswer | Error,
	took: number,
): void {
	const name = route.startsWith(`${method} `) ? route : 'another method';
	const row = rows.get(name) ?? { classes: new Map(), slowest: 0 };
	const key = answer instanceof Error ? 'none' : `${String(answer.status)[0]}xx`;
	row.classes.set(key, (row.classes.get(key) ?? 0) + 1);
	row.slowest = Math.max(row.slowest, took);
	rows.set(name, row);
}

function printTable(rows: ReadonlyMap<string, Row>): void {
	const columns = ['2xx', '3xx', '4xx', '5xx', 'none'];
	say(`\n| route | ${columns.join(' | ')} | slowest, ms |\n|---|${'---|'.repeat(columns.length + 1)}`);
	for (const [route, { classes, slowest }] of [...rows].sort(([a], [b]) => a.localeCompare(b))) {
		say(`| ${route} | ${columns.map((key) => classes.get(key) ?? 0).join(' | ')} | ${Math.round(slowest)} |`);
	}
}

/** A request in one line, its body cut off. */
function describe({ method, target, headers, body }: FuzzRequest, most: number): string {
	const text = body ? ` ${JSON.stringify(Buffer.from(body).toString()).slice(0, most)}` : '';
	return `${method} ${target.slice(0, most)} ${JSON.stringify(headers).slice(0, most)}${text}`;
}
