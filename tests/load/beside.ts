/**
 * `npm run beside [-- sweeps [cells [seconds]]]`: how long small requests take on the local server while sweeps run on it,
 * four of 400 cells for 60 seconds unless told otherwise. A request is sent every 0.3 s, whether the last one has been answered
 * or not. At the end every cell must be over, and trained once.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localServer } from '../../scripts/localServer.ts';
import { createClient } from '../../src/client/client.ts';

const [sweeps = 4, cells = 400, seconds = 60] = process.argv.slice(2).map(Number);
const INTERVAL_MS = 300;
/** An answer that comes later counts as none. */
const PATIENCE_MS = 60_000;
const say = (line: string) => process.stdout.write(`${line}\n`);
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const folder = await mkdtemp(join(tmpdir(), 'lambda-over-2m-beside-'));
/** Below the ports that the system hands out to clients. */
const port = Number(process.env.PORT ?? 20_000 + (process.pid % 10_000));
const url = `http://localhost:${port}`;
const server = await localServer({ port, state: folder });
const api = createClient({ baseUrl: `${url}/api/v1`, retries: 20 });

/** Cells of some 50 ms, which no other sweep has. */
const grid = (number: number) => ({
	base: {
		data: { kind: 'moons' as const, m: 300, test: { m: 100 } },
		penalty: { lambda: 0.3 },
		training: { epochs: 2500, recordEvery: 2500 },
	},
	axes: { seed: Array.from({ length: cells }, (_, i) => 1 + number * cells + i) },
});

/** A run that the Worker trains itself, another one each time. */
let nextSeed = 1_000_000;
const smallRun = () => ({
	method: 'POST',
	headers: { 'Content-Type': 'application/json' },
	body: JSON.stringify({ data: { kind: 'moons', m: 20, seed: nextSeed++ }, training: { epochs: 20 } }),
});
const kinds: Record<string, () => [path: string, init?: RequestInit]> = {
	'GET /health': () => ['/api/v1/health'],
	'GET /': () => ['/'],
	'POST /runs': () => ['/api/v1/runs', smallRun()],
};

/** Milliseconds until the whole answer was there. */
async function time([path, init]: [string, RequestInit?]): Promise<number> {
	const start = performance.now();
	try {
		const response = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
		await response.arrayBuffer();
		return response.ok ? performance.now() - start : Number.POSITIVE_INFINITY;
	} catch {
		return Number.POSITIVE_INFINITY;
	}
}

async function measure(): Promise<void> {
	const times = new Map<string, Promise<number>[]>(Object.keys(kinds).map((kind) => [kind, []]));
	const end = performance.now() + 1000 * seconds;
	while (performance.now() < end) {
		for (const [kind, request] of Object.entries(kinds)) times.get(kind)?.push(time(request()));
		await sleep(INTERVAL_MS);
	}
	for (const [kind, pending] of times) {
		const sorted = (await Promise.all(pending)).sort((a, b) => a - b);
		const quantile = (q: number) => `${Math.round(sorted[Math.floor(q * (sorted.length - 1))] ?? 0)}`;
		const [median, p90, p99, most] = [0.5, 0.9, 0.99, 1].map(quantile);
		say(`${kind}: ${sorted.length} answers, median ${median} ms, 90 % ${p90}, 99 % ${p99}, most ${most}`);
	}
}

try {
	for (const request of Object.values(kinds)) for (let i = 0; i < 3; i++) await time(request());
	const begin = performance.now();
	const ids = await Promise.all(
		Array.from({ length: sweeps }, async (_, number) => (await api.startSweep(grid(number))).id),
	);
	say(`${sweeps} sweeps of ${cells} cells run`);
	await measure();
	const standing = await Promise.all(ids.map((id) => api.sweep(id)));
	say(`cells over after ${seconds} s: ${standing.map(({ cells }) => cells.done).join(', ')}`);
	for (const id of ids) while ((await api.sweep(id)).status === 'running') await sleep(500);
	say(`all over after ${Math.round((performance.now() - begin) / 1000)} s`);
	const trained = [...server.output().matchAll(/"message":"trained","run":"([0-9a-f]{40})"/g)].map(([, run]) => run);
	for (const { cells } of await Promise.all(ids.map((id) => api.sweep(id)))) {
		if (cells.done !== cells.total || cells.trained !== cells.total) {
			say(`WRONG: ${JSON.stringify(cells)}`);
			process.exitCode = 1;
		}
	}
	const twice = trained.length - new Set(trained).size;
	if (twice > 0) process.exitCode = 1;
	say(`${trained.length} trainings logged for ${sweeps * cells} runs, ${twice} of them again`);
} finally {
	await server.kill();
	await rm(folder, { recursive: true, force: true });
}
