import { decayCoefficient, l1Coefficient } from '../../penalty.ts';
import { dataFacts } from '../../schema/dimensions.ts';
import type { RunSpec } from '../../schema/runSpec.ts';
import type { Optimizer } from '../../schema/training.ts';
import { schedule } from '../schedule.ts';
import type { MemoryPlan } from './memoryPlan.ts';

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

type RunField = (typeof RUN_FIELDS)[number];
export const runField = (name: RunField) => RUN_FIELDS.indexOf(name);

/** Bytes of one field: of a layer's record, and of the other two. */
export const INT32_BYTES = 4;
export const FLOAT64_BYTES = 8;

/** The kernel's numbers for names of the schema (`kernel/forward.ts`, `kernel/loss.ts`, `kernel/optimizer.ts`). */
export const ACTIVATION_NUMBERS = { linear: 0, relu: 1, tanh: 2, sigmoid: 3 } as const;
export const LOSS_NUMBERS = {
	'binary-cross-entropy': 0,
	'softmax-cross-entropy': 1,
	'half-squared-error': 2,
	'squared-error': 3,
} as const;
export const OPTIMIZER_NUMBERS = { sgd: 0, momentum: 1, nesterov: 2, adam: 3 } as const;

function optimizerNumber(optimizer: Optimizer): number {
	if (optimizer.kind === 'adam') return OPTIMIZER_NUMBERS.adam;
	if (optimizer.momentum === 0) return OPTIMIZER_NUMBERS.sgd;
	return optimizer.nesterov ? OPTIMIZER_NUMBERS.nesterov : OPTIMIZER_NUMBERS.momentum;
}

/** The run as the kernel reads it. */
export function runRecord(spec: RunSpec, plan: MemoryPlan, step: number): number[] {
	const { optimizer, penalty, regularizers, training } = spec;
	const { m, features } = dataFacts(spec.data);
	const { steps } = schedule(spec);
	const { at } = plan;
	const sgd = optimizer.kind === 'sgd' ? optimizer : null;
	const adam = optimizer.kind === 'adam' ? optimizer : null;
	const values: Record<RunField, number> = {
		layers: at.layers,
		layerCount: plan.widths.length - 1,
		ranges: at.ranges,
		rangeCount: 2,
		activation: ACTIVATION_NUMBERS[spec.network.activation],
		loss: LOSS_NUMBERS[spec.loss],
		optimizer: optimizerNumber(optimizer),
		X: at.X,
		y: at.y,
		m,
		features,
		batchSize: plan.batchRows,
		chunk: plan.chunk,
		order: plan.minibatches ? at.order : 0,
		inputs: at.inputs,
		targets: at.targets,
		resident: plan.minibatches || regularizers.inputNoise > 0 ? 0 : 1,
		timesRate: penalty.application === 'decoupled' ? 1 : 0,
		learningRate: optimizer.learningRate,
		linearDecay: training.learningRateDecay === 'linear' ? 1 : 0,
		momentum: sgd?.momentum ?? 0,
		beta1: adam?.beta1 ?? 0,
		beta2: adam?.beta2 ?? 0,
		epsilon: adam?.epsilon ?? 0,
		dropout: regularizers.dropout,
		inputNoise: regularizers.inputNoise,
		seed: regularizers.seed,
		step,
		steps,
		lossSum: 0,
		correct: 0,
	};
	return RUN_FIELDS.map((name) => values[name]);
}

/** One record a layer, one after the other. */
export function layerRecords({ widths, evenWidths, weightCount, at }: MemoryPlan): number[] {
	let weights = 0;
	let biases = weightCount;
	return widths.slice(1).flatMap((realOutputs, layer) => {
		const [inputs = 0, outputs = 0] = evenWidths.slice(layer, layer + 2);
		const values: Record<(typeof LAYER_FIELDS)[number], number> = {
			inputs,
			outputs,
			realOutputs,
			weights: at.parameters + 4 * weights,
			bias: at.parameters + 4 * biases,
			weightGradient: at.gradient + 4 * weights,
			biasGradient: at.gradient + 4 * biases,
			below: layer === 0 ? at.inputs : (at.activations[layer - 1] ?? 0),
			above: at.activations[layer] ?? 0,
			deltaBelow: layer === 0 ? 0 : (at.deltas[layer - 1] ?? 0),
			deltaAbove: at.deltas[layer] ?? 0,
		};
		weights += inputs * outputs;
		biases += outputs;
		return LAYER_FIELDS.map((name) => values[name]);
	});
}

/** The weights and the biases, with what the penalty does to each. */
export function rangeRecords(
	spec: RunSpec,
	{ at, weightCount, biasCount }: MemoryPlan,
	sizes: { m: number; batchSize: number },
): number[] {
	const { penalty } = spec;
	const d = decayCoefficient(penalty, sizes);
	const l1 = l1Coefficient(penalty, sizes);
	const coupled = penalty.application === 'loss';
	const range = (from: number, count: number, penalised: boolean) => {
		const values: Record<(typeof RANGE_FIELDS)[number], number> = {
			parameters: at.parameters + 4 * from,
			gradient: at.gradient + 4 * from,
			first: at.first + 4 * from,
			second: at.second + 4 * from,
			count,
			decay: penalised && coupled ? d : 0,
			l1: penalised && coupled ? l1 : 0,
			shrink: penalised && !coupled ? d : 0,
			threshold: penalised && !coupled ? l1 : 0,
		};
		return RANGE_FIELDS.map((name) => values[name]);
	};
	return [...range(0, weightCount, true), ...range(weightCount, biasCount, penalty.penalizeBiases)];
}
