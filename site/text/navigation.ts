import type { Language } from '../../src/language.ts';

/** Where the header leads, by the English address of each page. */
export const NAVIGATION: readonly { path: string; label: Record<Language, string> }[] = [
	{ path: '/', label: { en: 'Article', zh: '文章' } },
	{ path: '/lab/', label: { en: 'Lab', zh: '实验室' } },
	{ path: '/convert/', label: { en: 'Converter', zh: '换算器' } },
	{ path: '/sweeps/', label: { en: 'Sweeps', zh: '参数扫描' } },
	{ path: '/replication/', label: { en: 'Replication', zh: '复现' } },
	{ path: '/api/', label: { en: 'API', zh: 'API' } },
];

export const NAVIGATION_LABEL: Record<Language, string> = { en: 'Pages', zh: '页面' };
