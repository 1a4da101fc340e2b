import type { RandomState } from '../../data/randomState.ts';
import { dataFacts } from '../../schema/dimensions.ts';
import type { RunSpec } from '../../schema/runSpec.ts';
import type { Network } from '../record.ts';
import { schedule } from '../schedule.ts';
import { isHeld, weightMeasures } from '../weightMeasures.ts';
import type { Kernel } from './kernelInstance.ts';
import { layerRecords, RUN_FIELDS, rangeRecords, runField, runRecord } from './kernelRecords.ts';
import type { MemoryPlan } from './memoryPlan.ts';
import { pack, unpack } from './packing.ts';

/** What a call of the kernel starts from and ends with, in plain order: W₀, b₀, W₁, b₁ …, each [out][in] or [out]. */
export interface State {
	parameters: Float32Array;
	/** Velocity, or first and second moment. */
	slots: Float32Array[];
	/** Epochs done. */
	epoch: number;
}

export interface Rows {
	/** [rows][features] */
	X: Float32Array;
	y: Float32Array;
}

export interface Session extends Network {
	/** Probability of class 1 at each point, [points][features]. */
	probabilities(points: Float32Array): Float32Array;
	/** Parameters and slots as they are now. */
	state(): Omit<State, 'epoch'>;
}

/**
 * Lays a run out in the kernel's memory and drives it from there.
 *
 * @param shuffle draws the order of the rows before each epoch of minibatches
 */
export function openSession(
	kernel: Kernel,
	plan: MemoryPlan,
	spec: RunSpec,
	data: { train: Rows; test: Rows | null },
	state: State,
	shuffle: RandomState,
): Session {
	const { at } = plan;
	const { buffer } = kernel.memory;
	const { m, features } = dataFacts(spec.data);
	const { batchSize, stepsPerEpoch } = schedule(spec);
	const floats = (address: number, count: number) => new Float32Array(buffer, address, count);

	const run = new Float64Array(buffer, at.run, RUN_FIELDS.length);
	const step = runField('step');
	run.set(runRecord(spec, plan, state.epoch * stepsPerEpoch));
	const layers = layerRecords(plan);
	new Int32Array(buffer, at.layers, layers.length).set(layers);
	const ranges = rangeRecords(spec, plan, { m, batchSize });
	new Float64Array(buffer, at.ranges, ranges.length).set(ranges);

	floats(at.X, data.train.X.length).set(data.train.X);
	floats(at.y, data.train.y.length).set(data.train.y);
	if (data.test) {
		floats(at.testX, data.test.X.length).set(data.test.X);
		floats(at.testY, data.test.y.length).set(data.test.y);
	}
	const order = new Int32Array(buffer, at.order, Math.max(m, plan.batchRows));
	const batches = 'batches' in spec.training ? spec.training.batches : null;
	if (!plan.minibatches) kernel.layOut(at.run);

	const vectors = [at.parameters, at.first, at.second]
		.slice(0, 1 + plan.slots)
		.map((address) => floats(address, plan.weightCount + plan.biasCount));
	[state.parameters, ...state.slots].forEach((plain, i) => {
		const packed = vectors[i];
		if (packed) pack(plan, plain, packed);
	});
	const plain = new Float32Array(state.parameters.length);
	const parameters = () => {
		if (vectors[0]) unpack(plan, vectors[0], plain);
		return plain;
	};

	const isWell = () => isHeld(spec, plan.widths, parameters(), { m, batchSize });

	/** Puts the rows of an epoch's steps into `order`; how many there are. */
	const orderRows = (epoch: number) => {
		const given = batches?.[epoch];
		if (given) {
			order.set(given);
			return given.length;
		}
		for (let row = 0; row < m; row++) order[row] = row;
		shuffle.shuffle(order);
		return m;
	};

	const train = (from: number, to: number) => {
		if (!plan.minibatches) return kernel.trainFullBatches(at.run, to - from);
		for (let epoch = from; epoch < to; epoch++) kernel.trainMinibatches(at.run, orderRows(epoch));
	};

	const measureRows = (X: number, y: number, rowOrder: number, rows: number) => {
		kernel.measure(at.run, X, y, rowOrder, rows, at.scratchInputs, at.scratchTargets);
		return { loss: (run[runField('lossSum')] ?? 0) / rows, accuracy: (run[runField('correct')] ?? 0) / rows };
	};
	const classifies = spec.loss.endsWith('cross-entropy');

	return {
		advance(first, last) {
			const before = vectors.map((vector) => vector.slice());
			const drawn = shuffle.copy();
			train(first, last);
			if (isWell()) return null;
			// It went wrong somewhere in between: go back, and look after each epoch.
			for (const [i, vector] of before.entries()) vectors[i]?.set(vector);
			shuffle.become(drawn);
			run[step] = first * stepsPerEpoch;
			for (let epoch = first; epoch < last; epoch++) {
				train(epoch, epoch + 1);
				if (!isWell()) return epoch + 1;
			}
			return last;
		},
		measure(epoch) {
			const rows = batches?.[epoch];
			if (rows) order.set(rows);
			const train = measureRows(at.X, at.y, rows ? at.order : 0, rows?.length ?? m);
			const test = data.test && measureRows(at.testX, at.testY, 0, data.test.y.length);
			return {
				dataLoss: train.loss,
				testLoss: test?.loss ?? null,
				trainAccuracy: classifies ? train.accuracy : null,
				testAccuracy: test && classifies ? test.accuracy : null,
				...weightMeasures(spec, plan.widths, parameters(), { m, batchSize }),
			};
		},
		probabilities(points) {
			const rows = points.length / features;
			floats(at.testX, points.length).set(points);
			kernel.probabilities(at.run, at.testX, rows, at.scratchInputs, at.scratchTargets, at.testY);
			return floats(at.testY, rows).slice();
		},
		state() {
			const [first = plain.slice(), ...slots] = vectors.map((vector) => {
				const copy = new Float32Array(plain.length);
				unpack(plan, vector, copy);
				return copy;
			});
			return { parameters: first, slots };
		},
	};
}
