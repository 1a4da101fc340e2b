/**
 * `npm run precompute`: computes what the pages show without a click, in two threads. What has not
 * changed is kept, and what an interrupt leaves undone is done the next time.
 *
 *   npm run precompute                    what is missing or no longer current
 *   npm run precompute -- NAME …          these experiments, whether current or not
 *   npm run precompute -- --check         everything again, compared and not written
 */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { PUBLISHED_CURVES, PUBLISHED_TASKS } from '../../site/figures/published/publishedTasks.ts';
import { EXPERIMENTS, findExperiment } from '../../src/experiments/registry.ts';
import { claimsPage } from './claims.ts';
import { precomputeLiveFigure } from './liveFigures.ts';
import { computeResult, fileOf, isCurrent, writeResult } from './results.ts';

/** The figures, among the experiments. */
const LIVE_FIGURES = new Set([...Object.keys(PUBLISHED_TASKS), ...Object.keys(PUBLISHED_CURVES)]);
const figureNames = [...LIVE_FIGURES];
/** Those that take longest come first, so that the threads end together. */
const LONGEST = ['lambda-across-sizes', 'prior-sets-lambda', 'augmentation', 'adamw-timescale'];
const THREADS = Math.min(2, cpus().length);
const CLAIMS = 'docs/claims.md';

async function main(): Promise<void> {
	const named = process.argv.slice(2).filter((argument) => argument !== '--check');
	const check = process.argv.includes('--check');
	const unknown = named.filter((name) => !figureNames.includes(name) && !findExperiment(name));
	if (unknown.length > 0) {
		const names = EXPERIMENTS.map(({ name }) => name).join(', ');
		process.stderr.write(
			`no experiment is called ${unknown.join(' or ')}; there are ${figureNames.join(', ')}, ${names}\n`,
		);
		process.exitCode = 1;
		return;
	}
	const jobs = named.length > 0 ? named : [...figureNames, ...(await due(check))];
	jobs.sort((a, b) => rank(a) - rank(b));
	const changed = await inThreads(jobs, check);
	const page = await claimsPage();
	if (page !== (await readFile(CLAIMS, 'utf8').catch(() => ''))) {
		changed.push(CLAIMS);
		if (!check) await writeFile(CLAIMS, page);
	}
	process.stdout.write(
		changed.length > 0 ? `${check ? 'differs' : 'new'}: ${changed.join(', ')}\n` : 'all is current\n',
	);
	if (check && changed.length > 0) process.exitCode = 1;
}

/** Experiments whose results are missing or were computed from something else; all of them when checking. */
async function due(check: boolean): Promise<string[]> {
	const states = await Promise.all(
		EXPERIMENTS.map(async (experiment) => ({ name: experiment.name, current: await isCurrent(experiment) })),
	);
	return states.filter(({ current }) => check || !current).map(({ name }) => name);
}

const rank = (name: string) => (LONGEST.includes(name) ? LONGEST.indexOf(name) : LONGEST.length);

/** Runs the jobs in as many threads as there are cores, and says how far it is. */
async function inThreads(jobs: readonly string[], check: boolean): Promise<string[]> {
	const waiting = [...jobs];
	const changed: string[] = [];
	let done = 0;
	const progress = (name: string) => {
		const filled = Math.round((20 * done) / jobs.length);
		process.stdout.write(`[${'█'.repeat(filled)}${'░'.repeat(20 - filled)}] ${done}/${jobs.length} ${name}\n`);
	};
	await Promise.all(
		Array.from({ length: Math.min(THREADS, jobs.length) }, async () => {
			// The bundle that runs here runs again in the thread, where it is not the main one.
			const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { check } });
			for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
				const answer = new Promise<string[]>((resolve, reject) => {
					worker.once('message', resolve).once('error', reject);
				});
				worker.postMessage(name);
				changed.push(...(await answer));
				worker.removeAllListeners('error');
				done += 1;
				progress(name);
			}
			await worker.terminate();
		}),
	);
	return changed;
}

/** A thread: computes what it is told to, writes it, and answers with what has changed. */
async function work(): Promise<void> {
	const { check } = workerData as { check: boolean };
	parentPort?.on('message', async (name: string) => {
		parentPort?.postMessage(await compute(name, check));
	});
}

async function compute(name: string, check: boolean): Promise<string[]> {
	if (LIVE_FIGURES.has(name)) return precomputeLiveFigure(name, check);
	const experiment = findExperiment(name);
	if (!experiment) return [];
	const text = await computeResult(experiment);
	if (text === (await readFile(fileOf(name), 'utf8').catch(() => ''))) return [];
	if (!check) await writeResult(name, text);
	return [fileOf(name)];
}

if (isMainThread) await main();
else await work();
