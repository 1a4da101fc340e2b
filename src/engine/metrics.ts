import { at } from '../at.ts';
import type { Sample } from '../data/sample.ts';
import { BOUNDS } from '../schema/bounds.ts';
import { isSquaredError, type Loss } from '../schema/losses.ts';
import type { Metrics } from '../schema/run.ts';
import { readOutputs } from './readOutputs.ts';

/** The samples of a run; no rows where nothing is held out to test on. */
interface Samples {
	train: Sample;
	test: Sample | null;
}

/**
 * What a run is judged by beside its losses, of its training and of its test rows:
 *
 *     R² = 1 − Σ(y − ŷ)² / Σ(y − ȳ)²,   RMSE = √(Σ(y − ŷ)² / n),   MAE = Σ|y − ŷ| / n
 *
 * for a regression, in the units that it trains in; for classes how often class i (row) was taken for class j (column).
 *
 * @param outputs of the network at rows, [rows][units] (`Trainer.outputs`)
 */
export function measureOutcome(
	loss: Loss,
	units: number,
	{ train, test }: Samples,
	outputs: (rows: number[][]) => Float32Array,
): Metrics {
	const read = ({ X }: Sample) => readOutputs(loss, outputs(X), units);
	if (!isSquaredError(loss)) {
		const classes = Math.max(2, units);
		if (classes > BOUNDS.confusedClasses) return {};
		const count = (sample: Sample) => countPairs(sample.y, read(sample).class ?? [], classes);
		return { confusion: { train: count(train), test: test && count(test) } };
	}
	const errors = (sample: Sample) => measureErrors(sample.y, read(sample).prediction as (number | null)[]); // one unit
	const [trained, tested] = [errors(train), test && errors(test)];
	const both = (name: keyof Errors) => ({ train: trained[name], test: tested?.[name] ?? null });
	return { r2: both('r2'), rmse: both('rmse'), mae: both('mae') };
}

interface Errors {
	r2: number | null;
	rmse: number | null;
	mae: number | null;
}

/** @param y as float32 has them, since training sees no others */
function measureErrors(y: readonly number[], predicted: readonly (number | null)[]): Errors {
	const targets = y.map(Math.fround);
	const errors = targets.map((target, i) => target - (predicted[i] ?? Number.NaN));
	const squares = sum(errors.map((error) => error ** 2));
	const mean = sum(targets) / targets.length;
	const spread = sum(targets.map((target) => (target - mean) ** 2));
	return {
		r2: finite(1 - squares / spread),
		rmse: finite(Math.sqrt(squares / targets.length)),
		mae: finite(sum(errors.map(Math.abs)) / targets.length),
	};
}

/** [classes][classes]: examples of class i that were taken for class j. */
function countPairs(y: readonly number[], predicted: readonly (number | null)[], classes: number): number[][] {
	const counts = Array.from({ length: classes }, () => Array<number>(classes).fill(0));
	for (const [i, own] of y.entries()) {
		const taken = predicted[i];
		const row = at(counts, own);
		if (taken !== null && taken !== undefined) row[taken] = at(row, taken) + 1;
	}
	return counts;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const finite = (value: number) => (Number.isFinite(value) ? value : null);
