import type { FinalNumbers } from './run.ts';

/** The names of all numbers that are measured after the last update: a list, since the Worker has no schema of them. */
export const FINAL_MEASUREMENTS = [
	'dataLoss',
	'penalty',
	'objective',
	'testLoss',
	'trainAccuracy',
	'testAccuracy',
	'weightNorm',
	'zeroWeights',
	'validationLoss',
	'validationAccuracy',
] as const satisfies readonly (keyof FinalNumbers)[];
