/** What the pages say of how often their intervals hold: counted on normal draws. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { COVERAGE } from '../../../site/text/sweeps/coverage.ts';
import { RandomState } from '../../../src/data/randomState.ts';
import { meanOf } from '../../../src/statistics.ts';
import { medianCoverage } from '../../../src/study/medianCoverage.ts';
import { medianOf } from '../../../src/study/medianOf.ts';

test.each([
	{ draws: 6, coverage: COVERAGE.six },
	{ draws: 16, coverage: COVERAGE.sixteen },
])('an interval over $draws normal draws holds their mean $coverage times of 100', ({ draws, coverage }) => {
	const random = new RandomState(3);
	const normal = () => Math.sqrt(-2 * Math.log(1 - random.random())) * Math.cos(2 * Math.PI * random.random());
	const repetitions = 2000;
	const held = Array.from({ length: repetitions }, () => {
		const { low = Number.NaN, high = Number.NaN } = meanOf(Array.from({ length: draws }, normal));
		return low <= 0 && 0 <= high;
	}).filter(Boolean).length;
	expect(Math.abs((100 * held) / repetitions - coverage)).toBeLessThan(1.6); // two standard errors
});

test.each([5, 7, 9])('the interval of a median of %i holds it as often as that is said of it', (count) => {
	const random = new RandomState(5);
	const repetitions = 2000;
	const held = Array.from({ length: repetitions }, () => {
		const { low = Number.NaN, high = Number.NaN } = medianOf(Array.from({ length: count }, () => random.random()));
		return low <= 0.5 && 0.5 <= high;
	}).filter(Boolean).length;
	const expected = medianCoverage(count) ?? Number.NaN;
	const error = Math.sqrt((expected * (1 - expected)) / repetitions);
	expect(Math.abs(held / repetitions - expected)).toBeLessThan(3 * error);
});

test('docs/sweeps.md says the same', async () => {
	const said = (await readFile('docs/sweeps.md', 'utf8')).replaceAll('\n', ' ');
	expect(said).toContain(
		`over 6 seeds holds the mean ${COVERAGE.six} times of 100, over 16 seeds ${COVERAGE.sixteen} times`,
	);
});
