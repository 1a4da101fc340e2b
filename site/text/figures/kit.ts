import type { Language } from '../../../src/language.ts';

/** What every live figure says. */
interface KitText {
	published: string;
	yours: string;
	/** Before the small print once the picture is the reader's. */
	publishedSetting: string;
	back: string;
	menu: string;
	lab: string;
	csv: string;
	png: string;
	curl: string;
	copied: string;
	notCopied: (command: string) => string;
	failed: (message: string) => string;
}

export const KIT_TEXT: Record<Language, KitText> = {
	en: {
		published: 'Published result',
		yours: 'Your run; the published result is shown faintly behind it',
		publishedSetting: 'As published. ',
		back: 'Back to the published result',
		menu: 'More about this figure',
		lab: 'Open in the Lab',
		csv: 'Save the data (CSV)',
		png: 'Save the picture (PNG)',
		curl: 'Copy a command that trains it',
		copied: 'Copied.',
		notCopied: (command) => `Your browser does not allow copying. The command: ${command}`,
		failed: (message) => `This browser could not train it: ${message}`,
	},
	zh: {
		published: '本文的结果',
		yours: '你的结果（浅色是本文的结果）',
		publishedSetting: '本文的设置：',
		back: '回到本文的结果',
		menu: '关于这张图',
		lab: '在实验室打开',
		csv: '保存数据（CSV）',
		png: '保存图片（PNG）',
		curl: '复制训练它的命令',
		copied: '已复制。',
		notCopied: (command) => `浏览器不允许复制。命令是：${command}`,
		failed: (message) => `浏览器没能完成训练：${message}`,
	},
};
