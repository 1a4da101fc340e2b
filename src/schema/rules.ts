import { at } from '../at.ts';
import { formatGiven } from '../numberFormat.ts';
import { BOUNDS } from './bounds.ts';
import type { Data } from './data.ts';
import { type DataFacts, layerWidths } from './dimensions.ts';
import { isSquaredError } from './losses.ts';
import { REAL_DATA } from './realData.ts';
import type { SpecFields } from './specFields.ts';
import { arePlusMinusOne } from './unstatedLoss.ts';

interface Violation {
	path: (string | number)[];
	message: string;
}
/** @param facts of the spec's data */
type Rule = (spec: SpecFields, facts: DataFacts) => Iterable<Violation>;

/**
 * Rules between fields: each refuses a combination that makes no sense, with its reason.
 * A setting that would have no effect is refused too, so that nothing is silently ignored.
 */
const rules: readonly Rule[] = [
	inlineShapes,
	lossFitsTargets,
	explicitInitShapes,
	rowsExist,
	settingsTakeEffect,
	validationLeavesTests,
	heldOutNeeded,
	boundaryNeedsThePlane,
	equalBatchesForOver2b,
];

/**
 * Violations of the rules between fields, in the order of the fields.
 *
 * @param facts of the spec's data
 */
export function checkTogether(spec: SpecFields, facts: DataFacts): Violation[] {
	for (const rule of rules) {
		const violations = [...rule(spec, facts)];
		// A later rule may rest on the shapes that an earlier one checks.
		if (violations.length > 0) return violations;
	}
	return [];
}

function* inlineShapes({ data }: SpecFields): Iterable<Violation> {
	if (data.kind !== 'inline') return;
	const features = at(data.X, 0).length;
	const { columns } = data;
	if (columns && (columns.length !== features || new Set(columns).size !== features)) {
		const given = `has ${new Set(columns).size} different name(s)`;
		yield { path: ['data', 'columns'], message: `${given} for ${features} columns of X: one each, or leave it out` };
	}
	const samples = [{ path: ['data'], ...data }, ...(data.test ? [{ path: ['data', 'test'], ...data.test }] : [])];
	for (const { path, X, y } of samples) {
		if (y.length !== X.length) {
			yield { path: [...path, 'y'], message: `has ${y.length} targets for ${X.length} rows of X: one target a row` };
		}
		const odd = X.findIndex((row) => row.length !== features);
		if (odd >= 0) {
			yield {
				path: [...path, 'X', odd],
				message: `has ${X[odd]?.length} features, the first training row has ${features}: every row needs as many`,
			};
		}
	}
}

function* lossFitsTargets({ data, loss }: SpecFields, { targets, classes }: DataFacts): Iterable<Violation> {
	const refuse = (reason: string): Violation => ({ path: ['loss'], message: `"${loss}" ${reason}` });
	if (loss === 'binary-cross-entropy' && targets !== 'binary') {
		const remedy = data.kind === 'inline' && arePlusMinusOne(data.y) ? ', -1 and 1: send 0 for -1' : '';
		yield refuse(`needs targets 0 or 1, and data "${data.kind}" has ${describe(targets)}${remedy}`);
	}
	if (loss === 'softmax-cross-entropy' && targets === 'real') {
		yield refuse(`needs class numbers 0, 1, 2 …, and data "${data.kind}" has real targets`);
	}
	if (loss === 'softmax-cross-entropy' && classes !== null && classes > BOUNDS.classes) {
		yield refuse(`allows ${BOUNDS.classes} classes, and the largest class number is ${classes - 1}`);
	}
	const names = NAMES[data.kind];
	if (isSquaredError(loss) && names) {
		yield refuse(`measures distances, and ${names} are names: use "softmax-cross-entropy"`);
	}
}

/** What the classes of a measured data set are, where there are more than two. */
const NAMES: Partial<Record<Data['kind'], string>> = {
	digits: 'the ten digits',
	mnist: 'the ten digits',
	wine: 'the three cultivars',
};

const describe = (targets: string) => (targets === 'classes' ? 'class numbers' : 'real targets');

function* explicitInitShapes(spec: SpecFields, facts: DataFacts): Iterable<Violation> {
	const { init } = spec;
	if (init.kind !== 'explicit') return;
	const widths = layerWidths(spec, facts);
	const layers = widths.length - 1;
	for (const name of ['W', 'b'] as const) {
		if (init[name].length !== layers) {
			yield { path: ['init', name], message: `has ${init[name].length} layers, the network has ${layers}` };
		}
	}
	for (let layer = 0; layer < layers; layer++) {
		const [inputs, outputs] = [at(widths, layer), at(widths, layer + 1)];
		const W = init.W[layer];
		if (W && (W.length !== outputs || W.some((row) => row.length !== inputs))) {
			yield { path: ['init', 'W', layer], message: `must be [${outputs}][${inputs}], that is [out][in]` };
		}
		const b = init.b[layer];
		if (b && b.length !== outputs) {
			yield { path: ['init', 'b', layer], message: `must hold ${outputs} numbers, one a unit` };
		}
	}
}

function* rowsExist({ training }: SpecFields, { m }: DataFacts): Iterable<Violation> {
	if ('batches' in training) {
		for (const [step, rows] of training.batches.entries()) {
			const missing = rows.find((row) => row >= m);
			if (missing !== undefined) {
				yield {
					path: ['training', 'batches', step],
					message: `names row ${formatGiven(missing)}; the ${formatGiven(m)} rows are 0 to ${formatGiven(m - 1)}`,
				};
				return;
			}
		}
	} else if (training.batchSize !== 'full' && training.batchSize > m) {
		yield {
			path: ['training', 'batchSize'],
			message: `${formatGiven(training.batchSize)} is more than the ${formatGiven(m)} training examples: at most ${formatGiven(m)}, or "full"`,
		};
	}
}

function* settingsTakeEffect({ network, optimizer, penalty, training, regularizers }: SpecFields): Iterable<Violation> {
	if (optimizer.kind === 'sgd' && optimizer.nesterov && optimizer.momentum === 0) {
		yield { path: ['optimizer', 'nesterov'], message: 'needs a momentum above 0' };
	}
	if (penalty.norm !== 'elastic' && penalty.l1Ratio !== 0.5) {
		yield {
			path: ['penalty', 'l1Ratio'],
			message: `${penalty.l1Ratio} has no effect under norm "${penalty.norm}": use norm "elastic", or leave it out`,
		};
	}
	if ('batchSize' in training && training.batchSize === 'full' && training.shuffleSeed !== 0) {
		yield {
			path: ['training', 'shuffleSeed'],
			message: 'has no effect with batchSize "full", which keeps the order of the rows: leave it out',
		};
	}
	if (regularizers.dropout > 0 && network.hidden.length === 0) {
		yield { path: ['regularizers', 'dropout'], message: 'drops hidden units, and the network has no hidden layer' };
	}
	if (regularizers.seed !== 0 && regularizers.dropout === 0 && regularizers.inputNoise === 0) {
		yield { path: ['regularizers', 'seed'], message: 'has no effect without dropout or inputNoise: leave it out' };
	}
}

function* validationLeavesTests({ data }: SpecFields, { heldOutRows, validationRows }: DataFacts): Iterable<Violation> {
	if (validationRows === 0 || validationRows < heldOutRows) return;
	const most = heldOutRows > 1 ? `at most ${heldOutRows - 1}` : 'leave it out';
	yield {
		path: ['data', 'validation'],
		message: `${data.validation} leaves nothing of the ${heldOutRows} held-out examples to test on: ${most}`,
	};
}

function* heldOutNeeded({ data, regularizers }: SpecFields, { heldOutRows }: DataFacts): Iterable<Violation> {
	if (regularizers.earlyStopping === null || heldOutRows > 0) return;
	const remedy = data.kind in REAL_DATA ? 'choose an m below the number of rows' : 'give data.test';
	yield {
		path: ['regularizers', 'earlyStopping'],
		message: `watches the held-out loss, and there are no held-out examples: ${remedy}`,
	};
}

function* boundaryNeedsThePlane({ data, loss, output }: SpecFields, { features }: DataFacts): Iterable<Violation> {
	if (output.boundary === null) return;
	if (features !== 2) {
		yield {
			path: ['output', 'boundary'],
			message: `is drawn over two features, and data "${data.kind}" has ${features}`,
		};
	} else if (loss !== 'binary-cross-entropy') {
		yield {
			path: ['output', 'boundary'],
			message: `is the probability of class 1 under "binary-cross-entropy", and loss is "${loss}"`,
		};
	}
}

function* equalBatchesForOver2b({ penalty, training }: SpecFields): Iterable<Violation> {
	if (penalty.scaling !== 'over-2b' || !('batches' in training)) return;
	const batchSize = training.batches[0]?.length;
	const odd = training.batches.findIndex((rows) => rows.length !== batchSize);
	if (odd > 0) {
		yield {
			path: ['training', 'batches', odd],
			message: `has another length than the first batch (${batchSize}), and scaling "over-2b" divides by one batch size`,
		};
	}
}
