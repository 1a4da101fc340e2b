import { at } from '../at.ts';
import { type ColumnScale, columnScales, standardize } from '../convex/standardize.ts';
import { RandomState } from './randomState.ts';
import type { RealData, RealTables } from './realTables.ts';
import type { DataSet, Sample } from './sample.ts';

/**
 * The first m rows of a seeded permutation to train on, the rest to test on. Standardising takes mean
 * and standard deviation from the training rows alone; a constant column becomes 0.
 */
export async function loadRealDataSet(data: RealData, tables: RealTables): Promise<DataSet> {
	const { train, test } = await drawRows(data, tables);
	const scales = scalesOf(data, train);
	return { train: applyScales(train, scales), test: test && applyScales(test, scales) };
}

/** What the columns and the targets of a run's data are moved and divided by; null where they are left as they are. */
interface DataScales {
	inputs: ColumnScale[] | null;
	target: ColumnScale | null;
}

/** The training rows of a spec as the table has them, and the scales that they and all others are standardised with. */
export async function loadTrainingRows(data: RealData, tables: RealTables): Promise<Sample & { scales: DataScales }> {
	const { train } = await drawRows(data, tables);
	return { ...train, scales: scalesOf(data, train) };
}

/** The first m rows of the permutation and the others, as the table has them. */
async function drawRows(data: RealData, tables: RealTables): Promise<DataSet> {
	const { X, y } = await tables.rows(data.kind);
	const order = new RandomState(data.seed).permutation(y.length);
	const rows = (indices: number[]) => ({ X: indices.map((i) => at(X, i)), y: indices.map((i) => at(y, i)) });
	return { train: rows(order.slice(0, data.m)), test: data.m < y.length ? rows(order.slice(data.m)) : null };
}

const scalesOf = (data: RealData, train: Sample): DataScales => ({
	inputs: data.standardize ? columnScales(train.X) : null,
	target:
		'standardizeTargets' in data && data.standardizeTargets
			? at(columnScales(train.y.map((value) => [value])), 0)
			: null,
});

const applyScales = ({ X, y }: Sample, { inputs, target }: DataScales): Sample => ({
	X: inputs ? standardize(X, inputs) : X,
	y: target
		? standardize(
				y.map((value) => [value]),
				[target],
			).flat()
		: y,
});
