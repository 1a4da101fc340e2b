import type { Language } from '../../src/language.ts';

/** The languages as pages need them: the tag in `lang`, where the pages begin, how readers call it. A new one also needs a table beside `en.ts`. */
export const LANGUAGES = [
	{ key: 'en', tag: 'en', path: '/', name: 'English' },
	{ key: 'zh', tag: 'zh-Hans', path: '/zh/', name: '中文' },
] as const satisfies readonly { key: Language; tag: string; path: string; name: string }[];

/** Where a page is in a language: `/lab/` is `/zh/lab/` in Chinese. */
export function addressIn(key: Language, path: string): string {
	const home = LANGUAGES.find((language) => language.key === key)?.path ?? '/';
	return `${home}${path.slice(1)}`;
}

/** The language that a document declares in its `lang` attribute; English if it is none of ours. */
export function languageOf(tag: string): Language {
	return LANGUAGES.find((language) => language.tag === tag)?.key ?? 'en';
}
