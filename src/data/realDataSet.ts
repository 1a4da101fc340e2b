import { at } from '../at.ts';
import { columnScales, standardize } from '../convex/standardize.ts';
import { RandomState } from './randomState.ts';
import type { RealData, RealTables } from './realTables.ts';
import type { DataSet } from './sample.ts';

/**
 * The first m rows of a seeded permutation to train on, the rest to test on. Standardising takes mean
 * and standard deviation from the training rows alone; a constant column becomes 0.
 */
export async function loadRealDataSet(data: RealData, tables: RealTables): Promise<DataSet> {
	const { X, y } = await tables.rows(data.kind);
	const order = new RandomState(data.seed).permutation(y.length);
	const rows = (indices: number[]) => ({ X: indices.map((i) => at(X, i)), y: indices.map((i) => at(y, i)) });
	const train = rows(order.slice(0, data.m));
	const test = data.m < y.length ? rows(order.slice(data.m)) : null;
	if ('standardizeTargets' in data && data.standardizeTargets) {
		const target = columnScales(train.y.map((value) => [value]));
		for (const sample of [train, test]) {
			if (sample)
				sample.y = standardize(
					sample.y.map((value) => [value]),
					target,
				).flat();
		}
	}
	if (!data.standardize) return { train, test };
	const scales = columnScales(train.X);
	return {
		train: { ...train, X: standardize(train.X, scales) },
		test: test && { ...test, X: standardize(test.X, scales) },
	};
}
