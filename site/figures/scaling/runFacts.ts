import type { FigureRun } from '../../../src/experiments/scalingFigure.ts';
import type { Run } from '../../../src/schema/run.ts';
import type { RunFacts } from '../../text/text.ts';

/** What the figure's sentences say about a run, once it has its result. */
export function runFacts({ m, penalty, lambda }: FigureRun, { final }: Pick<Run, 'final'>): RunFacts {
	const { dataLoss, objective, testLoss, testAccuracy } = final;
	return { m, penalty, lambda, dataLoss, objective, testLoss, testAccuracy };
}
