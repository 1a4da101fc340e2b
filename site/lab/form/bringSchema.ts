import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { whenIdle } from '../../elements/whenIdle.ts';
import { canCheck } from './checkSpec.ts';

/** Most milliseconds that a piece waits for a moment without anything to do. */
const PATIENCE_MS = 2000;

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
	if (!specs.every(canCheck)) await import('./specReader.ts');
}

/** Evaluates the schema while nobody needs it, a piece at a time: all of it at once would keep a phone busy too long. */
export async function schemaInPieces(signal: AbortSignal): Promise<void> {
	for (const piece of PIECES) {
		await new Promise<void>((resume) => whenIdle(resume, PATIENCE_MS));
		if (signal.aborted) return;
		await piece();
	}
}
