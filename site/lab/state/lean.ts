import { canonical } from '../../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { copiesOf, uncopied, withCopies } from './copies.ts';

type Json = { [key: string]: unknown };

/** Rows of a reader's own beyond which looking at every field would take longer than a keystroke may. */
const MANY_ROWS = 500;

/** What was found; specs are never changed. */
const known = new WeakMap<RunSpecInput, RunSpecInput>();

/** The shortest spec that means the same: without every field that has its default. One that is not valid stays as it is. */
export function lean(spec: RunSpecInput): RunSpecInput {
	const steps = leaning(spec);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

/** The same, with a pause after each field, since all of them together take longer than a page may keep its reader waiting. */
export async function leanInPieces(spec: RunSpecInput, pause: () => Promise<void>): Promise<RunSpecInput> {
	const steps = leaning(spec);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
		await pause();
	}
}

function* leaning(spec: RunSpecInput): Generator<undefined, RunSpecInput, undefined> {
	const once = uncopied(spec);
	if (once !== spec) return withCopies(yield* leaning(once), copiesOf(spec));
	if (spec.data?.kind === 'inline' && spec.data.X?.length > MANY_ROWS) return spec;
	const before = known.get(spec);
	if (before) return before;
	const meaning = meaningOf(spec);
	if (meaning === null) return spec;
	const short = structuredClone(spec);
	yield* prune(short as Json, () => meaningOf(short) === meaning);
	known.set(spec, short);
	return short;
}

/** Takes each key away in turn, and puts back those without which the whole is another; of these, what is within. */
function* prune(object: Json, isSame: () => boolean): Generator<undefined, void, undefined> {
	for (const [key, value] of Object.entries(object)) {
		delete object[key];
		const isNeedless = isSame();
		yield;
		if (isNeedless) continue;
		object[key] = value;
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) yield* prune(value as Json, isSame);
	}
}

function meaningOf(spec: RunSpecInput): string | null {
	try {
		return JSON.stringify(canonical(spec));
	} catch {
		return null;
	}
}
