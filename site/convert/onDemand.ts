/** All that the converter needs once it is used, and not before: the libraries, zod, its words. */

export { CONVERTER_TEXT } from '../text/converter/converterText.ts';
export { answerTo } from './answer.ts';
export { equivalentsHtml, summaryOf } from './equivalentsHtml.ts';
export { movedHtml } from './movedHtml.ts';
export { proofHtml } from './proofHtml.ts';
export { proofPair } from './proofPair.ts';
