/** The reader of code and its words: fetched when a reader touches the box. */

export { codeAnswerHtml } from './codeAnswerHtml.ts';
export { converterStateOf, readBox } from './codeState.ts';
