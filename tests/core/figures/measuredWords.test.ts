import { expect, test } from 'vitest';
import { formatWhole } from '../../../site/figures/experiment/measuredWords.ts';

test.each([
	[{ value: 0.31, low: 0.26, high: 0.37 }, '0.31 [0.26 – 0.37]'],
	[{ value: 0.31 }, '0.31'],
	[{ value: 0, low: 0, high: 0 }, '0'],
	[{ value: 1, low: 0.3, high: 1 }, '1 [0.3 – 1]'],
])('%j is told as %s', (estimate, said) => {
	expect(formatWhole(estimate, 'en')).toBe(said);
});
