import { findExperiment } from '../../src/experiments/registry.ts';
import type { ExperimentResult } from '../../src/schema/experimentResult.ts';
import { siteFile } from '../http/siteFile.ts';

/** The committed result of an experiment, a file of the site; null where there is none. */
export async function committedResult(env: Pick<Env, 'ASSETS'>, name: string): Promise<ExperimentResult | null> {
	if (!findExperiment(name)) return null;
	const response = await siteFile(env, `/data/experiments/${name}.json`);
	return response?.json() ?? null;
}
