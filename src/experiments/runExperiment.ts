import type { RealTables } from '../data/realTables.ts';
import type { ExperimentResult } from '../schema/experimentResult.ts';
import type { TrainedRun } from '../schema/run.ts';
import type { RunSpecInput } from '../schema/runSpec.ts';
import type { Experiment } from './experiment.ts';
import { settingOf } from './setting.ts';
import { trainAll } from './trainAll.ts';

/** Trains one run; whoever runs an experiment brings it, and may answer from a store. */
type TrainRun = (spec: RunSpecInput) => Promise<TrainedRun>;

/** What an experiment is run with. */
interface Means {
	train: TrainRun;
	tables: RealTables;
	/** Runs that train at once; one after the other unless given. The result is the same. */
	atOnce?: number;
	/** What a run takes, in any unit: the dearest are begun first. */
	costOf?: (spec: RunSpecInput) => number;
}

/** Runs an experiment: its runs through `train`, then its measurement; what was trained is read off the runs. */
export async function runExperiment(
	experiment: Experiment,
	parameters: unknown,
	{ train, tables, atOnce = 1, costOf }: Means,
	engineVersion: string,
): Promise<ExperimentResult> {
	const runs = await trainAll(experiment.specs(parameters), train, atOnce, costOf);
	const { name, claims, status, title, claim } = experiment;
	const setting = settingOf(
		runs.map(({ spec }) => spec),
		experiment.computed(parameters),
	);
	const { measured, figure, sentence } = await experiment.conclude(parameters, runs, tables);
	return {
		name,
		claims: [...claims],
		status,
		title,
		claim,
		parameters: parameters as Record<string, number>, // `specs` has parsed them, and a definition has no others
		setting,
		engine: engineVersion,
		measured,
		figure,
		sentence,
	};
}
