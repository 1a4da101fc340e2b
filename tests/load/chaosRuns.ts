/**
 * The second half of `npm run chaos`: kills the local server's runtime (SIGKILL) while it answers runs, and starts it again on
 * the same state. Every run that was answered before must be there afterwards, to the last byte; one that was not
 * answered is there whole or not at all. Only processes that it has started are killed, by pid.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalServer, localServer } from '../../scripts/localServer.ts';
import type { Run } from '../../src/schema/run.ts';

const CONNECTIONS = 8;
/** Below the ports that the system hands out to clients. */
const port = 20_000 + (process.pid % 10_000);
const runs = `http://localhost:${port}/api/v1/runs`;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** A run with a large answer, so that a kill may meet its writing. */
const spec = (seed: number) => ({
	data: { kind: 'moons', m: 300, seed, test: { m: 50 } },
	training: { epochs: 100, recordEvery: 1 },
	output: { weights: true, boundary: { resolution: 100 } },
});

/** @returns whether every run was as it must be */
export async function killWhileRunsAreAnswered(kills: number, random: () => number): Promise<boolean> {
	const folder = await mkdtemp(join(tmpdir(), 'lambda-over-2m-chaos-runs-'));
	/** What was answered, by id. */
	const answered = new Map<string, string>();
	let server: LocalServer = await localServer({ port, state: folder });
	let seed = 1;
	let wrong = 0;
	try {
		for (let kill = 1; kill <= kills; kill++) {
			let isKilled = false;
			const connection = async () => {
				while (!isKilled) {
					try {
						const text = await post(spec(seed++));
						answered.set((JSON.parse(text) as Run).id, text);
					} catch {
						// The server has gone in the middle.
					}
				}
			};
			const connections = Array.from({ length: CONNECTIONS }, connection);
			await new Promise((resolve) => setTimeout(resolve, 500 + random() * 2000));
			await server.kill();
			isKilled = true;
			await Promise.all(connections);
			server = await localServer({ port, state: folder });
			for (const [id, text] of answered) if ((await get(id)) !== text) wrong += 1;
			say(`kill ${kill}: ${answered.size} runs answered so far, ${wrong} not as they were`);
		}
	} finally {
		await server.kill();
		await rm(folder, { recursive: true, force: true });
	}
	return wrong === 0;
}

async function post(body: object): Promise<string> {
	const response = await fetch(runs, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
	if (!response.ok) throw new Error(await response.text());
	return response.text();
}

const get = async (id: string) => (await fetch(`${runs}/${id}`)).text();
