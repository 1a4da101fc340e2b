import { expect, test } from 'vitest';
import { addressOfClaim, FIGURE_OF_CLAIM } from '../../site/article/figureOfClaim.ts';
import { EXPERIMENTS } from '../../src/experiments/registry.ts';

test('only experiments are shown by figures of the article', () => {
	const names = EXPERIMENTS.map(({ name }) => name);
	for (const name of Object.keys(FIGURE_OF_CLAIM)) expect(names).toContain(name);
});

test.each([
	['bowl', '#figure-the-bowl'],
	['capacity', '/zh/replication/#capacity'],
])('the claim of %s leads to %s', (name, address) => {
	expect(addressOfClaim(name, 'zh')).toBe(address);
});
