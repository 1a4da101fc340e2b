/** The reader of code and its words: fetched when a reader touches the box. */

export { codeAnswerHtml } from './codeAnswerHtml.ts';
export { choiceIn, readBox, sizesIn, stateOfBox } from './codeState.ts';
export { ownCallIn } from './ownCallIn.ts';
export { whatToEnter } from './whatToEnter.ts';
