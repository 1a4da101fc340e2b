/**
 * The training worker: the same engine as on the edge, in the reader's own browser. One job at a time; the runs of an
 * experiment are spread over workers of its own. The page ends a job by ending the worker, and those end with it.
 */
import './noEval.ts';
import { proveIt } from '../../src/convert/proveIt.ts';
import { cost } from '../../src/engine/cost.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { type Progress, train, type Watching } from '../../src/engine/train.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { runExperiment } from '../../src/experiments/runExperiment.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { runId } from '../../src/schema/identity.ts';
import type { Trace } from '../../src/schema/run.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import { eachFrame } from './eachFrame.ts';
import { host } from './host.ts';
import { LivePool, RUNS_AHEAD } from './live/LivePool.ts';
import type { Answer, ExperimentProgress, Job, RunProgress, Warming, Watch } from './messages.ts';

/** Milliseconds between two pictures of an experiment: what draws them takes time from what trains. */
const TELL_MS = 100;

const trainHere = (input: RunSpecInput, watching?: Watching) => train(resolve(canonical(input)), host, watching);

const chargeOf = (input: RunSpecInput) => cost(resolve(canonical(input))).charged;

const answer = (message: Answer) => self.postMessage(message);

self.onmessage = async ({ data: job }: MessageEvent<Job | Warming>) => {
	if (job.kind === 'warm') return void warm(job.workers);
	try {
		answer({ kind: 'result', result: await doJob(job) });
	} catch (error) {
		answer({ kind: 'failure', message: error instanceof Error ? error.message : String(error) });
	}
};

function doJob(job: Job): Promise<unknown> {
	switch (job.kind) {
		case 'run':
			return trainRun(job.spec, job.watch);
		case 'experiment':
			return doExperiment(job);
		case 'proof':
			return proveIt(job.pair, (spec) => trainHere(spec));
	}
}

/** A run with its id, told at as many moments as asked. */
async function trainRun(input: RunSpecInput, watch: Watch) {
	const spec = canonical(input);
	const tell = (progress: Progress) => {
		const { epoch, epochs } = progress;
		const told: RunProgress = { epoch, epochs, trace: progress.trace() };
		if (watch.boundary) told.boundary = progress.boundary(watch.boundary);
		if (watch.weights) told.weights = progress.weights().W.map((layer) => layer.flat());
		answer({ kind: 'progress', progress: told });
	};
	return {
		id: await runId(spec, ENGINE_VERSION),
		...(await trainHere(spec, { onProgress: tell, pieces: watch.pictures })),
	};
}

/** Warm once an experiment has run; ended with this worker. */
let pool: LivePool | null = null;

/** Has at hand what the next experiment will need. */
async function warm(workers: number): Promise<void> {
	pool ??= new LivePool(workers);
	await Promise.allSettled([pool.warm(), experiments()]); // what fails now fails again, and is told, when it is asked for
}

/** No training needs them. */
const experiments = () => import('../../src/experiments/registry.ts');

async function doExperiment({ name, parameters: given, workers }: Extract<Job, { kind: 'experiment' }>) {
	const { findExperiment } = await experiments();
	const experiment = findExperiment(name);
	if (!experiment) throw new Error(`there is no experiment "${name}"`);
	const parameters = experiment.parameters.parse(given);
	const total = experiment.specs(parameters).length;
	const shares = new Map<RunSpecInput, number>();
	let done = 0;
	const tell = eachFrame((trace: Trace | null) => {
		const part = [...shares.values()].reduce((sum, share) => sum + share, 0);
		answer({ kind: 'progress', progress: { done, total, part, trace } satisfies ExperimentProgress });
	}, TELL_MS);
	if (total === 0) tell(null);
	else pool ??= new LivePool(workers);
	const train = async (spec: RunSpecInput) => {
		if (!pool) throw new Error('an experiment asks for a run that it did not announce');
		const run = await pool.run(spec, ({ share, trace }) => {
			shares.set(spec, share);
			tell(trace);
		});
		shares.delete(spec);
		done += 1;
		tell(run.trace);
		return run;
	};
	const atOnce = workers * (1 + RUNS_AHEAD);
	const means = { train, tables: host.tables, atOnce, costOf: chargeOf };
	return runExperiment(experiment, parameters, means, ENGINE_VERSION);
}
