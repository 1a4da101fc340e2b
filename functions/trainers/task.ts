import { cost } from '../../src/engine/cost.ts';
import { prepareTraining } from '../../src/engine/host.ts';
import { predict } from '../../src/engine/predict.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { train, trainAndJudge, type Watching } from '../../src/engine/train.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { findExperiment } from '../../src/experiments/registry.ts';
import { runExperiment } from '../../src/experiments/runExperiment.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { runId } from '../../src/schema/identity.ts';
import type { Predictions } from '../../src/schema/predictions.ts';
import type { Run, Weights } from '../../src/schema/run.ts';
import type { RunSpec } from '../../src/schema/runSpec.ts';
import { host } from './host.ts';

/** What a result is computed from; `spec` in canonical form, `parameters` as the experiment's schema parses them. */
export type Task =
	| { kind: 'run'; spec: RunSpec }
	| { kind: 'experiment'; name: string; parameters: unknown }
	| { kind: 'prediction'; run: string; spec: RunSpec; weights: Weights; X: number[][] };

/** A picture of the boundary while a run is trained: how fine, and after how many epochs the next one may be drawn. */
export interface Picture {
	resolution: number;
	epochs: number;
}

/** Drawing pictures may take this part of the arithmetic of a training, which is charged for one of them. */
const SHARE_OF_PICTURES = 0.05;

/** The picture that readers of a task see; null for none. */
export function pictureOf(task: Task): Picture | null {
	if (task.kind !== 'run' || !task.spec.output.boundary) return null;
	const { resolution } = task.spec.output.boundary;
	const [withOne, without] = [task.spec, { ...task.spec, output: { ...task.spec.output, boundary: null } }].map(
		(spec) => cost(resolve(spec)),
	);
	if (!withOne || !without) return null;
	const { epochs } = resolve(task.spec).schedule;
	const pictures = (SHARE_OF_PICTURES * without.charged) / (withOne.charged - without.charged);
	return { resolution, epochs: epochs / Math.max(1, pictures) };
}

/** Loads what a task would otherwise wait for, so that `perform` trains without a pause. */
export const prepare = async (task: Task): Promise<void> => {
	if (task.kind !== 'experiment') await prepareTraining(task.spec, host);
};

/** Computes a result, as the exact text that is sent and kept. */
export function perform(task: Task, watching?: Watching): Promise<string> {
	switch (task.kind) {
		case 'run':
			return trainRun(task.spec, watching);
		case 'experiment':
			return computeExperiment(task.name, task.parameters, watching);
		case 'prediction':
			return computePredictions(task);
	}
}

async function computePredictions({ run, spec, weights, X }: Extract<Task, { kind: 'prediction' }>): Promise<string> {
	const predictions: Predictions = { run, ...(await predict(resolve(spec), weights, X, host)) };
	return JSON.stringify(predictions);
}

async function trainRun(spec: RunSpec, watching?: Watching): Promise<string> {
	const run: Run = { id: await runId(spec, ENGINE_VERSION), ...(await trainAndJudge(resolve(spec), host, watching)) };
	return JSON.stringify(run);
}

async function computeExperiment(name: string, parameters: unknown, watching?: Watching): Promise<string> {
	const experiment = findExperiment(name);
	if (!experiment) throw new RangeError(`there is no experiment "${name}"`);
	const result = await runExperiment(
		experiment,
		parameters,
		{ train: (spec) => train(resolve(canonical(spec)), host, watching), tables: host.tables },
		ENGINE_VERSION,
	);
	return JSON.stringify(result);
}
