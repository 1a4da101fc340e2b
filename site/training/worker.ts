/**
 * The training worker: the same engine as on the edge, in the reader's own browser. One job at a time; the
 * page ends it by ending the worker.
 */
import './noEval.ts';
import kernelAddress from '../../build/kernel.wasm?url';
import { proveIt } from '../../src/convert/proveIt.ts';
import { REAL_FILES, readRealDataWith } from '../../src/data/real.ts';
import { loadKernel } from '../../src/engine/fused/kernelInstance.ts';
import { type Progress, train } from '../../src/engine/train.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { runExperiment } from '../../src/experiments/experiment.ts';
import { findExperiment } from '../../src/experiments/registry.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { runId } from '../../src/schema/identity.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import type { Answer, ExperimentProgress, Job, RunProgress, Watch } from './messages.ts';

/** Milliseconds between two pictures: 60 a second. */
const FRAME = 1000 / 60;

readRealDataWith(async (kind) => (await fetch(`/data/${REAL_FILES[kind]}`)).json());
const ready = WebAssembly.compileStreaming(fetch(kernelAddress)).then(loadKernel);

const answer = (message: Answer) => self.postMessage(message);

self.onmessage = async ({ data: job }: MessageEvent<Job>) => {
	try {
		await ready;
		answer({ kind: 'result', result: await done(job) });
	} catch (error) {
		answer({ kind: 'failure', message: error instanceof Error ? error.message : String(error) });
	}
};

function done(job: Job): Promise<unknown> {
	switch (job.kind) {
		case 'run':
			return trainedRun(job.spec, job.watch);
		case 'experiment':
			return experimentResult(job.name, job.parameters);
		case 'proof':
			return proveIt(job.pair, (spec) => train(spec));
	}
}

/** A run with its id, told at as many moments as asked. */
async function trainedRun(input: RunSpecInput, watch: Watch) {
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
		...(await train(spec, { onProgress: tell, pieces: watch.pictures })),
	};
}

async function experimentResult(name: string, given: unknown) {
	const experiment = findExperiment(name);
	if (!experiment) throw new Error(`there is no experiment "${name}"`);
	const parameters = experiment.parameters.parse(given);
	const total = experiment.specs(parameters).length;
	let done = 0;
	const tell = eachFrame((trace: ExperimentProgress['trace']) => {
		answer({ kind: 'progress', progress: { done, total, trace } satisfies ExperimentProgress });
	});
	return runExperiment(
		experiment,
		parameters,
		async (spec) => {
			const run = await train(canonical(spec), { onProgress: (progress) => tell(progress.trace()) });
			done += 1;
			return run;
		},
		ENGINE_VERSION,
	);
}

/** Calls at most once a frame; what comes in between is dropped. */
function eachFrame<Told>(tell: (told: Told) => void): (told: Told) => void {
	let last = Number.NEGATIVE_INFINITY;
	return (told) => {
		const now = performance.now();
		if (now - last < FRAME) return;
		last = now;
		tell(told);
	};
}
