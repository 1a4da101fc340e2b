import { findExperiment } from '../../src/experiments/registry.ts';
import type { ExperimentResult } from '../../src/schema/experimentResult.ts';

/**
 * The committed result of an experiment, from the deployment's own files, which the site's build lays beside its pages;
 * null where there is none.
 */
export async function committedResult(env: Pick<Env, 'ASSETS'>, name: string): Promise<ExperimentResult | null> {
	if (!findExperiment(name)) return null;
	const response = await env.ASSETS.fetch(`https://assets.invalid/data/experiments/${name}.json`);
	return response.ok ? response.json() : null;
}
