import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { whenIdle } from '../../elements/whenIdle.ts';
import { whenRead } from '../../elements/whenRead.ts';
import { canCheck } from './checkSpec.ts';

/** Most milliseconds that a piece waits for a moment without anything to do. */
const PATIENCE_MS = 2000;
/** So long a page that nobody touches does without the schema. */
const UNREAD_MS = 10_000;

/** What the schema is made of, each after what it imports. */
const PIECES: readonly (() => Promise<unknown>)[] = [
	() => import('../../../src/schema/kind.ts'), // and zod
	() => import('../../../src/schema/objective.ts'),
	() => import('../../../src/schema/network.ts'),
	() => import('../../../src/schema/training.ts'),
	() => import('../../../src/schema/data.ts'),
	() => import('./specReader.ts'),
];

/** Has the schema, if one of these specs needs it. Settles once `checkSpec` can answer for all of them. */
export async function readyToCheck(specs: readonly RunSpecInput[]): Promise<void> {
	if (!specs.every(canCheck)) await schemaNow();
}

/** Has the schema. Settles once `checkSpec` can answer for every spec. */
export const schemaNow = (): Promise<unknown> => import('./specReader.ts');

/**
 * Evaluates the schema before anybody needs it, a piece at a time, since all of it at once would keep a phone busy too
 * long: from the first sign that somebody reads, which comes before a first change.
 */
export async function schemaInPieces(signal: AbortSignal): Promise<void> {
	await new Promise<void>((resume) => whenRead(resume, signal, UNREAD_MS));
	for (const piece of PIECES) {
		await new Promise<void>((resume) => whenIdle(resume, PATIENCE_MS));
		if (signal.aborted) return;
		await piece();
	}
}
