import { cost } from '../../src/engine/cost.ts';
import type { ResolvedSpec } from '../../src/engine/resolve.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { runId } from '../../src/schema/identity.ts';
import type { Wanted } from './findOrCompute.ts';
import { isRun } from './genuine.ts';
import { shrinkToFit } from './shrinkToFit.ts';
import { runKey } from './store.ts';

/** The run of a spec, to be found or trained. */
export async function wantRun(resolved: ResolvedSpec): Promise<Wanted> {
	const { spec } = resolved;
	const id = await runId(spec, ENGINE_VERSION);
	const { charged, resultBytes } = cost(resolved);
	return {
		key: runKey(id),
		id,
		task: { kind: 'run', spec },
		charged,
		resultBytes,
		isGenuine: (text) => isRun(text, id),
		shrink: () => shrinkToFit(spec, (smaller) => smaller.charged <= charged / 2),
	};
}
