/** JSON with its levels indented; anything else as it came: CSV, or a host's own page. */
export function layOutAnswer(text: string): string {
	try {
		return layOutJson(JSON.parse(text));
	} catch {
		return text;
	}
}

/** What holds nothing but numbers, over several lines: within a text a line never ends. */
const NUMBERS = /\[\n(?:[\d\s.,eE+-]|null)+\]/g;

/** A value with its levels indented, lists of numbers in one line each: a trace would fill pages otherwise. */
export const layOutJson = (value: unknown): string =>
	JSON.stringify(value, null, 2).replaceAll(NUMBERS, (list) =>
		list.replaceAll(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'),
	);
