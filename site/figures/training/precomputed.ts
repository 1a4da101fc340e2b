import type { LIVE_RUNS } from '../../../src/experiments/trainingFigure.ts';
import type { Run } from '../../../src/schema/run.ts';
import file from '../../precomputed/training-figure.json' with { type: 'json' };
import type { BoundaryRun } from '../scaling/precomputed.ts';

/** The committed result of a live figure's training. Only the build imports this module. */
export function livePrecomputed(key: (typeof LIVE_RUNS)[number]['key']): BoundaryRun {
	// `npm run precompute` wrote the file from values of this type; JSON knows no tuples and no unions.
	const run = (file.runs as unknown as Record<string, Run>)[key];
	if (!run?.boundary) throw new Error(`site/precomputed has no run "${key}" with a boundary: npm run precompute`);
	return { ...run, boundary: run.boundary };
}
