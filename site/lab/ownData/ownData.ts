import { columnScales, standardize } from '../../../src/convex/standardize.ts';
import { RandomState } from '../../../src/data/randomState.ts';
import { roundTo } from '../../../src/numberFormat.ts';
import type { Loss } from '../../../src/schema/losses.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import type { LabText } from '../../text/lab/labWords.ts';
import { featuresOf, type Read, type Table, targetsOf } from './csv.ts';

/** How a reader's table becomes the data of a run. */
interface OwnChoice {
	/** Index of the target's column; null: the last one. */
	target: number | null;
	/** Share of the rows that is held out, 0 to 0.9. */
	heldOut: number;
	standardize: boolean;
}

export interface OwnData {
	/** Names of the columns, the target's among them. */
	columns: string[];
	target: number;
	classes: string[] | null;
	/** Rows to train on. */
	m: number;
	data: Extract<RunSpecInput['data'], { kind: 'inline' }>;
	/** The loss that fits, where it is not the one that the data would get by themselves. */
	loss: Loss | undefined;
}

/** Draws which rows are held out; the same table is always split the same way. */
const SEED = 1;
/** The engines compute in float32, which has seven digits and a little. */
const DIGITS = 8;
const LEAST_ROWS = 2;

/** A reader's table as inline data: shuffled, split, and standardised by the rows that train. */
export function ownData(table: Table, choice: OwnChoice, words: LabText['ownProblems']): Read<OwnData> {
	const last = table.columns.length - 1;
	const target = choice.target !== null && choice.target <= last ? choice.target : last;
	const features = featuresOf(table, target, words);
	const targets = targetsOf(table, target, words);
	if (!features.ok || !targets.ok) {
		const problems = [features, targets].flatMap((part) => (part.ok ? [] : part.problems));
		return { ok: false, problems: problems.sort((a, b) => a.row - b.row) };
	}
	const { y, classes } = targets.value;
	const order = new RandomState(SEED).permutation(y.length);
	const m = Math.round(y.length * (1 - choice.heldOut));
	if (m < LEAST_ROWS) return { ok: false, problems: [{ row: 0, column: '', message: words.tooFewRows }] };
	const rows = (indices: number[]) => ({
		X: indices.map((i) => features.value[i] ?? []),
		y: indices.map((i) => y[i] ?? 0),
	});
	const train = rows(order.slice(0, m));
	const test = m < y.length ? rows(order.slice(m)) : null;
	const scales = columnScales(train.X);
	const scaled = (X: number[][]) =>
		choice.standardize ? standardize(X, scales).map((row) => row.map((x) => roundTo(x, DIGITS))) : X;
	return {
		ok: true,
		value: {
			columns: table.columns,
			target,
			classes,
			m,
			data: {
				kind: 'inline',
				X: scaled(train.X),
				y: train.y,
				test: test && { X: scaled(test.X), y: test.y },
			},
			loss: lossOf(classes, y),
		},
	};
}

/** Amounts that happen to be whole numbers would pass for classes. */
function lossOf(classes: string[] | null, y: readonly number[]): Loss | undefined {
	if (classes !== null) return classes.length > 2 ? 'softmax-cross-entropy' : undefined;
	return y.every((value) => Number.isInteger(value) && value >= 0) ? 'half-squared-error' : undefined;
}
