/** What a figure of an experiment needs once it comes near: Chart.js, and what its numbers are drawn, listed, described and saved with. */

export { describeSetting } from '../../../src/experiments/describeSetting.ts';
export { mountCharts } from '../../charts/mountCharts.ts';
export { chartsOfExperiment } from './chartsOfExperiment.ts';
export { fillMeasured } from './fillMeasured.ts';
export { SpeakingCells } from './SpeakingCells.ts';
export { tablesHtml } from './tablesHtml.ts';
export { takeAlong } from './takeAlong.ts';
