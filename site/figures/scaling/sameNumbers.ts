import type { Run } from '../../../src/schema/run.ts';

/** Precomputed files hold six digits. */
const RELATIVE = 1e-5;
/** Below this a number counts as zero: a penalty of 1e-24 is nothing. */
const ABSOLUTE = 1e-9;

/** Whether a live result has the id of the precomputed one and ends at the same numbers. */
export function sameNumbers(live: Pick<Run, 'id' | 'final'> | undefined, known: Pick<Run, 'id' | 'final'> | undefined) {
	if (!live || !known || live.id !== known.id) return false;
	const names = ['dataLoss', 'penalty', 'objective', 'testLoss', 'testAccuracy'] as const;
	return names.every((name) => isClose(live.final[name], known.final[name]));
}

function isClose(a: number | null, b: number | null): boolean {
	if (a === null || b === null) return a === b;
	return Math.abs(a - b) <= ABSOLUTE + RELATIVE * Math.abs(b);
}
