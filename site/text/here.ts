import type { Language } from '../../src/language.ts';

/** The language of a page by its address: what a component inside of an article asks. */
export const languageAt = ({ pathname }: URL): Language => (pathname.startsWith('/zh/') ? 'zh' : 'en');
