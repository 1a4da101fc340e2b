/** What a figure of an experiment needs once it comes near: Chart.js, and what its numbers are drawn, listed and described with. */

export { describeSetting } from '../../../src/experiments/describeSetting.ts';
export { lookOf, mountCharts } from '../../charts/mountCharts.ts';
export { paintChart } from '../../charts/paintChart.ts';
export { chartsOfFigure } from './chartsOfFigure.ts';
export { tablesHtml } from './tablesHtml.ts';
