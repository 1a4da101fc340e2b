/** What a sweep needs once it is started or opened: the client, the analysis, the drawing. */

export { createClient } from '../../src/client/client.ts';
export { analyseSweep } from '../../src/sweeps/analysis.ts';
export { mountCharts } from '../charts/mountCharts.ts';
export { chartsOfFigure } from '../figures/experiment/chartsOfFigure.ts';
export { SpeakingCells } from '../figures/experiment/SpeakingCells.ts';
export { analysisHtml } from './analysisHtml.ts';
export { constantLossOf } from './constantLoss.ts';
export { markCells } from './markCells.ts';
export { sweepFigure } from './sweepFigure.ts';
