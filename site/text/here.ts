import type { LanguageKey } from './languages.ts';

/** The language of a page by its address: what a component inside of an article asks. */
export const languageAt = ({ pathname }: URL): LanguageKey => (pathname.startsWith('/zh/') ? 'zh' : 'en');
