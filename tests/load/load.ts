/**
 * `npm run load`: the built Worker under load, in the Workers runtime, on this machine only. Prints ratios of
 * things measured in one run, and writes docs/load.md.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { startUp } from './bundle.ts';
import { startRuntime } from './runtime.ts';

const SECONDS = 4;
const CONNECTIONS = 16;
const MEGABYTE = 1024 * 1024;

const root = join(import.meta.dirname, '../..');
const folder = await mkdtemp(join(tmpdir(), 'lambda-over-2m-load-'));
const starts = [1, 2, 3].map(() => startUp(folder)).sort((a, b) => a - b);
let runtime = await startRuntime(folder);
let runs = `${runtime.worker}/api/v1/runs`;
const rows: string[] = [];
const row = (what: string, measured: string, asked: string, isReached: boolean | null) => {
	const line = `| ${what} | ${measured} | ${asked}${isReached === null ? '' : `: ${isReached ? 'reached' : 'missed'}`} |`;
	rows.push(line);
	process.stdout.write(`${line}\n`);
};
const number = (value: number) => Number(value.toPrecision(3)).toString();

const train = (spec: object) =>
	fetch(runs, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(spec) });
const moons = (seed: number, m: number, epochs: number) => ({
	data: { kind: 'moons', m, seed },
	penalty: { lambda: 0.5 },
	training: { epochs, recordEvery: Math.ceil(epochs / 10) },
});
const load = (url: string) => autocannon({ url, connections: CONNECTIONS, duration: SECONDS });

/** A cached read against a bare hello, turn by turn. */
async function cachedReads(url: string): Promise<void> {
	const ratios: number[] = [];
	await load(url);
	await load(runtime.hello);
	for (let round = 0; round < 3; round++) {
		const [cached, hello] = [await load(url), await load(runtime.hello)];
		if (cached.non2xx + hello.non2xx > 0) throw new Error(`${cached.non2xx + hello.non2xx} answers are not 2xx`);
		ratios.push(cached.requests.average / hello.requests.average);
	}
	const [least = 0, middle = 0, most = 0] = ratios.sort((a, b) => a - b);
	const measured = `${number(middle)} (${number(least)} to ${number(most)})`;
	row('requests a second, cached GET against a bare Hono hello', measured, '≥ 0.5', middle >= 0.5);
}

/** The slowest hundredth of cached reads while heavy jobs train in the same isolate, one after the other. */
async function besideHeavyJob(url: string): Promise<void> {
	const alone = await load(url);
	let isOver = false;
	let jobs = 0;
	const heavy = (async () => {
		while (!isOver) {
			await (await train(moons(1000 + jobs, 300, 30_000))).arrayBuffer();
			jobs += 1;
		}
	})();
	const beside = await load(url);
	isOver = true;
	await heavy;
	const jobTime = (SECONDS * 1000) / jobs;
	const measured = `${number(beside.latency.p99 / Math.max(1, alone.latency.p99))} times (${number(beside.latency.p99 / jobTime)} of one job's time)`;
	row('p99 of cached reads beside jobs of 30,000 epochs on 300 moons, against without', measured, '', null);
}

/** A hundred equal requests at once. */
async function equalRequests(): Promise<void> {
	const answers = await Promise.all(Array.from({ length: 100 }, () => train(moons(7, 300, 3000))));
	const computed = answers.filter(({ headers }) => !headers.get('Cache-Status')?.includes('hit')).length;
	const texts = new Set(await Promise.all(answers.map((answer) => answer.text())));
	row('trainings for 100 equal requests at once', String(computed), '1', computed === 1 && texts.size === 1);
}

/** What a thousand different trainings leave in memory. */
async function memoryGrowth(): Promise<void> {
	const many = async (from: number, count: number) => {
		for (let i = 0; i < count; i += 10) {
			const wave = Array.from({ length: 10 }, (_, k) => train(moons(from + i + k, 300, 200)));
			for (const answer of await Promise.all(wave)) await answer.arrayBuffer();
		}
	};
	await many(10_000, 300); // until code is compiled and pools are as large as they get
	const before = await runtime.memory();
	await many(20_000, 1000);
	const grown = (await runtime.memory()) - before;
	row(
		'growth of the isolate’s memory over 1,000 computing requests',
		`${number(grown / MEGABYTE)} MB`,
		'≤ 20 MB',
		grown <= 20 * MEGABYTE,
	);
}

try {
	const first = (await (await train(moons(1, 300, 1000))).json()) as { id: string };
	const url = `${runs}/${first.id}`;
	process.stdout.write('| | measured | asked |\n|---|---|---|\n');
	await cachedReads(url);
	await besideHeavyJob(url);
	await equalRequests();
	await runtime.stop();
	runtime = await startRuntime(folder, true);
	runs = `${runtime.worker}/api/v1/runs`;
	await memoryGrowth();
} finally {
	await runtime.stop();
}
const [least = 0, started = 0, most = 0] = starts;
const measured = `${number(started)} ms (${number(least)} to ${number(most)})`;
row('start of the Worker, CPU in its profile', measured, '≤ 50 ms', started <= 50);
await rm(folder, { recursive: true, force: true });

await writeFile(
	join(root, 'docs/load.md'),
	`# Under load

\`npm run load\` wrote this: the Worker as it is uploaded, in workerd, ${CONNECTIONS} connections, on two shared
cores together with what sends the load. The ratios count, the times are this machine's.

| | measured | asked |
|---|---|---|
${rows.join('\n')}

An isolate is one thread: while it trains, its other requests wait, so locally the slowest reads take as long as
a job. On the platform a datacentre runs many isolates, an address that is busy gets another one, and a cached
result is the same in each of them; pages are files and never wait. What bounds the wait is
\`JOB_BUDGET_GFLOP\`: a lower budget makes shorter jobs.
`,
);
