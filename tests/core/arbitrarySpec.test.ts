import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELD_TEXT } from '../../site/text/lab/fieldText.ts';
import { validSpec } from './arbitrarySpec.ts';

/** Random specs leave these at their defaults; a new field is drawn in `arbitrarySpec.ts`, or named here. */
const LEFT_OUT: readonly string[] = [
	'data.X',
	'data.columns',
	'data.hidden',
	'data.standardizeTargets',
	'data.teacherStandardDeviation',
	'data.test.X',
	'data.test.y',
	'data.validation',
	'data.y',
	'init.W',
	'init.b',
	'loss',
	'output.boundary',
	'output.boundary.resolution',
	'output.weights',
	'penalty.l1Ratio',
	'regularizers.earlyStopping',
	'regularizers.earlyStopping.patience',
	'regularizers.seed',
	'training.batches',
	'training.shuffleSeed',
];

test('random specs draw every field of a RunSpec but those that are named here', () => {
	const drawn = new Set(fc.sample(validSpec, 500).flatMap((spec) => pathsIn(spec)));
	expect(
		Object.keys(FIELD_TEXT)
			.filter((path) => !drawn.has(path))
			.sort(),
	).toEqual([...LEFT_OUT].sort());
});

/** Paths of all members of an object, and of those inside of them: `penalty`, `penalty.lambda`. */
const pathsIn = (value: unknown): string[] =>
	typeof value !== 'object' || value === null || Array.isArray(value)
		? []
		: Object.entries(value).flatMap(([key, inner]) => [key, ...pathsIn(inner).map((path) => `${key}.${path}`)]);
