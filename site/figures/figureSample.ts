import { moons } from '../../src/data/moons.ts';
import type { Sample } from '../../src/data/sample.ts';
import type { Run } from '../../src/schema/run.ts';

/**
 * The examples that a run of the figure learned from. The figure shows moons alone, so the browser
 * need not carry the registry of all data sets, nor the schema behind it.
 *
 * @throws RangeError for another kind of data
 */
export function figureSample({ spec: { data } }: Pick<Run, 'spec'>): Sample {
	if (data.kind !== 'moons') throw new RangeError(`the figure draws moons, not "${data.kind}"`);
	return moons(data);
}
