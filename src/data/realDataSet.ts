import { at } from '../at.ts';
import { columnScales, standardize } from '../convex/standardize.ts';
import type { Data } from '../schema/data.ts';
import { RandomState } from './randomState.ts';
import { realData } from './real.ts';
import type { DataSet } from './sample.ts';

type Real = Extract<Data, { standardize: boolean }>;

/**
 * The first m rows of a seeded permutation to train on, the rest to test on. Standardising takes mean
 * and standard deviation from the training rows alone; a constant column becomes 0.
 */
export function realDataSet({ kind, m, seed, standardize: scaled }: Real): DataSet {
	const { X, y } = realData(kind);
	const order = new RandomState(seed).permutation(y.length);
	const rows = (indices: number[]) => ({ X: indices.map((i) => at(X, i)), y: indices.map((i) => at(y, i)) });
	const train = rows(order.slice(0, m));
	const test = m < y.length ? rows(order.slice(m)) : null;
	if (!scaled) return { train, test };
	const scales = columnScales(train.X);
	return {
		train: { ...train, X: standardize(train.X, scales) },
		test: test && { ...test, X: standardize(test.X, scales) },
	};
}
