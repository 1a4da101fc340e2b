import { at } from '../../at.ts';
import { decayCoefficient, l1Coefficient } from '../../penalty.ts';
import type { Optimizer } from '../../schema/training.ts';
import { FLOAT32_BYTES } from '../byteSizes.ts';
import { layerSizes } from '../layerSizes.ts';
import type { ResolvedSpec } from '../resolve.ts';
import type { MemoryPlan } from './memoryPlan.ts';
import { LAYER_FIELDS, RANGE_FIELDS, RUN_FIELDS, type RunField } from './recordFields.ts';

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

/**
 * The run as the kernel reads it.
 *
 * @param step updates done before
 */
export function runRecord({ spec, facts, schedule }: ResolvedSpec, plan: MemoryPlan, step: number): number[] {
	const { optimizer, penalty, regularizers, training } = spec;
	const { addresses } = plan;
	const sgd = optimizer.kind === 'sgd' ? optimizer : null;
	const adam = optimizer.kind === 'adam' ? optimizer : null;
	const values: Record<RunField, number> = {
		layers: addresses.layers,
		layerCount: plan.widths.length - 1,
		ranges: addresses.ranges,
		rangeCount: 2,
		activation: ACTIVATION_NUMBERS[spec.network.activation],
		loss: LOSS_NUMBERS[spec.loss],
		optimizer: optimizerNumber(optimizer),
		X: addresses.X,
		y: addresses.y,
		m: facts.m,
		features: facts.features,
		batchSize: plan.batchRows,
		chunk: plan.chunk,
		order: plan.usesMinibatches ? addresses.order : 0,
		inputs: addresses.inputs,
		targets: addresses.targets,
		resident: plan.usesMinibatches || regularizers.inputNoise > 0 ? 0 : 1,
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
		steps: schedule.steps,
		lossSum: 0,
		correct: 0,
	};
	return RUN_FIELDS.map((name) => values[name]);
}

/** One record a layer, one after the other. */
export function layerRecords({ widths, evenWidths, weightCount, addresses }: MemoryPlan): number[] {
	let weights = 0;
	let biases = weightCount;
	return layerSizes(evenWidths).flatMap(({ inputs, outputs }, layer) => {
		const values: Record<(typeof LAYER_FIELDS)[number], number> = {
			inputs,
			outputs,
			realOutputs: at(widths, layer + 1),
			weights: addresses.parameters + FLOAT32_BYTES * weights,
			bias: addresses.parameters + FLOAT32_BYTES * biases,
			weightGradient: addresses.gradient + FLOAT32_BYTES * weights,
			biasGradient: addresses.gradient + FLOAT32_BYTES * biases,
			below: layer === 0 ? addresses.inputs : at(addresses.activations, layer - 1),
			above: at(addresses.activations, layer),
			deltaBelow: layer === 0 ? 0 : at(addresses.deltas, layer - 1),
			deltaAbove: at(addresses.deltas, layer),
		};
		weights += inputs * outputs;
		biases += outputs;
		return LAYER_FIELDS.map((name) => values[name]);
	});
}

/** The weights and the biases, with what the penalty does to each. */
export function rangeRecords(
	{ spec: { penalty }, sizes }: ResolvedSpec,
	{ addresses, weightCount, biasCount }: MemoryPlan,
): number[] {
	const d = decayCoefficient(penalty, sizes);
	const l1 = l1Coefficient(penalty, sizes);
	const coupled = penalty.application === 'loss';
	const range = (from: number, count: number, penalised: boolean) => {
		const values: Record<(typeof RANGE_FIELDS)[number], number> = {
			parameters: addresses.parameters + FLOAT32_BYTES * from,
			gradient: addresses.gradient + FLOAT32_BYTES * from,
			first: addresses.first + FLOAT32_BYTES * from,
			second: addresses.second + FLOAT32_BYTES * from,
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
