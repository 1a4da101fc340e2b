import type { ResolvedSpec } from '../engine/resolve.ts';
import { l1Share } from '../penalty.ts';
import type { RunSpec } from '../schema/runSpec.ts';

export const EXPORT_TARGETS = ['pytorch', 'keras', 'scikit-learn'] as const;
export type ExportTarget = (typeof EXPORT_TARGETS)[number];

/** A field that a library cannot express, and why. */
export interface Refusal {
	path: string;
	message: string;
}

/** Numbers that a program may hold as literals: about a megabyte of source. */
const MOST_NUMBERS = 100_000;

interface Reason {
	path: string;
	targets: readonly ExportTarget[];
	when(spec: RunSpec, resolved: ResolvedSpec): boolean;
	message: string;
}

const penalised = ({ penalty }: RunSpec) => penalty.lambda > 0;
const ALL = EXPORT_TARGETS;

const REASONS: readonly Reason[] = [
	{
		path: 'regularizers.dropout',
		targets: ALL,
		when: ({ regularizers }) => regularizers.dropout > 0,
		message:
			'draws its masks from a generator of this project’s own: another library would drop other units, and the run would be another one',
	},
	{
		path: 'regularizers.inputNoise',
		targets: ALL,
		when: ({ regularizers }) => regularizers.inputNoise > 0,
		message: 'draws its noise from a generator of this project’s own: another library would draw other noise',
	},
	{
		path: 'data',
		targets: ALL,
		when: (_, resolved) => countNumbers(resolved) > MOST_NUMBERS,
		message: `holds more than ${MOST_NUMBERS} numbers, too many to write into a program: choose a smaller m or a smaller held-out sample`,
	},
	{
		path: 'network',
		targets: ALL,
		when: (_, { derived }) => derived.parameters > MOST_NUMBERS,
		message: `has more than ${MOST_NUMBERS} weights and biases, too many to write down where they begin: choose a smaller one`,
	},
	{
		path: 'training.batches',
		targets: ALL,
		when: ({ training }) => 'batches' in training && training.batches.flat().length > MOST_NUMBERS,
		message: `names more than ${MOST_NUMBERS} rows, too many to write into a program: choose fewer steps`,
	},
	{
		path: 'regularizers.earlyStopping',
		targets: ['keras', 'scikit-learn'],
		when: ({ regularizers }) => regularizers.earlyStopping !== null,
		message: 'the library’s own rule for stopping is another one, and would end the run at another epoch',
	},
	{
		path: 'penalty.application',
		targets: ['keras', 'scikit-learn'],
		when: (spec) => penalised(spec) && spec.penalty.application !== 'loss' && l1Share(spec.penalty) > 0,
		message: 'the library has no proximal step for L1',
	},
	{
		path: 'training.learningRateDecay',
		targets: ['keras'],
		when: ({ optimizer, training }) =>
			training.learningRateDecay === 'linear' && optimizer.kind === 'sgd' && optimizer.momentum > 0,
		message:
			'Keras keeps the learning rate inside its velocity, so that a falling rate gives other steps beside momentum',
	},
	{
		path: 'penalty.application',
		targets: ['keras'],
		when: (spec) =>
			penalised(spec) && spec.penalty.application === 'decoupled-raw' && spec.training.learningRateDecay === 'linear',
		message: 'Keras multiplies every decay by the learning rate, which falls here',
	},
	{
		path: 'training.learningRateDecay',
		targets: ['scikit-learn'],
		when: ({ training }) => training.learningRateDecay === 'linear',
		message: 'MLPClassifier and MLPRegressor have no linear schedule',
	},
	{
		path: 'loss',
		targets: ['scikit-learn'],
		when: ({ loss }) => loss === 'squared-error',
		message: 'MLPRegressor minimizes half the squared error: use "half-squared-error" with half the λ',
	},
	{
		path: 'loss',
		targets: ['scikit-learn'],
		when: ({ loss }, { facts }) => loss === 'softmax-cross-entropy' && facts.classes === 2,
		message: 'MLPClassifier has one logistic output for two classes: use "binary-cross-entropy"',
	},
	{
		path: 'penalty.norm',
		targets: ['scikit-learn'],
		when: (spec) => penalised(spec) && spec.penalty.norm !== 'l2',
		message: 'MLPClassifier and MLPRegressor know L2 only',
	},
	{
		path: 'penalty.application',
		targets: ['scikit-learn'],
		when: (spec) => penalised(spec) && spec.penalty.norm === 'l2' && spec.penalty.application !== 'loss',
		message: 'MLPClassifier and MLPRegressor add their penalty to the loss, and have no decay beside the step',
	},
	{
		path: 'penalty.penalizeBiases',
		targets: ['scikit-learn'],
		when: (spec) => penalised(spec) && spec.penalty.penalizeBiases,
		message: 'MLPClassifier and MLPRegressor leave biases unpenalized',
	},
	{
		path: 'training',
		targets: ['scikit-learn'],
		when: (spec, resolved) => penalised(spec) && hasUnequalBatches(resolved),
		message:
			'scikit-learn divides alpha by the length of each batch, and these differ: choose a batch size that divides m',
	},
];

/** Everything of a spec that a library cannot express; none when it can be exported. */
export function refusals(resolved: ResolvedSpec, target: ExportTarget): Refusal[] {
	return REASONS.filter(({ targets, when }) => targets.includes(target) && when(resolved.spec, resolved)).map(
		({ path, message }) => ({ path, message }),
	);
}

/** Numbers of the data in the program; held-out rows are written down only where early stopping looks at them. */
function countNumbers({ spec, facts: { m, heldOutRows, features } }: ResolvedSpec): number {
	const heldOut = spec.regularizers.earlyStopping === null ? 0 : heldOutRows;
	return (m + heldOut) * (features + 1);
}

function hasUnequalBatches({ spec, sizes: { m, batchSize } }: ResolvedSpec): boolean {
	if ('batches' in spec.training) return spec.training.batches.some((rows) => rows.length !== batchSize);
	return m % batchSize !== 0;
}
