import { canonical } from '../../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';

type Json = { [key: string]: unknown };

/** Rows of a reader's own beyond which looking at every field would take longer than a keystroke may. */
const MANY_ROWS = 500;

/** The shortest spec that means the same: without every field that has its default. One that is not valid stays as it is. */
export function lean(spec: RunSpecInput): RunSpecInput {
	if (spec.data?.kind === 'inline' && spec.data.X?.length > MANY_ROWS) return spec;
	const meaning = meaningOf(spec);
	if (meaning === null) return spec;
	const short = structuredClone(spec);
	prune(short as Json, () => meaningOf(short) === meaning);
	return short;
}

/** Takes each key away in turn, and puts back those without which the whole is another. */
function prune(object: Json, isSame: () => boolean): void {
	for (const [key, value] of Object.entries(object)) {
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) prune(value as Json, isSame);
		delete object[key];
		if (!isSame()) object[key] = value;
	}
}

function meaningOf(spec: RunSpecInput): string | null {
	try {
		return JSON.stringify(canonical(spec));
	} catch {
		return null;
	}
}
