/**
 * Training of a dense network in one call: all epochs, no allocation, nothing of the host.
 *
 * Numbers lie by panels of sixteen examples: [panel][unit][16], so that a vector holds four examples
 * of one unit, a panel of a layer is one contiguous block, and a layer of any width is walked line by
 * line without two lines of it falling on the same place of the cache. Weights lie by pairs of outputs,
 * [outputs/2][inputs][2], the order in which the loops use them. A batch goes through the network in
 * chunks that fit the first-level cache, and gradients add up over the chunks; so memory does not grow
 * with m beyond the data themselves. The plain twin of all this is `../plain/plainTwin.ts`.
 */
import { deltaBelow, gradient } from './backward';
import { fill } from './batch';
import { forward, LINEAR, OUTPUT } from './forward';
import { Layer, LAYER_BYTES, PANEL, Range, RANGE_BYTES, ROW, Run } from './layout';
import { addLoss, outputDelta } from './loss';
import { logistic4 } from './math';
import { update } from './optimizer';
import { addNoise, drop, dropDelta, key } from './random';
import { dropTiny4 } from './tiny';

// @ts-ignore: decorator
@inline
function layerAt(run: Run, index: i32): Layer {
	return changetype<Layer>(<usize>run.layers + (<usize>index) * LAYER_BYTES);
}

/** Bytes of the three records, for the host to check its own against. */
export function recordBytes(which: i32): i32 {
	return <i32>(which == 0 ? LAYER_BYTES : which == 1 ? RANGE_BYTES : offsetof<Run>());
}

/** Lays the whole training set out as one batch, once, where every step takes all rows in their order. */
export function layOut(run: Run): void {
	fill(<usize>run.X, <usize>run.y, <i32>run.features, 0, 0, <i32>run.m, <f32>(1 / run.m), <usize>run.inputs, <usize>run.targets);
}

/** Trains `epochs` epochs of full batches. */
export function trainFullBatches(run: Run, epochs: i32): void {
	for (let epoch = 0; epoch < epochs; epoch++) step(run, 0, <i32>run.m);
}

/** Trains one epoch of minibatches: `rows` of `run.order`, `batchSize` at a time, the last one as many as are left. */
export function trainMinibatches(run: Run, rows: i32): void {
	const batchSize = <i32>run.batchSize;
	for (let from = 0; from < rows; from += batchSize) step(run, from, min(batchSize, rows - from));
}

/** One update: the gradient of the mean loss over `count` rows, then the optimizer. */
function step(run: Run, from: i32, count: i32): void {
	const layerCount = <i32>run.layerCount;
	const loss = <i32>run.loss;
	const chunk = <i32>run.chunk;
	const inputs = <usize>run.inputs;
	const targets = <usize>run.targets;
	const features = <i32>run.features;
	const width = (features + 1) & ~1;
	if (run.resident == 0) {
		fill(<usize>run.X, <usize>run.y, features, <usize>run.order, from, count, <f32>(1 / <f64>count), inputs, targets);
		if (run.inputNoise != 0) {
			addNoise(inputs, (count + PANEL - 1) / PANEL, features, key(<u32>run.seed, <u32>run.step, 0), run.inputNoise);
		}
	}
	for (let done = 0; done < count; done += chunk) {
		const panels = (min(chunk, count - done) + PANEL - 1) / PANEL;
		const skipped = <usize>(done / PANEL);
		layerAt(run, 0).below = inputs + skipped * (<usize>width) * ROW;
		forwardAll(run, panels, true, done);
		outputDelta(layerAt(run, layerCount - 1), panels, targets + skipped * 2 * ROW, loss);
		backwardAll(run, panels, done);
	}
	for (let range = 0; range < <i32>run.rangeCount; range++) {
		update(run, changetype<Range>(<usize>run.ranges + (<usize>range) * RANGE_BYTES));
	}
	run.step += 1;
}

function forwardAll(run: Run, panels: i32, training: bool, done: i32): void {
	const last = <i32>run.layerCount - 1;
	const activation = <i32>run.activation;
	for (let index = 0; index <= last; index++) {
		const layer = layerAt(run, index);
		forward(layer, panels, index < last ? activation : OUTPUT);
		if (training && run.dropout != 0 && index < last) {
			drop(layer, panels, key(<u32>run.seed, <u32>run.step, index + 1), done, run.dropout);
		}
	}
}

function backwardAll(run: Run, panels: i32, done: i32): void {
	const activation = <i32>run.activation;
	for (let index = <i32>run.layerCount - 1; index >= 0; index--) {
		const layer = layerAt(run, index);
		gradient(layer, panels, done == 0);
		if (index == 0) break;
		if (run.dropout == 0) {
			deltaBelow(layer, panels, activation);
		} else {
			deltaBelow(layer, panels, LINEAR);
			dropDelta(layerAt(run, index - 1), panels, key(<u32>run.seed, <u32>run.step, index), done, run.dropout, activation);
		}
	}
}

/** Losses and right classifications of `rows` rows, summed into `run.lossSum` and `run.correct`; scratch panels of one chunk. */
export function measure(run: Run, X: usize, y: usize, order: usize, rows: i32, inputs: usize, targets: usize): void {
	run.lossSum = 0;
	run.correct = 0;
	const chunk = <i32>run.chunk;
	for (let done = 0; done < rows; done += chunk) {
		const count = min(chunk, rows - done);
		const panels = predict(run, X, y, order, done, count, inputs, targets);
		addLoss(run, layerAt(run, <i32>run.layerCount - 1), panels, targets);
	}
}

/** Probability of class 1 for `rows` rows, into `out`. */
export function probabilities(run: Run, X: usize, rows: i32, inputs: usize, targets: usize, out: usize): void {
	const chunk = <i32>run.chunk;
	for (let done = 0; done < rows; done += chunk) {
		const count = min(chunk, rows - done);
		predict(run, X, X, 0, done, count, inputs, targets);
		const last = layerAt(run, <i32>run.layerCount - 1);
		for (let place = 0; place < count; place++) {
			const z = last.above + (<usize>(place / PANEL)) * (<usize>last.outputs) * ROW + ((<usize>(place % PANEL)) << 2);
			store<f32>(out + ((<usize>(done + place)) << 2), f32x4.extract_lane(logistic4(dropTiny4(v128.load32_splat(z))), 0));
		}
	}
}

/** The outputs of the network for `rows` rows, as the sums come, into `out` as [rows][outputs]. */
export function outputs(run: Run, X: usize, rows: i32, inputs: usize, targets: usize, out: usize): void {
	const chunk = <i32>run.chunk;
	const last = layerAt(run, <i32>run.layerCount - 1);
	const units = last.realOutputs;
	for (let done = 0; done < rows; done += chunk) {
		const count = min(chunk, rows - done);
		predict(run, X, X, 0, done, count, inputs, targets);
		for (let place = 0; place < count; place++) {
			let z = last.above + (<usize>(place / PANEL)) * (<usize>last.outputs) * ROW + ((<usize>(place % PANEL)) << 2);
			for (let unit = 0; unit < units; unit++) {
				store<f32>(out, load<f32>(z));
				out += 4;
				z += ROW;
			}
		}
	}
}

/** The outputs of the network for some rows, without dropout or noise; how many panels they fill. */
function predict(run: Run, X: usize, y: usize, order: usize, from: i32, count: i32, inputs: usize, targets: usize): i32 {
	const panels = (count + PANEL - 1) / PANEL;
	fill(X, y, <i32>run.features, order, from, count, 1, inputs, targets);
	layerAt(run, 0).below = inputs;
	forwardAll(run, panels, false, 0);
	return panels;
}
