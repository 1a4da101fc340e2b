import type { Language } from '../../../src/language.ts';

/** The page that stands for one that was never visited while there is no network. */
interface OfflineText {
	title: string;
	body: string;
	/** Above the links to what is there. */
	kept: string;
	again: string;
}

export const OFFLINE_TEXT: Record<Language, OfflineText> = {
	en: {
		title: 'No network',
		body: 'This page was not visited yet, so that no copy of it is here. It loads as soon as there is a network again.',
		kept: 'These pages work without one:',
		again: 'Try again',
	},
	zh: {
		title: '没有网络',
		body: '这一页还没有访问过，本地没有副本。网络恢复后会自动加载。',
		kept: '这些页面没有网络也能用：',
		again: '重试',
	},
};
