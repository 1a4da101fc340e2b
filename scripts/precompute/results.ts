/**
 * The committed results of the experiments, one file each in src/experiments/results/. A file
 * holds the hash of all that its numbers depend on, so that one sees without training whether it is
 * current: the experiment's own bundled source, the version of the engine, the default parameters, and what the study
 * found where it reads that.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { TABLE_FILES } from '../../src/data/realTables.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import type { Experiment } from '../../src/experiments/experiment.ts';
import { COMMITTED_DIGITS } from '../../src/experiments/judge.ts';
import { runExperiment } from '../../src/experiments/runExperiment.ts';
import { settingOf } from '../../src/experiments/setting.ts';
import { roundTo } from '../../src/numberFormat.ts';
import { canonical } from '../../src/schema/canonical.ts';
import type { ExperimentResult } from '../../src/schema/experimentResult.ts';
import { runId } from '../../src/schema/identity.ts';
import type { TrainedRun } from '../../src/schema/run.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import type { Setting } from '../../src/schema/setting.ts';
import { host, train } from '../nodeHost.ts';

export interface Kept extends ExperimentResult {
	hash: string;
	/** A few of its runs: from them a test sees in a second whether all would come out again. */
	sample: SampledRun[];
}

/** One run of an experiment, by its place among the specs, and what it ended with. */
interface SampledRun {
	run: number;
	objective: number | null;
}

/** Runs that are kept of an experiment, spread evenly over all of them. */
const SAMPLED_RUNS = 3;

/** What reads the study's findings, and where they are. */
const STUDY_READER = 'src/study/readStudy.ts';
const STUDY = `src/data/real/${TABLE_FILES.study}`;

export const fileOf = (name: string) => `src/experiments/results/${name}.json`;
/** `decay-under-sgd` is `decayUnderSgd` in `decayUnderSgd.ts`, where what is expected of it stands too: its numbers do not need that. */
function sourceOf(name: string): string {
	const exported = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
	return `export { ${exported} } from './src/experiments/claims/${exported}.ts';`;
}

/** No number depends on what only the API's document says. */
const withoutWords: Plugin = {
	name: 'without words',
	setup: ({ onResolve }) =>
		onResolve({ filter: /\/inDocument\.ts$/ }, () => ({ path: resolve('functions/zod/noDocument.ts') })),
};

export async function hashOf({ name }: Pick<Experiment, 'name'>): Promise<string> {
	const { outputFiles, metafile } = await build({
		stdin: { contents: sourceOf(name), resolveDir: '.' },
		bundle: true,
		minify: true,
		write: false,
		format: 'esm',
		metafile: true,
		plugins: [withoutWords],
	});
	const hash = createHash('sha256').update(`${ENGINE_VERSION}\n${outputFiles[0]?.text}`);
	// Measured data never change (their rows are hashed in a test); the study is written anew by `npm run study`.
	if (STUDY_READER in metafile.inputs) hash.update(await readFile(STUDY));
	return hash.digest('hex').slice(0, 16);
}

export async function readResult(name: string): Promise<Kept | null> {
	try {
		return JSON.parse(await readFile(fileOf(name), 'utf8')) as Kept; // this module wrote it
	} catch {
		return null;
	}
}

/** What an experiment trains and computes at its defaults, known without training, as its file holds it. */
export const settingAtDefaults = (experiment: Experiment): Setting =>
	settingOf(
		experiment.specs({}).map((spec) => canonical(spec)),
		experiment.computed({}),
	);

/** Whether what is kept of an experiment is what it would give again. */
export async function isCurrent(experiment: Experiment): Promise<boolean> {
	const kept = await readResult(experiment.name);
	if (kept?.hash !== (await hashOf(experiment))) return false;
	return JSON.stringify(kept.setting) === JSON.stringify(settingAtDefaults(experiment));
}

/** Runs an experiment at its defaults; `text` is what its file holds. */
export async function computeResult(experiment: Experiment): Promise<string> {
	const result = await runExperiment(
		experiment,
		experiment.parameters.parse({}),
		{ train: trainOnce, tables: host.tables },
		ENGINE_VERSION,
	);
	const hash = await hashOf(experiment);
	const sample = await sampleRuns(experiment);
	return `${JSON.stringify({ hash, sample, ...result }, (_, value) => (typeof value === 'number' ? round(value) : value))}\n`;
}

/** Trains a few runs of an experiment at its defaults; none of one that solves closed forms. */
export async function sampleRuns(experiment: Experiment): Promise<SampledRun[]> {
	const specs = experiment.specs({});
	const places = Array.from({ length: SAMPLED_RUNS }, (_, i) => Math.floor(((i + 0.5) * specs.length) / SAMPLED_RUNS));
	const sample: SampledRun[] = [];
	for (const run of new Set(places)) {
		const spec = specs[run];
		if (spec) sample.push({ run, objective: round((await trainOnce(spec)).final.objective ?? Number.NaN) });
	}
	return sample;
}

/** Writes a file whole or not at all, so that an interrupt leaves no half of one. */
export async function writeResult(name: string, text: string): Promise<void> {
	const file = fileOf(name);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(`${file}.part`, text);
	await rename(`${file}.part`, file);
}

const round = (value: number) => (Number.isFinite(value) ? roundTo(value, COMMITTED_DIGITS) : null);

/** Runs that experiments share are trained once. */
const trained = new Map<string, TrainedRun>();

async function trainOnce(input: RunSpecInput): Promise<TrainedRun> {
	const spec = canonical(input);
	const id = await runId(spec, ENGINE_VERSION);
	const run = trained.get(id) ?? (await train(spec));
	trained.set(id, run);
	return run;
}
