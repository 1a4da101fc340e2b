import type { Expression, Program } from './syntax.ts';

/** A text that is one mapping and binds nothing. */
export const settingsProgram = (text: string, root: Expression, words: Program['words']): Program => ({
	...{ text, words, bindings: [], imports: [], functions: [] },
	expressions: [{ expression: root, blocks: [] }],
});
