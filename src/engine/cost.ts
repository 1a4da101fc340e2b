import { at } from '../at.ts';
import { BOUNDS } from '../schema/bounds.ts';
import type { Data } from '../schema/data.ts';
import { TRACE_COLUMNS } from '../schema/measurements.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { FLOAT32_BYTES, FLOAT64_BYTES } from './byteSizes.ts';
import {
	ACTIVATION_FLOP,
	DROPOUT_FLOP,
	LOSS_FLOP,
	NOISE_FLOP,
	optimizerFlop,
	PENALTY_FLOP,
	PROBABILITY_FLOP,
} from './flop.ts';
import { PANEL_EXAMPLES, planMemory } from './fused/memoryPlan.ts';
import { layerSizes } from './layerSizes.ts';
import type { ResolvedSpec } from './resolve.ts';
import { isFullBatch, recordedEpochs } from './schedule.ts';

/** What a run will take, known before it starts; each number grows with m, the widths and the epochs, or stays. */
export interface Cost {
	/** Floating-point operations of training and measuring, to the last epoch (`flop.ts` says what counts as one). */
	flop: number;
	/** Bytes: the kernel's memory, the data, the parameters, and what is measured. */
	bytes: number;
	/** Bytes of the result as JSON, at most: every number with all its digits. */
	resultBytes: number;
	/** What counts against a budget: `flop`, and for all else what the fused kernel would do in the same time. */
	charged: number;
}

/**
 * What work outside the kernel's loops is charged: the FLOP that the kernel would do in the same time (`npm run bench`
 * measures both rates, `npm run price` what is left between families).
 */
const KERNEL_EQUIVALENT_FLOP = {
	run: 1e7,
	/** One number of the data, drawn to NumPy's bits. */
	drawnNumber: 10_000,
	/** One multiplication and addition of a teacher in JavaScript, and one tanh to its bits. */
	teacherProduct: 10,
	teacherTanh: 10_000,
	step: 3000,
	/** One row of an epoch in minibatches, drawn into its place and copied there. */
	shuffledRow: 250,
	/** What an update takes of one parameter beside its FLOP: square root and division are slow, and few share a load. */
	updatedParameter: 25,
	/** One row of a trace, and what it adds for each parameter. */
	record: 100_000,
	recordedParameter: 600,
	/** One output of an example when the network is judged: its probability, in JavaScript. */
	judgedOutput: 300,
	/** One number of a prediction's request. */
	readNumber: 500,
	/** One point of the boundary's grid, which becomes a number of the answer. */
	gridPoint: 8000,
	/** The random bits of a hidden unit's mask, forward and backward, and of one number of noise. */
	maskedUnit: 30,
	noisyInput: 60,
	/** The reference engine: one FLOP in a loop of TensorFlow.js, and the dispatch of one layer's ops. */
	referenceFlop: 60,
	referenceLayer: 3e6,
} as const;

/** Places of the panels that hold so many examples: the kernel computes on empty places as well. */
const placesFor = (examples: number) => PANEL_EXAMPLES * Math.ceil(examples / PANEL_EXAMPLES);

/** The cost of a run, from the sizes of its data, network and schedule. */
export function cost(resolved: ResolvedSpec): Cost {
	const { spec, widths, derived } = resolved;
	const { m, heldOutRows, features } = resolved.facts;
	const { epochs, steps } = resolved.schedule;
	const { parameters } = derived;
	const recorded = recordedEpochs(resolved);
	const records = recorded.length;
	const example = exampleFlop(spec, widths);
	const outputs = at(widths, widths.length - 1);

	const batches = 'batches' in spec.training ? spec.training.batches : null;
	const { batchSize } = resolved.schedule;
	const examples = batches ? sum(batches.map((rows) => rows.length)) : epochs * m;
	const places = batches
		? sum(batches.map((rows) => placesFor(rows.length)))
		: epochs * (Math.floor(m / batchSize) * placesFor(batchSize) + placesFor(m % batchSize));
	// Under explicit batches a point of the trace measures the rows of its step.
	const measured = sum(recorded.map((epoch) => (batches?.[epoch]?.length ?? m) + heldOutRows));
	const grid = spec.output.boundary ? spec.output.boundary.resolution ** 2 : 0;
	const flop =
		examples * example.trained +
		steps * updateFlop(resolved) +
		measured * example.measured +
		grid * (example.forward + PROBABILITY_FLOP);

	const values = (m + heldOutRows) * features;
	const around =
		KERNEL_EQUIVALENT_FLOP.run +
		drawingFlop(values) +
		teachingFlop(spec.data, m + heldOutRows) +
		records * (KERNEL_EQUIVALENT_FLOP.record + parameters * KERNEL_EQUIVALENT_FLOP.recordedParameter) +
		grid * KERNEL_EQUIVALENT_FLOP.gridPoint +
		(m + heldOutRows) * (example.forward + outputs * KERNEL_EQUIVALENT_FLOP.judgedOutput);
	const inner =
		spec.engine === 'fused'
			? flop +
				(places - examples) * example.trained +
				places * example.random +
				(batches || isFullBatch(spec.training) ? 0 : examples * KERNEL_EQUIVALENT_FLOP.shuffledRow) +
				steps * (KERNEL_EQUIVALENT_FLOP.step + parameters * KERNEL_EQUIVALENT_FLOP.updatedParameter)
			: flop * KERNEL_EQUIVALENT_FLOP.referenceFlop +
				(steps + records) * (widths.length - 1) * KERNEL_EQUIVALENT_FLOP.referenceLayer;
	return {
		flop,
		bytes: bytes(resolved, records, grid),
		resultBytes:
			NUMBER_BYTES * (records * TRACE_COLUMNS.length + grid + (spec.output.weights ? parameters : 0)) +
			confusionBytes(outputs) +
			(spec.data.kind === 'inline' ? jsonBytes(spec.data) : 0) +
			(batches ? jsonBytes(batches) : 0) +
			REST_BYTES,
		charged: around + inner,
	};
}

/** What it is charged to draw so many numbers of data. */
export const drawingFlop = (values: number): number => values * KERNEL_EQUIVALENT_FLOP.drawnNumber;

/** What it is charged to draw a teacher that is a network, and to ask it for so many targets. */
export function teachingFlop(data: Data, targets: number): number {
	if (data.kind !== 'network-teacher') return 0;
	const { features, hidden } = data;
	const weights = hidden * (features + 1);
	const target = weights * KERNEL_EQUIVALENT_FLOP.teacherProduct + hidden * KERNEL_EQUIVALENT_FLOP.teacherTanh;
	return drawingFlop(weights) + targets * target;
}

/** FLOP of one example: through the network, in an update, in a measurement; and what its random bits are charged. */
function exampleFlop({ network, regularizers, loss }: RunSpec, widths: readonly number[]) {
	const connections = layerSizes(widths).map(({ inputs, outputs }) => inputs * outputs);
	const weights = sum(connections);
	const units = sum(widths.slice(1));
	const outputs = at(widths, widths.length - 1);
	const hidden = units - outputs;
	const activation = ACTIVATION_FLOP[network.activation];
	const { slope, value } = LOSS_FLOP[loss](outputs);
	const forward = 2 * weights + hidden * activation.forward;
	// The gradient of all weights and biases, and what the loss says of all activations but the inputs.
	const backward = 4 * weights - 2 * at(connections, 0) + units + hidden * activation.backward;
	const dropped = regularizers.dropout > 0 ? hidden * (DROPOUT_FLOP.forward + DROPOUT_FLOP.backward) : 0;
	const noise = regularizers.inputNoise > 0 ? at(widths, 0) * NOISE_FLOP : 0;
	const random =
		(regularizers.dropout > 0 ? hidden * KERNEL_EQUIVALENT_FLOP.maskedUnit : 0) +
		(regularizers.inputNoise > 0 ? at(widths, 0) * KERNEL_EQUIVALENT_FLOP.noisyInput : 0);
	return { forward, trained: forward + slope + backward + dropped + noise, measured: forward + value, random };
}

/** FLOP of one update of all parameters. */
function updateFlop({ spec, widths, derived: { parameters } }: ResolvedSpec): number {
	const { penalty } = spec;
	const biases = sum(widths.slice(1));
	const penalised = penalty.penalizeBiases ? parameters : parameters - biases;
	const coupled = penalty.application === 'loss';
	const l1 = penalty.norm === 'l2' ? 0 : coupled ? PENALTY_FLOP.l1 : PENALTY_FLOP.threshold;
	const shrink = penalty.norm === 'l1' || coupled ? 0 : PENALTY_FLOP.shrink;
	return parameters * optimizerFlop(spec) + (penalty.lambda > 0 ? penalised * (l1 + shrink) : 0);
}

/** Lengths as JSON: a job is looked at in many sizes with the same data. */
const lengths = new WeakMap<object, number>();

/** What an answer takes to repeat numbers of the request. */
function jsonBytes(numbers: object): number {
	const length = lengths.get(numbers) ?? JSON.stringify(numbers).length;
	lengths.set(numbers, length);
	return length;
}

/** Two confusion matrices, of counts up to 20,000; two classes have one output. */
const confusionBytes = (outputs: number) =>
	outputs > BOUNDS.confusedClasses ? 0 : 2 * COUNT_BYTES * Math.max(2, outputs) ** 2;
const COUNT_BYTES = 6;

/** What predictions take: the rows through the network, and as many numbers read and written. */
export function predictionCost({ spec, widths }: ResolvedSpec, rows: number): Pick<Cost, 'resultBytes' | 'charged'> {
	const [features, outputs] = [at(widths, 0), at(widths, widths.length - 1)];
	const row =
		exampleFlop(spec, widths).forward +
		features * KERNEL_EQUIVALENT_FLOP.readNumber +
		outputs * (KERNEL_EQUIVALENT_FLOP.judgedOutput + KERNEL_EQUIVALENT_FLOP.gridPoint);
	return {
		charged:
			KERNEL_EQUIVALENT_FLOP.run + rows * row * (spec.engine === 'fused' ? 1 : KERNEL_EQUIVALENT_FLOP.referenceFlop),
		resultBytes: REST_BYTES + rows * (NUMBER_BYTES * outputs + COUNT_BYTES),
	};
}

/** Characters of a float64 in JSON, with its comma. */
export const NUMBER_BYTES = 22;
/** Bytes of everything else in a result, such as a spec without inline data and batches. */
const REST_BYTES = 4000;

/**
 * Data and results as JavaScript numbers, their float32 copies, and the kernel's memory or the activations that the
 * reference engine's autodiff keeps.
 */
function bytes(resolved: ResolvedSpec, records: number, grid: number): number {
	const { spec, widths, derived } = resolved;
	const { m, heldOutRows, features } = resolved.facts;
	const plan = planMemory(resolved, grid);
	const examples = (m + heldOutRows) * (features + 1) * (FLOAT64_BYTES + FLOAT32_BYTES);
	const parameters = derived.parameters * ((1 + plan.slots) * 2 * FLOAT32_BYTES + FLOAT64_BYTES);
	const results = (records * TRACE_COLUMNS.length + 3 * grid) * FLOAT64_BYTES;
	// Forward, backward and the penalty each keep an activation or two of every layer.
	const kept = 4 * FLOAT32_BYTES * ((m + heldOutRows) * sum(widths) + 4 * derived.parameters);
	return examples + parameters + results + (spec.engine === 'fused' ? plan.bytes : kept);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
