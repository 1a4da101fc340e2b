/**
 * Of many cases of one kind that take seconds each, those that `npm test` tries: a part of them, the same for the same
 * `SAMPLE_SEED`. `npm run test:every` tries all.
 */
import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
	export interface ProvidedContext {
		everyCase: boolean;
	}
}

/** So many of the cases, in their order; all where there are fewer. */
export function partOf<Case>(cases: readonly Case[], count: number): Case[] {
	if (inject('everyCase') || cases.length <= count) return [...cases];
	const part = fc.shuffledSubarray([...cases.keys()], { minLength: count, maxLength: count });
	const [chosen = []] = fc.sample(part, { seed: inject('sampleSeed'), numRuns: 1 });
	return cases.filter((_, index) => chosen.includes(index));
}
