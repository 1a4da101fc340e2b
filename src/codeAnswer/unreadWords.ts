import type { Text } from '../language.ts';
import type { NoteCode } from '../schema/codeAnswer.ts';

/** What is said of code that was not read, or not all of it. `fillIn` fills it in. */
export const UNREAD_WORDS = {
	empty: { en: 'There is no code here yet.', zh: '这里还没有代码。' },
	'nothing-found': {
		en: 'Nothing that decays weights was found in this code.',
		zh: '代码中没有发现权重衰减。',
	},
	foreign: { en: 'This looks like {name}, which is not read here.', zh: '这看起来是 {name}，暂不支持解析。' },
	'not-understood': {
		en: '{name} may decay weights, and is not read here.',
		zh: '{name} 可能含有权重衰减，但暂不支持解析。',
	},
	'not-read': { en: '{what} was not read: {reason}', zh: '无法确定 {what}：{reason}' },
	'not-attached': {
		en: '{name} is used here in a way that could not be read.',
		zh: '这里出现了 {name}，但未能解析它的用途。',
	},
	'term-unread': {
		en: 'A term {written} is added to the loss and was not read: it may decay weights.',
		zh: '损失里加了一项 {written}，没有读出：它可能也衰减权重。',
	},
	'from-elsewhere': {
		en: '{name} brings in values from files that are not seen here.',
		zh: '{name} 会引入别的文件里的值，这里看不到。',
	},
	'script-defaults': {
		en: 'What the command line leaves out is the script’s own default, not seen here.',
		zh: '命令行没有写的参数取脚本自己的默认值，这里看不到。',
	},
	unclosed: {
		en: '{written} is not closed: what follows may be misread.',
		zh: '{written} 没有闭合：后面可能读错。',
	},
	'cut-off': {
		en: 'Only the first {characters} characters and {most} decays are read.',
		zh: '只读前 {characters} 个字符、前 {most} 处衰减。',
	},
} satisfies Partial<Record<NoteCode, Text>>;
