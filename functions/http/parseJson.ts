import { BOUNDS } from '../../src/schema/bounds.ts';
import { shorten } from '../../src/schema/fieldErrors.ts';
import { findRepeatedName } from './findRepeatedName.ts';
import { invalidSpec, Problem } from './problem.ts';

/**
 * A body as JSON, unchecked.
 *
 * @throws Problem 400 for what is not JSON, or nests too deep; 422 for a name that stands twice in an object
 */
export function parseJson(text: string): unknown {
	if (isDeeperThan(text, BOUNDS.depth)) {
		throw new Problem('malformed-json', `the body nests deeper than ${BOUNDS.depth} levels`);
	}
	const value = parse(text);
	const repeated = findRepeatedName(text);
	if (!repeated) return value;
	const message = `stands in its object twice, the second time in line ${repeated.line}: leave one out`;
	throw invalidSpec([{ path: repeated.path.map((key) => shorten(String(key))).join('.'), message }]);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new Problem('malformed-json', explainSyntax(error));
	}
}

/** Why a body does not parse; with what to send instead of NaN and Infinity, which many programs write. */
function explainSyntax(error: unknown): string {
	const message = error instanceof Error ? error.message : 'the body does not parse';
	if (!/^Unexpected token '[NI]'|"[^"]*\b(nan|inf)\b|^No number after minus sign/.test(message)) return message;
	return `${message}. JSON knows neither NaN nor Infinity: a number is finite, and a value that is missing is left out with its row`;
}

/** Whether arrays and objects nest deeper than that, outside of strings: asked before anything recurses into them. */
function isDeeperThan(text: string, maxDepth: number): boolean {
	let depth = 0;
	let inString = false;
	for (let i = 0; i < text.length; i++) {
		const character = text.charCodeAt(i);
		if (character === QUOTE) inString = !inString;
		else if (inString) i += character === BACKSLASH ? 1 : 0;
		else if (character === OPEN_BRACKET || character === OPEN_BRACE) depth += 1;
		else if (character === CLOSE_BRACKET || character === CLOSE_BRACE) depth -= 1;
		if (depth > maxDepth) return true;
	}
	return false;
}

const [QUOTE, BACKSLASH, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];
