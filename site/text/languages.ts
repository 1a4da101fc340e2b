/** Languages of the site. A new one is an entry here and a table beside `en.ts`. */
export const LANGUAGES = [
	{ key: 'en', tag: 'en', path: '/', name: 'English' },
	{ key: 'zh', tag: 'zh-Hans', path: '/zh/', name: '中文' },
] as const;

export type Language = (typeof LANGUAGES)[number];
export type LanguageKey = Language['key'];

/** Where a page is in a language: `/lab/` is `/zh/lab/` in Chinese. */
export function addressIn(key: LanguageKey, path: string): string {
	const home = LANGUAGES.find((language) => language.key === key)?.path ?? '/';
	return `${home}${path.slice(1)}`;
}

/** The language that a document declares in its `lang` attribute; English if it is none of ours. */
export function languageOf(tag: string): LanguageKey {
	return LANGUAGES.find((language) => language.tag === tag)?.key ?? 'en';
}
