import { at } from '../../at.ts';
import type { RandomState } from '../../data/randomState.ts';
import { isSquaredError } from '../../schema/losses.ts';
import { FLOAT32_BYTES } from '../byteSizes.ts';
import type { ResolvedSpec } from '../resolve.ts';
import type { EachEpoch, Network } from '../trainSpan.ts';
import { areFinite, measureWeights } from '../weightMeasures.ts';
import type { Kernel } from './kernelPool.ts';
import { layerRecords, rangeRecords, runRecord } from './kernelRecords.ts';
import type { MemoryPlan } from './memoryPlan.ts';
import { pack, unpack } from './packing.ts';
import { RUN_FIELDS, runField } from './recordFields.ts';
import type { Points, TrainDenseInputs } from './trainDenseInputs.ts';

/** A network in the kernel's memory. */
interface KernelNetwork extends Network {
	/** What the network says at each point, [points][features]. */
	evaluate(points: Points): Float32Array;
	/** The parameters and the optimizer's slots as they are now, in plain order. */
	state(): Float32Array[];
}

/**
 * Lays a run out in the kernel's memory, to be driven from there.
 *
 * @param from epochs done before
 * @param shuffle draws the order of the rows before each epoch of minibatches
 */
export function openNetwork(
	kernel: Kernel,
	plan: MemoryPlan,
	resolved: ResolvedSpec,
	inputs: TrainDenseInputs,
	from: number,
	shuffle: RandomState,
): KernelNetwork {
	const { spec, facts, sizes, schedule } = resolved;
	const { addresses } = plan;
	const { m } = sizes;
	const batches = 'batches' in spec.training ? spec.training.batches : null;
	const run = writeRecords(kernel, plan, resolved, from);
	writeExamples(kernel, plan, inputs);
	const vectors = writeState(kernel, plan, inputs.state);
	const order = new Int32Array(kernel.memory.buffer, addresses.order, Math.max(m, plan.batchRows));
	if (!plan.usesMinibatches) kernel.layOut(addresses.run);

	const plain = new Float32Array(at(inputs.state, 0).length);
	const parameters = () => {
		unpack(plan, at(vectors, 0), plain);
		return plain;
	};

	/** Puts the rows of an epoch's steps into `order`. @returns how many there are */
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
	const classifies = !isSquaredError(spec.loss);
	const train = (first: number, last: number, eachEpoch?: EachEpoch) => {
		if (!plan.usesMinibatches && !eachEpoch) return kernel.trainFullBatches(addresses.run, last - first);
		for (let epoch = first; epoch < last; epoch++) {
			if (plan.usesMinibatches) kernel.trainMinibatches(addresses.run, orderRows(epoch));
			else kernel.trainFullBatches(addresses.run, 1);
			eachEpoch?.(epoch + 1, parameters);
		}
	};
	/** Losses and accuracies of the held-out rows from `first` up to, but without, `last`. */
	const measureHeldOut = (first: number, last: number) => {
		const { testX, testY } = addresses;
		const offset = first * FLOAT32_BYTES;
		return last > first ? measureRows(testX + offset * facts.features, testY + offset, 0, last - first) : null;
	};
	const measureRows = (X: number, y: number, rowOrder: number, rows: number) => {
		kernel.measure(addresses.run, X, y, rowOrder, rows, addresses.scratchInputs, addresses.scratchTargets);
		const accuracy = classifies ? at(run, runField('correct')) / rows : null;
		return { loss: at(run, runField('lossSum')) / rows, accuracy };
	};

	return {
		advance(first, last, eachEpoch) {
			const before = vectors.map((vector) => vector.slice());
			const drawn = shuffle.copy();
			train(first, last, eachEpoch);
			if (areFinite(resolved, parameters())) return null;
			// It diverged somewhere in between: go back, and check after every epoch.
			for (const [i, vector] of vectors.entries()) vector.set(at(before, i));
			shuffle.become(drawn);
			run[runField('step')] = first * schedule.stepsPerEpoch;
			for (let epoch = first; epoch < last; epoch++) {
				train(epoch, epoch + 1);
				if (!areFinite(resolved, parameters())) return epoch + 1;
			}
			return last;
		},
		measure(epoch) {
			const rows = batches?.[epoch];
			if (rows) order.set(rows);
			const trained = measureRows(addresses.X, addresses.y, rows ? addresses.order : 0, rows?.length ?? m);
			const test = measureHeldOut(facts.validationRows, facts.heldOutRows);
			return {
				dataLoss: trained.loss,
				testLoss: test?.loss ?? null,
				trainAccuracy: trained.accuracy,
				testAccuracy: test?.accuracy ?? null,
				validation: measureHeldOut(0, facts.validationRows),
				...measureWeights(resolved, parameters()),
			};
		},
		evaluate({ X, as }) {
			const rows = X.length / facts.features;
			const { scratchInputs, scratchTargets, testX, testY } = addresses;
			viewFloats(kernel, testX, X.length).set(X);
			kernel[as](addresses.run, testX, rows, scratchInputs, scratchTargets, testY);
			return viewFloats(kernel, testY, rows * (as === 'outputs' ? at(plan.widths, plan.widths.length - 1) : 1)).slice();
		},
		state: () =>
			vectors.map((vector) => {
				const copy = new Float32Array(plain.length);
				unpack(plan, vector, copy);
				return copy;
			}),
	};
}

const viewFloats = ({ memory }: Kernel, address: number, count: number) =>
	new Float32Array(memory.buffer, address, count);

/** @returns the record of the run, which the kernel writes its sums into */
function writeRecords({ memory }: Kernel, plan: MemoryPlan, resolved: ResolvedSpec, from: number): Float64Array {
	const { addresses } = plan;
	const run = new Float64Array(memory.buffer, addresses.run, RUN_FIELDS.length);
	run.set(runRecord(resolved, plan, from * resolved.schedule.stepsPerEpoch));
	const layers = layerRecords(plan);
	new Int32Array(memory.buffer, addresses.layers, layers.length).set(layers);
	const ranges = rangeRecords(resolved, plan);
	new Float64Array(memory.buffer, addresses.ranges, ranges.length).set(ranges);
	return run;
}

function writeExamples(kernel: Kernel, { addresses }: MemoryPlan, { train, test }: TrainDenseInputs) {
	viewFloats(kernel, addresses.X, train.X.length).set(train.X);
	viewFloats(kernel, addresses.y, train.y.length).set(train.y);
	if (!test) return;
	viewFloats(kernel, addresses.testX, test.X.length).set(test.X);
	viewFloats(kernel, addresses.testY, test.y.length).set(test.y);
}

/** @returns the parameters and slots in the kernel's order, as views of its memory */
function writeState(kernel: Kernel, plan: MemoryPlan, state: readonly Float32Array[]): Float32Array[] {
	const { parameters, first, second } = plan.addresses;
	return state.map((plain, i) => {
		const packed = viewFloats(kernel, at([parameters, first, second], i), plan.weightCount + plan.biasCount);
		pack(plan, plain, packed);
		return packed;
	});
}
