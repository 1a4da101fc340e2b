/** All that the converter needs once it is used, and not before: the libraries, zod, its words. */

export { CONVERTER_TEXT } from '../text/converter/converterText.ts';
export { answerTo } from './answer.ts';
export { isBesideNoise } from './besideNoise.ts';
export { equivalentsHtml, lossSaid, summaryOf } from './equivalentsHtml.ts';
export { proofHtml } from './proofHtml.ts';
export { proofPair } from './proofPair.ts';
export { sayFurther } from './sayFurther.ts';
export { ruleHtml, sayCounted, sayKept, sayMeasured, sayTimes } from './showMoved.ts';
