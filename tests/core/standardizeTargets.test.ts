import { expect, test } from 'vitest';
import { host } from '../../scripts/nodeHost.ts';
import { loadDataSet } from '../../src/data/registry.ts';
import { mean } from '../../src/statistics.ts';
import { expectClose } from './expectClose.ts';

test.each(['diabetes', 'diamonds'] as const)('the targets of %s in units of their spread', async (kind) => {
	const data = { kind, m: 300, seed: 4, standardize: true } as const;
	const plain = await loadDataSet(data, host.tables);
	const scaled = await loadDataSet({ ...data, standardizeTargets: true }, host.tables);
	const centre = mean(plain.train.y);
	const deviation = Math.sqrt(mean(plain.train.y.map((y) => (y - centre) ** 2)));
	for (const part of ['train', 'test'] as const) {
		expect(scaled[part]?.X).toEqual(plain[part]?.X);
		expectClose(scaled[part]?.y ?? [], plain[part]?.y.map((y) => (y - centre) / deviation) ?? [], 1e-9);
	}
});
