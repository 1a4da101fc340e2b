/** What a sweep's form needs once it is used: the schema, the cost, the analysis, the drawing. */

export { createClient } from '../../src/client/client.ts';
export { ApiError } from '../../src/client/errors.ts';
export { analyseSweep } from '../../src/sweeps/analysis.ts';
export { mountCharts } from '../charts/mountCharts.ts';
export { chartsOfFigure } from '../figures/experiment/chartsOfFigure.ts';
export { analysisHtml } from './analysisHtml.ts';
export { checkSweep } from './checkSweep.ts';
export { sweepFigure } from './sweepFigure.ts';
