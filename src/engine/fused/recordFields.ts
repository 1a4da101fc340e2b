/**
 * Fields of the kernel's three records, in the order of `kernel/layout.ts`; `kernelRecords.test.ts` compares them
 * by name. A layer is written as int32, the other two as float64.
 */
export const LAYER_FIELDS = [
	'inputs',
	'outputs',
	'realOutputs',
	'weights',
	'bias',
	'weightGradient',
	'biasGradient',
	'below',
	'above',
	'deltaBelow',
	'deltaAbove',
] as const;

export const RANGE_FIELDS = [
	'parameters',
	'gradient',
	'first',
	'second',
	'count',
	'decay',
	'l1',
	'shrink',
	'threshold',
] as const;

export const RUN_FIELDS = [
	'layers',
	'layerCount',
	'ranges',
	'rangeCount',
	'activation',
	'loss',
	'optimizer',
	'X',
	'y',
	'm',
	'features',
	'batchSize',
	'chunk',
	'order',
	'inputs',
	'targets',
	'resident',
	'timesRate',
	'learningRate',
	'linearDecay',
	'momentum',
	'beta1',
	'beta2',
	'epsilon',
	'dropout',
	'inputNoise',
	'seed',
	'step',
	'steps',
	'lossSum',
	'correct',
] as const;

export type RunField = (typeof RUN_FIELDS)[number];
/** Where a field stands in the record of a run. */
export const runField = (name: RunField) => RUN_FIELDS.indexOf(name);
