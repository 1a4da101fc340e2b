/**
 * `npm run load`: the built Worker under load, in the Workers runtime, on this machine only. Prints ratios of
 * things measured in one run, and writes docs/load.md.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { formatForCode } from '../../src/numberFormat.ts';
import { startUp } from './bundle.ts';
import { startRuntime } from './runtime.ts';

const SECONDS = 4;
const CONNECTIONS = 16;
/** A reader's pace: what all readers of a busy page may ask of one isolate. */
const READS_A_SECOND = 100;
/** The default network on 300 moons, with 1,000 held out and ten records. */
const HALF_GFLOP_EPOCHS = 1150;
const MEGABYTE = 1024 * 1024;
/** Seeds that no request has used. */
let nextSeed = 1000;

const root = join(import.meta.dirname, '../..');
const folder = await mkdtemp(join(tmpdir(), 'lambda-over-2m-load-'));
const starts = [1, 2, 3].map(() => startUp(folder)).sort((a, b) => a - b);
let runtime = await startRuntime(folder);
let runs = `${runtime.worker}/api/v1/runs`;
const inlineRuns = `${runtime.inline}/api/v1/runs`;
const rows: string[] = [];
const row = (what: string, measured: string, asked: string, isReached: boolean | null) => {
	const line = `| ${what} | ${measured} | ${asked}${isReached === null ? '' : `: ${isReached ? 'reached' : 'missed'}`} |`;
	rows.push(line);
	process.stdout.write(`${line}\n`);
};
const number = (value: number) => formatForCode(value, 3);

const train = (spec: object, address = runs) =>
	fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(spec) });
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

/** Jobs of 30,000 epochs, one after the other, until told to stop: how many a second. */
function heavyJobs(): { stop: () => Promise<number> } {
	let isOver = false;
	let jobs = 0;
	const start = performance.now();
	const done = (async () => {
		while (!isOver) {
			await (await train(moons(nextSeed++, 300, 30_000))).arrayBuffer();
			jobs += 1;
		}
		return (1000 * jobs) / (performance.now() - start);
	})();
	return {
		stop: () => {
			isOver = true;
			return done;
		},
	};
}

/** Latencies of the slowest hundredth of small cached reads, and the jobs' rate beside them: what each does to the other. */
async function besideHeavyJobs(url: string): Promise<void> {
	const paced = () => autocannon({ url, connections: 4, overallRate: READS_A_SECOND, duration: 2 * SECONDS });
	const alone = await paced();
	const undisturbed = heavyJobs();
	await new Promise((resolve) => setTimeout(resolve, 2000 * SECONDS));
	const rate = await undisturbed.stop();
	const jobs = heavyJobs();
	const beside = await paced();
	const disturbedRate = await jobs.stop();
	const times = beside.latency.p99 / Math.max(1, alone.latency.p99);
	const what = `${READS_A_SECOND} cached reads a second beside jobs of 30,000 epochs on 300 moons`;
	row(`${what}: their p99 against without jobs`, `${number(times)} times`, '≤ 10', times <= 10);
	const kept = disturbedRate / rate;
	row('the jobs’ rate against without reads', number(kept), '≥ 0.9', kept >= 0.9);
	const full = await load(url);
	const besideFull = heavyJobs();
	const fullBeside = await load(url);
	await besideFull.stop();
	const fullTimes = fullBeside.latency.p99 / Math.max(1, full.latency.p99);
	row(
		`as many reads as ${CONNECTIONS} connections can: their p99 against without jobs`,
		`${number(fullTimes)} times`,
		'',
		null,
	);
}

/** A thousand equal requests over eight connections. */
async function equalRequests(): Promise<void> {
	const spec = moons(7, 300, 3000);
	const connection = async () => {
		const got: { isTrained: boolean; text: string }[] = [];
		for (let i = 0; i < 125; i++) {
			const answer = await train(spec);
			got.push({ isTrained: !answer.headers.get('Cache-Status')?.includes('hit'), text: await answer.text() });
		}
		return got;
	};
	const answers = (await Promise.all(Array.from({ length: 8 }, connection))).flat();
	const trained = answers.filter(({ isTrained }) => isTrained).length;
	const texts = new Set(answers.map(({ text }) => text));
	row('trainings for 1,000 equal requests over 8 connections', String(trained), '1', trained === 1 && texts.size === 1);
}

/** A run of 0.5 GFLOP by its trainer against the same in the request, turn by turn. */
async function hop(): Promise<void> {
	const timed = async (address: string) => {
		const spec = moons(nextSeed++, 300, HALF_GFLOP_EPOCHS);
		const start = performance.now();
		await (await train(spec, address)).arrayBuffer();
		return performance.now() - start;
	};
	for (let i = 0; i < 5; i++) await timed(i % 2 ? runs : inlineRuns);
	const ratios: number[] = [];
	for (let i = 0; i < 40; i++) {
		const [a, b] = i % 2 ? [await timed(runs), await timed(inlineRuns)] : [await timed(inlineRuns), await timed(runs)];
		ratios.push(i % 2 ? a / b : b / a);
	}
	ratios.sort((a, b) => a - b);
	const [low = 0, middle = 0, high = 0] = [ratios[10], ratios[20], ratios[30]];
	const measured = `${number(middle)} (quartiles ${number(low)} to ${number(high)})`;
	row('a run of 0.5 GFLOP by its trainer, against in the Worker itself', measured, '≤ 1.1', middle <= 1.1);
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
	await besideHeavyJobs(url);
	await hop();
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

The local runtime is one thread for the Worker and all its trainers. So what can be seen here is that a training goes in
pieces, between which others have their turn: a read waits for a piece, where it waited for a whole job. That trainings
run side by side with reads and with each other, on machines of their own, is what the platform's documentation says, and
was not measured.
`,
);
