/**
 * What property tests sample: the same values in every run of the tests, others with `npm run properties`. `seed` in
 * `fc.assert` is for a test that must not change with it.
 */
import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
	export interface ProvidedContext {
		sampleSeed: number;
	}
}

fc.configureGlobal({ seed: inject('sampleSeed') });
