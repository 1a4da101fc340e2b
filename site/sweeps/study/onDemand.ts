/** What the browser of the study needs once it comes near. */

export { mountCharts } from '../../charts/mountCharts.ts';
export { chartsOfFigure } from '../../figures/experiment/chartsOfFigure.ts';
export { casePictures, pictureIn, trainedOn } from '../../figures/study/casePictures.ts';
export { bestFigure, lossCharts, movesFigure } from './caseFigures.ts';
export { costTableHtml, sayCase } from './sayCase.ts';
export { caseOf, settleCase, withCase } from './studyState.ts';
