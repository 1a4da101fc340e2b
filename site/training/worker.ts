/**
 * The training worker: the same engine as on the edge, in the reader's own browser. One job at a time; the
 * page ends it by ending the worker.
 */
import './noEval.ts';
import { proveIt } from '../../src/convert/proveIt.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { type Progress, train, type Watching } from '../../src/engine/train.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { runExperiment } from '../../src/experiments/runExperiment.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { runId } from '../../src/schema/identity.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import { host } from './host.ts';
import type { Answer, ExperimentProgress, Job, RunProgress, Watch } from './messages.ts';

/** Milliseconds between two pictures: 60 a second. */
const FRAME_MS = 1000 / 60;

const trainHere = (input: RunSpecInput, watching?: Watching) => train(resolve(canonical(input)), host, watching);

const answer = (message: Answer) => self.postMessage(message);

self.onmessage = async ({ data: job }: MessageEvent<Job>) => {
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
			return doExperiment(job.name, job.parameters);
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

async function doExperiment(name: string, given: unknown) {
	const { findExperiment } = await import('../../src/experiments/registry.ts'); // no training needs them
	const experiment = findExperiment(name);
	if (!experiment) throw new Error(`there is no experiment "${name}"`);
	const parameters = experiment.parameters.parse(given);
	const total = experiment.specs(parameters).length;
	let done = 0;
	const tell = eachFrame((progress: Progress) => {
		const part = progress.epoch / progress.epochs;
		const told: ExperimentProgress = { done, total, part, trace: progress.trace() };
		answer({ kind: 'progress', progress: told });
	});
	if (total === 0)
		answer({ kind: 'progress', progress: { done, total, part: 0, trace: null } satisfies ExperimentProgress });
	const trainAndCount = async (spec: RunSpecInput) => {
		const run = await trainHere(spec, { onProgress: tell });
		done += 1;
		return run;
	};
	return runExperiment(experiment, parameters, { train: trainAndCount, tables: host.tables }, ENGINE_VERSION);
}

/** Calls at most once a frame; what comes in between is dropped. */
function eachFrame<Told>(tell: (told: Told) => void): (told: Told) => void {
	let last = Number.NEGATIVE_INFINITY;
	return (told) => {
		const now = performance.now();
		if (now - last < FRAME_MS) return;
		last = now;
		tell(told);
	};
}
