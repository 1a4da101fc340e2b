import type { Language } from '../../../src/language.ts';
import { translateDescription } from './chinese/translateDescription.ts';

/** What the tables of the API's pages say around names and numbers. Only the build reads this: no page loads the Chinese of the schemas. */
interface SchemaText {
	/** A description as the API's document has it, in the page's language. */
	describe: (english: string) => string;
	byDefault: (kind: string) => string;
	items: (from: number, to: number | '∞') => string;
	characters: (from: number, to: number) => string;
	/** Between what is allowed together. */
	comma: string;
}

export const SCHEMA_TEXT: Record<Language, SchemaText> = {
	en: {
		describe: (english) => english,
		byDefault: (kind) => `${kind} (default)`,
		items: (from, to) => `${from}–${to} items`,
		characters: (from, to) => `${from}–${to} characters`,
		comma: ', ',
	},
	zh: {
		describe: (english) => translateDescription(english)?.chinese ?? english,
		byDefault: (kind) => `${kind}（默认）`,
		items: (from, to) => `${from}–${to} 项`,
		characters: (from, to) => `${from}–${to} 个字符`,
		comma: '，',
	},
};
