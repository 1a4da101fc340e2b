/** The reader of code and its words: fetched when a reader touches the box. */

export { codeAnswerHtml } from './codeAnswerHtml.ts';
export { choiceIn, readBox, stateOfBox, whyOtherIn } from './codeState.ts';
export { ownCallIn } from './ownCallIn.ts';
export { partialMeanings } from './partialMeaning.ts';
export { answersFor } from './sameCode.ts';
export { decidesLambda, waitedFor, whatToEnter } from './whatToEnter.ts';
