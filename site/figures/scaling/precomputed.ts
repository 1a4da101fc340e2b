import { ALL_FIGURE_RUNS } from '../../../src/experiments/scalingFigure.ts';
import type { Boundary, Run } from '../../../src/schema/run.ts';
import file from '../../precomputed/scaling-figure.json' with { type: 'json' };

/** A run of the figure, which always asks for its boundary. */
export type BoundaryRun = Run & { boundary: Boundary };

/** The precomputed result of a run of the figure by its key. Only the build imports this module: it holds all of them. */
export function precomputedRun(key: string): BoundaryRun {
	// `npm run precompute` wrote the file from values of this type; JSON knows no tuples and no unions.
	const run = (file.runs as unknown as Record<string, Run>)[key];
	if (!run?.boundary) throw new Error(`site/precomputed has no run "${key}" with a boundary: npm run precompute`);
	return { ...run, boundary: run.boundary };
}

/** All of them, in the order of the experiment. */
export const PRECOMPUTED_RUNS = ALL_FIGURE_RUNS.map((figureRun) => ({ figureRun, run: precomputedRun(figureRun.key) }));
