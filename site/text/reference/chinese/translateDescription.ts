import { CHINESE_TABLES } from './descriptions.ts';

interface Translation {
	chinese: string;
	/** The English of every entry that it is made of. */
	entries: readonly string[];
}

/** Fields, numbers and letters of formulas are the same in every language. */
const NAME = /^(?:[a-z][A-Za-z0-9]*|[\d.e+-]+|[^A-Za-z\s]+)$/;

const WHOLE = new Map(CHINESE_TABLES.flatMap((table) => Object.entries(table)));
const COMPOSED = [...WHOLE]
	.filter(([english]) => english.includes('{}'))
	.map(([english, chinese]) => ({ english, chinese, pattern: patternOf(english) }));

/** What a description of the API is in Chinese, part by part where it is composed; null where a part of it has none. */
export function translateDescription(english: string): Translation | null {
	const whole = WHOLE.get(english);
	if (whole !== undefined) return { chinese: whole, entries: [english] };
	if (english.split(', ').every((part) => NAME.test(part))) return { chinese: english, entries: [] };
	for (const composed of COMPOSED) {
		const parts = composed.pattern.exec(english)?.slice(1).map(translateDescription);
		if (!parts?.every((part) => part !== null)) continue;
		const given = parts.map(({ chinese }) => chinese);
		return {
			chinese: composed.chinese.replaceAll('{}', () => given.shift() ?? ''),
			entries: [composed.english, ...parts.flatMap(({ entries }) => entries)],
		};
	}
	return null;
}

function patternOf(english: string): RegExp {
	const literal = english.split('{}').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${literal.join('(.+)')}$`);
}
