/**
 * `npm run chaos [-- kills [seed]]`: begins a sweep on the real local server, kills its runtime (SIGKILL) at random
 * moments and starts it again, 20 times unless told otherwise. At the end every cell must be over and right, none
 * lost, and none that the ledger had as done trained again. Then it does the same, a quarter as often, while single runs are answered. Only processes that it has started are killed, by pid.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalServer, localServer } from '../../scripts/localServer.ts';
import { createClient } from '../../src/client/client.ts';
import type { Run } from '../../src/schema/run.ts';
import type { SweepInput } from '../../src/schema/sweep.ts';
import type { SweepDocument } from '../../src/schema/sweepAnswers.ts';
import { killWhileRunsAreAnswered } from './chaosRuns.ts';

const [kills = 20, seed = 1] = process.argv.slice(2).map(Number);
const grid: SweepInput = {
	base: { data: { kind: 'moons', test: { m: 200 } }, training: { epochs: 2500, recordEvery: 2500 } },
	axes: {
		lambda: [0, 0.03, 0.1, 0.3, 1, 3],
		m: [100, 300],
		seed: Array.from({ length: 10 + 7 * kills }, (_, i) => i + 1),
	},
};

/** A linear congruential generator (Numerical Recipes): the same moments for the same seed. */
let state = seed;
const random = () => {
	state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
	return state / 2 ** 32;
};
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const say = (line: string) => process.stdout.write(`${line}\n`);

const folder = await mkdtemp(join(tmpdir(), 'lambda-over-2m-chaos-'));
/** Below the ports that the system hands out to clients, which could take it between two lives. */
const port = 20_000 + (process.pid % 10_000);
const start = () => localServer({ port, state: folder });
const api = createClient({ baseUrl: `http://localhost:${port}/api/v1`, retries: 20 });

let server: LocalServer = await start();
/** What the server has printed in each of its lives that are over: a line for each cell that it trained. */
const lives: string[] = [];
const mistakes: string[] = [];
/** Runs that the ledger had as done, with the number of the life in which it was first asked. */
const doneIn = new Map<string, number>();

function remember({ results }: SweepDocument): void {
	for (const { runId } of results) if (runId && !doneIn.has(runId)) doneIn.set(runId, lives.length);
}

try {
	const { id, cells } = await api.startSweep(grid);
	say(`sweep ${id}, ${cells.total} cells, ${kills} kills, seed ${seed}`);
	for (let kill = 1; kill <= kills; kill++) {
		await sleep(500 + random() * 4000);
		const before = await api.sweep(id);
		remember(before);
		if (before.status !== 'running') {
			say(`over after ${kill - 1} kills: give it more cells`);
			process.exitCode = 1;
			break;
		}
		await sleep(random() * 300);
		const pids = await server.kill();
		lives.push(server.output());
		server = await start();
		const after = await api.sweep(id);
		remember(after);
		say(
			`kill ${kill}: pids ${pids.join(' ')}, ${before.cells.done} cells done before, ${after.cells.done} after, ${after.cells.trained} trained`,
		);
		if (after.cells.done < before.cells.done) mistakes.push(`kill ${kill} lost cells`);
	}
	let sweep = await api.sweep(id);
	while (sweep.status === 'running') {
		await sleep(500);
		sweep = await api.sweep(id);
	}
	lives.push(server.output());
	await examine(sweep);
} finally {
	await server.kill();
	await rm(folder, { recursive: true, force: true });
}
if (!(await killWhileRunsAreAnswered(Math.ceil(kills / 4), random)))
	mistakes.push('runs that were answered are not as they were');
for (const mistake of mistakes) say(`WRONG: ${mistake}`);
if (mistakes.length > 0) process.exitCode = 1;

async function examine({ cells, results }: SweepDocument): Promise<void> {
	const distinct = new Set(results.map(({ runId }) => runId)).size;
	const trained = lives.map((text) =>
		[...text.matchAll(/"message":"trained","run":"([0-9a-f]{40})"/g)].map(([, run = '']) => run),
	);
	const total = trained.flat().length;
	// A line may come late, but not in a later life; in one life nothing is trained twice.
	const again = trained.flatMap((runs, life) =>
		runs.filter((run, i) => (doneIn.get(run) ?? lives.length) < life || runs.indexOf(run) !== i),
	);
	if (cells.done !== cells.total || results.length !== cells.total)
		mistakes.push(`${JSON.stringify(cells)}: cells are lost`);
	if (again.length > 0) mistakes.push(`${again.length} cells that were done were trained again`);
	let wrong = 0;
	for (const { runId, final } of results) {
		const run: Run = await api.run(runId ?? '');
		if (run.id !== runId || JSON.stringify(run.final) !== JSON.stringify(final)) wrong += 1;
	}
	if (wrong > 0) mistakes.push(`${wrong} cells are not what their runs say`);
	say(
		`${cells.done} of ${cells.total} cells done, ${cells.failed} failed, ${cells.total - cells.done - cells.failed} lost`,
	);
	say(`${total} trainings for ${distinct} runs; ${again.length} of a cell that was done`);
}
