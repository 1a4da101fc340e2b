/**
 * `npm run scale [-- cells]`: what a sweep takes beside its training, with 1, 2 and 4 lanes, on the real local server.
 * The measure is the kernel alone: one training with as many epochs as many cells have together, in the same runtime,
 * before and after the sweep. Prints ratios of things measured in one run; docs/scale.md says what they mean.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localServer } from '../../scripts/localServer.ts';
import { createClient } from '../../src/client/client.ts';
import { roundTo } from '../../src/numberFormat.ts';

const [cells = 1000] = process.argv.slice(2).map(Number);
const port = 20_000 + (process.pid % 10_000);
const say = (line: string) => process.stdout.write(`${line}\n`);
const number = (value: number) => roundTo(value, 3);
const now = () => performance.now() / 1000;

/** About 50 ms on the machine that this was written on; `scale` says what it is here. */
const base = {
	data: { kind: 'moons' as const, m: 300, test: { m: 100 } },
	penalty: { lambda: 0.3 },
	training: { epochs: 2500, recordEvery: 2500 },
};
/** Seeds that no other round has used. */
let nextSeed = 1;
const seeds = (count: number) => {
	nextSeed += count;
	return Array.from({ length: count }, (_, i) => nextSeed - count + i);
};

async function round(lanes: number): Promise<{ sweep: number; alone: number; known: number; trained: number }> {
	const folder = await mkdtemp(join(tmpdir(), 'lambda-over-2m-scale-'));
	const env = { SWEEP_LANES: String(lanes) };
	const server = await localServer({ port, state: folder, env });
	const api = createClient({ baseUrl: `http://localhost:${port}/api/v1` });
	/** One spec whose training is that of `count` cells: nothing but the kernel in one call. */
	const kernel = async (count: number) => {
		const [seed = 0] = seeds(1);
		const start = now();
		await api.train({
			...base,
			data: { ...base.data, seed },
			training: { epochs: base.training.epochs * count, recordEvery: base.training.epochs * count },
		});
		return now() - start;
	};
	const sweep = async (seed: number[]) => {
		const start = now();
		const { id } = await api.startSweep({ base, axes: { seed } });
		for await (const { event } of api.sweepEvents(id)) if (event === 'done') break;
		return { seconds: now() - start, sweep: await api.sweep(id) };
	};
	try {
		await kernel(10); // until the code is compiled
		await sweep(seeds(20));
		// Before and after, so that a machine that slows down meanwhile does not count against one of them.
		const count = Math.max(1, Math.min(30, Math.floor(cells / 4)));
		const before = [await kernel(count), await kernel(count)];
		const swept = seeds(cells);
		const { seconds, sweep: document } = await sweep(swept);
		const known = await sweep([...swept].reverse()); // another sweep of the same cells
		if (known.sweep.cells.trained > 0) throw new Error('what is known was trained again');
		const after = [await kernel(count), await kernel(count)];
		const each = [...before, ...after].reduce((sum, value) => sum + value, 0) / 4 / count;
		return { sweep: seconds, alone: each * cells, known: known.seconds, trained: document.cells.trained };
	} finally {
		await server.kill();
		await rm(folder, { recursive: true, force: true });
	}
}

const rounds: { lanes: number; sweep: number; alone: number }[] = [];
for (const lanes of [1, 2, 4]) {
	const { sweep, alone, known, trained } = await round(lanes);
	rounds.push({ lanes, sweep, alone });
	const each = number((1000 * alone) / cells);
	say(
		`${lanes} lanes: ${cells} cells, ${trained} trained, ${each} ms of kernel each; sweep / kernel alone = ${number(sweep / alone)}; the same cells again, all known: ${number(known / alone)}`,
	);
}
const [one] = rounds;
for (const { lanes, sweep, alone } of rounds.slice(1)) {
	if (one) say(`${lanes} lanes against one: ${number(one.sweep / one.alone / (sweep / alone))} times as fast`);
}
