/** What a sweep's form needs once it is used: the schema, the cost, the analysis, the drawing. */

export { createClient } from '../../src/client/client.ts';
export { analyseSweep } from '../../src/sweeps/analysis.ts';
export { mountCharts } from '../charts/mountCharts.ts';
export { chartsOfFigure } from '../figures/experiment/chartsOfFigure.ts';
export { SpeakingCells } from '../figures/experiment/SpeakingCells.ts';
export { analysisHtml } from './analysisHtml.ts';
export { quoteSweep } from './quoteSweep.ts';
export { sweepFigure } from './sweepFigure.ts';
