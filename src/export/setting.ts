import type { DataSet, Sample } from '../data/sample.ts';
import { initialWeights } from '../engine/initialWeights.ts';
import type { ResolvedSpec } from '../engine/resolve.ts';
import { isFullBatch } from '../engine/schedule.ts';
import { formatForCode } from '../numberFormat.ts';
import { l1Coefficient } from '../penalty.ts';
import type { Weights } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { lines, list, number } from './python.ts';

/** What every export writes down: the run in numbers. */
export interface Setting {
	spec: RunSpec;
	train: Sample;
	/** What early stopping watches: the held-out examples that validate, or all of them. */
	heldOut: Sample | null;
	widths: readonly number[];
	initial: Weights;
	epochs: number;
	batchSize: number;
	steps: number;
	/** d and c·ρ (`penalty.ts`). */
	decay: number;
	l1: number;
	isFullBatch: boolean;
	batches: readonly (readonly number[])[] | null;
}

/** @param data that the spec names */
export function settingOf(resolved: ResolvedSpec, { train, test }: DataSet): Setting {
	const { spec, widths, schedule, sizes, derived, facts } = resolved;
	const watched = facts.validationRows || facts.heldOutRows;
	const { epochs, batchSize, steps } = schedule;
	return {
		spec,
		train,
		heldOut: test && { X: test.X.slice(0, watched), y: test.y.slice(0, watched) },
		widths,
		initial: initialWeights(resolved),
		epochs,
		batchSize,
		steps,
		decay: derived.decayCoefficient,
		l1: l1Coefficient(spec.penalty, sizes),
		isFullBatch: isFullBatch(spec.training),
		batches: 'batches' in spec.training ? spec.training.batches : null,
	};
}

/** The docstring of a program: what it trains, in words. */
export function heading({ spec, train, widths }: Setting, library: string): string {
	const { penalty, optimizer } = spec;
	const strength =
		penalty.lambda === 0
			? 'none'
			: `${penalty.norm}, lambda = ${number(penalty.lambda)}, ${penalty.scaling} (${penalty.application})`;
	return `"""A run of lambda-over-2m in ${library}: ${widths.join('-')} on ${train.y.length} examples of "${spec.data.kind}".

${optimizer.kind}, learning rate ${number(optimizer.learningRate)}; penalty: ${strength}.
Prints its losses as JSON: {"epoch": [...], "dataLoss": [...], "objective": [...]}.
"""`;
}

/** Data and initial weights as NumPy arrays; `dtype` of the targets follows the loss. */
export function arrays({ spec, train, heldOut, initial, batches }: Setting): string {
	const targets = spec.loss === 'softmax-cross-entropy' ? 'np.int64' : 'np.float32';
	const sample = (X: string, y: string, of: Sample) =>
		`${X} = np.array(${list(of.X)}, dtype=np.float32)\n${y} = np.array(${list(of.y)}, dtype=${targets})`;
	return [
		sample('X', 'y', train),
		...(heldOut && spec.regularizers.earlyStopping ? [sample('X_test', 'y_test', heldOut)] : []),
		`# Initial weights, one matrix [out][in] and one bias a layer\nW = [\n${initial.W.map((layer) => `    np.array(${list(layer, '    ')}, dtype=np.float32),`).join('\n')}\n]`,
		`b = [\n${initial.b.map((layer) => `    np.array(${list(layer, '    ')}, dtype=np.float32),`).join('\n')}\n]`,
		...(batches ? [`# The rows of every step\nbatches = ${list(batches)}`] : []),
	].join('\n\n');
}

/**
 * Where the Adam of a library differs: with ε added before the bias correction (Kingma & Ba 2015, the end of section
 * 2), its step is η·m̂/(√v̂ + ε/√(1 − β₂ᵗ)); PyTorch's and this project's is η·m̂/(√v̂ + ε).
 */
export function epsilonNote({ spec: { optimizer } }: Setting, library: string): string | false {
	if (optimizer.kind !== 'adam') return false;
	const first = 1 / Math.sqrt(1 - optimizer.beta2);
	return lines(
		`# ${library} adds epsilon to sqrt(v) before it corrects for bias, the run adds it after:`,
		`# here epsilon counts 1 / sqrt(1 - beta_2**t) times, ${formatForCode(first, 3)} times in step 1 and once after many`,
	);
}

/** The loop over epochs and batches; `step` trains on `rows`, `record` notes the losses. */
export function loop({ spec, epochs, batchSize, isFullBatch, batches }: Setting, stop = false): string {
	const { training } = spec;
	const every = training.recordEvery;
	const head = [
		...(isFullBatch || batches
			? []
			: [`shuffle = np.random.RandomState(${'shuffleSeed' in training ? training.shuffleSeed : 0})`]),
		`for epoch in range(${epochs}):`,
		every === 1 ? '    record(epoch)' : `    if epoch % ${every} == 0:\n        record(epoch)`,
		...(stop
			? ['        if stopped_early(epoch):\n            break'.replace(/^ {4}/gm, every === 1 ? '' : '    ')]
			: []),
	];
	const body = batches
		? ['    step(batches[epoch])']
		: isFullBatch
			? ['    step(np.arange(len(y)))']
			: [
					'    order = np.arange(len(y))',
					'    shuffle.shuffle(order)',
					`    for start in range(0, len(y), ${batchSize}):`,
					`        step(order[start:start + ${batchSize}])`,
				];
	const tail = stop ? ['else:', `    record(${epochs})`] : [`record(${epochs})`];
	return [...head, ...body, ...tail, '', 'print(json.dumps(trace))'].join('\n');
}

/** The head of `record` where arrays are picked by row numbers. */
export const recordHead = ({ batches }: Setting): string =>
	[
		'trace = {"epoch": [], "dataLoss": [], "objective": []}',
		'',
		'',
		'def record(epoch):',
		batches
			? '    rows = batches[epoch] if epoch < len(batches) else np.arange(len(y))'
			: '    rows = np.arange(len(y))',
	].join('\n');
