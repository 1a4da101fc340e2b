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

/** Of samples of a property that take long, one of so many is drawn. */
const SAMPLES_SHARE = 1 / 4;

/** So many of the cases, in their order; all where there are fewer. By another `draw` it is another part of the same cases. */
export function partOf<Case>(cases: readonly Case[], count: number, draw = 0): Case[] {
	if (inject('everyCase') || cases.length <= count) return [...cases];
	const part = fc.shuffledSubarray([...cases.keys()], { minLength: count, maxLength: count });
	const [chosen = []] = fc.sample(part, { seed: inject('sampleSeed') + draw, numRuns: 1 });
	return cases.filter((_, index) => chosen.includes(index));
}

/** How many of so many samples of a property are drawn. */
export function partOfSamples(count: number): number {
	return inject('everyCase') ? count : Math.ceil(count * SAMPLES_SHARE);
}
