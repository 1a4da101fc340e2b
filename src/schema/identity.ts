import type { RunSpec } from './runSpec.ts';

const HEX_DIGITS = 40;

/**
 * The id of a result: the first 160 bits of SHA-256 over the canonical spec and the engine's
 * version, as 40 hexadecimal digits. The same id names the permalink, the ETag, the key in a
 * store and the precomputed file.
 *
 * @param spec in canonical form, as `canonical` returns it
 */
export function runId(spec: RunSpec, engineVersion: string): Promise<string> {
	return contentId({ spec, engineVersion });
}

/** The id of a comparison: the content hash of its labels and of the ids of its runs, in order. */
export function comparisonId(runs: readonly { label: string; id: string }[]): Promise<string> {
	return contentId({ runs: runs.map(({ label, id }) => ({ label, id })) });
}

/** The id of a sweep: the content hash of its first cell's spec, of its grid and of the engine's version. */
export function sweepId(first: RunSpec, grid: object, engineVersion: string): Promise<string> {
	return contentId({ sweep: { first, grid }, engineVersion });
}

/** Whether `text` has the form of an id. */
export function isId(text: string): boolean {
	return new RegExp(`^[0-9a-f]{${HEX_DIGITS}}$`).test(text);
}

/** The content hash that all ids are made of; `content` in canonical form. */
export async function contentId(content: object): Promise<string> {
	const bytes = new TextEncoder().encode(JSON.stringify(content));
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0'))
		.join('')
		.slice(0, HEX_DIGITS);
}
