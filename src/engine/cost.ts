import { dataFacts, layerWidths } from '../schema/dimensions.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { parameterCount } from './derived.ts';
import { recordedEpochs, schedule } from './schedule.ts';

/** What a run will take, known before it starts. */
export interface Cost {
	/** Additions and multiplications of training and measuring. */
	flop: number;
	/**
	 * What counts against a budget. The reference engine pays for each op that it dispatches and
	 * runs its loops in JavaScript, so it is charged what the fused kernel does in the same time.
	 */
	charged: number;
}

const ACTIVATION_FLOP = { relu: 1, linear: 0, tanh: 20, sigmoid: 20 } as const;
const LOSS_FLOP = 25;

/** FLOP that the fused kernel does while TensorFlow.js does one, and while it dispatches the ops of one layer. */
const REFERENCE_SLOWDOWN = 40;
const REFERENCE_DISPATCH = 2e6;

/** The arithmetic of a run: monotone in m, widths and epochs. */
export function cost(spec: RunSpec): Cost {
	const widths = layerWidths(spec);
	const { m, testRows } = dataFacts(spec.data);
	const { epochs, steps } = schedule(spec);
	const layers = widths.length - 1;
	const connections = widths.slice(1).map((outputs, layer) => outputs * (widths[layer] ?? 0));
	const weights = sum(connections);
	const hidden = sum(widths.slice(1, -1));
	const outputs = widths.at(-1) ?? 1;

	const activation = ACTIVATION_FLOP[spec.network.activation];
	const forward = 2 * weights + hidden * (1 + activation) + outputs * LOSS_FLOP;
	const backward = 4 * weights - 2 * (connections[0] ?? 0) + 2 * (hidden + outputs);
	const update = parameterCount(widths) * (spec.optimizer.kind === 'adam' ? 14 : 4);
	const examples = 'batches' in spec.training ? sum(spec.training.batches.map((rows) => rows.length)) : epochs * m;
	const grid = spec.output.boundary ? spec.output.boundary.resolution ** 2 : 0;
	const measured = (m + testRows) * recordedEpochs(spec).length + grid;

	const flop = examples * (forward + backward) + steps * update + measured * forward;
	const dispatches = (steps + recordedEpochs(spec).length) * layers;
	const charged = spec.engine === 'fused' ? flop : flop * REFERENCE_SLOWDOWN + dispatches * REFERENCE_DISPATCH;
	return { flop, charged };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
