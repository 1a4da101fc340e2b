import { expect, test } from 'vitest';
import { FINAL_MEASUREMENTS } from '../../../src/schema/finalMeasurements.ts';
import { finalNumbersSchema } from '../../../src/schema/run.ts';

test('the columns of a sweep’s results are the numbers that a run ends with', () => {
	expect(FINAL_MEASUREMENTS).toEqual(finalNumbersSchema.keyof().options);
});
