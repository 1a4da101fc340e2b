/**
 * The plain twin of the kernel: the same training example by example and number by number, in the
 * order in which one would explain it. It is what to read beside `kernel/`, what the tests hold the
 * kernel against, and it counts its own arithmetic, so that `cost` can be held against a count.
 */
import { at } from '../../../at.ts';
import { RandomState } from '../../../data/randomState.ts';
import type { DataSet, Sample } from '../../../data/sample.ts';
import type { RunSpec } from '../../../schema/runSpec.ts';
import { dropoutMask, normals } from '../../counterRandom.ts';
import { DROPOUT_FLOP, LOSS_FLOP, NOISE_FLOP } from '../../flop.ts';
import { initialWeights } from '../../initialWeights.ts';
import { layerSizes } from '../../layerSizes.ts';
import type { ResolvedSpec } from '../../resolve.ts';
import { recordedEpochs } from '../../schedule.ts';
import { dropTiny, dropTinyData } from '../../tiny.ts';
import { addGradient, forward, type PlainLayer, passDown, read, type Tally } from './plainLayers.ts';
import { plainLosses } from './plainLoss.ts';
import { type PlainRange, update } from './plainOptimizer.ts';

interface PlainRun {
	/** W₀, b₀, W₁, b₁ …, each W as [out][in]. */
	parameters: number[];
	/** Mean data loss at each recorded epoch, and that of the held-out examples. */
	dataLoss: number[];
	testLoss: number[];
	/** At the end, of the held-out examples that validate. */
	validationLoss?: number;
	/** Floating-point operations of training and measuring. */
	flop: number;
}

/** Trains a spec to its last epoch; early stopping and divergence do not end it. */
export function trainPlainly(resolved: ResolvedSpec, given: DataSet): PlainRun {
	const data = dropTinyData(given);
	const { spec, sizes, schedule } = resolved;
	const { validationRows } = resolved.facts;
	const { training } = spec;
	const { m, batchSize } = sizes;
	const tally: Tally = { flop: 0 };
	const layers = layersOf(resolved);
	const ranges = rangesOf(spec, layers);
	const recorded = new Set(recordedEpochs(resolved));
	const shuffle = new RandomState('shuffleSeed' in training ? training.shuffleSeed : 0);
	const inOrder = Array.from({ length: m }, (_, row) => row);
	const run: PlainRun = { parameters: [], dataLoss: [], testLoss: [], flop: 0 };
	const rowsOf = (epoch: number) => ('batches' in training ? (training.batches[epoch] ?? inOrder) : inOrder);
	const measure = (epoch: number) => {
		run.dataLoss.push(meanLoss(spec, layers, data.train, rowsOf(epoch), tally));
		if (!data.test) return;
		const heldOut = [...data.test.y.keys()];
		run.testLoss.push(meanLoss(spec, layers, data.test, heldOut.slice(validationRows), tally));
		if (validationRows > 0)
			run.validationLoss = meanLoss(spec, layers, data.test, heldOut.slice(0, validationRows), tally);
	};

	for (let epoch = 0; epoch < schedule.epochs; epoch++) {
		if (recorded.has(epoch)) measure(epoch);
		const shuffled = 'batchSize' in training && training.batchSize !== 'full';
		const order = shuffled ? shuffle.permutation(m) : rowsOf(epoch);
		const length = 'batches' in training ? order.length : batchSize;
		for (let from = 0; from < order.length; from += length) {
			const step = epoch * schedule.stepsPerEpoch + from / length;
			addBatchGradient(spec, layers, data.train, order.slice(from, from + length), step, tally);
			for (const range of ranges) {
				update(resolved, range, step, tally);
				range.gradient.fill(0);
			}
		}
	}
	measure(schedule.epochs);
	run.parameters = layers.flatMap(({ W, b }) => [...W, ...b]);
	run.flop = tally.flop;
	return run;
}

/** The gradient of the mean loss over some rows: forward, the loss's slope, and back, for one example after the other. */
function addBatchGradient(
	spec: RunSpec,
	layers: readonly PlainLayer[],
	{ X, y }: Sample,
	rows: readonly number[],
	step: number,
	tally: Tally,
): void {
	const { activation } = spec.network;
	const { dropout, inputNoise, seed } = spec.regularizers;
	const features = at(layers, 0).inputs;
	const noise = inputNoise > 0 ? normals({ seed, step, layer: 0 }, rows.length, features) : null;
	const masks = layers.map(({ outputs }, layer) =>
		dropout > 0 ? dropoutMask({ seed, step, layer: layer + 1 }, rows.length, outputs, dropout) : null,
	);
	rows.forEach((row, place) => {
		const x = Float32Array.from(at(X, row), (value, k) =>
			noise ? dropTiny(Math.fround(value) + inputNoise * read(noise, place * features + k)) : value,
		);
		if (noise) tally.flop += NOISE_FLOP * features;

		const before: Float32Array[] = []; // activations, without the mask that dropout lays over them
		layers.forEach((layer, l) => {
			const last = l === layers.length - 1;
			forward(layer, layers[l - 1]?.above ?? x, last ? 'linear' : activation, tally);
			before.push(layer.above.slice());
			if (!last) mask(layer.above, masks[l], place, tally, DROPOUT_FLOP.forward);
		});

		const output = at(layers, layers.length - 1);
		const { slope } = plainLosses[spec.loss];
		for (let n = 0; n < output.outputs; n++) {
			output.deltaAbove[n] = dropTiny(slope(output.above, Math.fround(at(y, row)), n) / rows.length);
		}
		tally.flop += LOSS_FLOP[spec.loss](output.outputs).slope;

		for (let l = layers.length - 1; l >= 0; l--) {
			const layer = at(layers, l);
			const below = layers[l - 1];
			addGradient(layer, below?.above ?? x, tally);
			if (!below) continue;
			passDown(layer, below, at(before, l - 1), activation, tally);
			mask(below.deltaAbove, masks[l - 1], place, tally, DROPOUT_FLOP.backward);
		}
	});
}

/** values ← values · mask of one example. */
function mask(values: Float32Array, masks: Float32Array | null | undefined, place: number, tally: Tally, flop: number) {
	if (!masks) return;
	for (let unit = 0; unit < values.length; unit++) {
		values[unit] = read(values, unit) * read(masks, place * values.length + unit);
	}
	tally.flop += flop * values.length;
}

/** Mean loss over some rows, without dropout or noise. */
function meanLoss(
	spec: RunSpec,
	layers: readonly PlainLayer[],
	{ X, y }: Sample,
	rows: readonly number[],
	tally: Tally,
): number {
	let sum = 0;
	for (const row of rows) {
		let below: Float32Array = Float32Array.from(at(X, row));
		layers.forEach((layer, l) => {
			forward(layer, below, l === layers.length - 1 ? 'linear' : spec.network.activation, tally);
			below = layer.above;
		});
		sum += plainLosses[spec.loss].value(below, Math.fround(at(y, row)));
		tally.flop += LOSS_FLOP[spec.loss](below.length).value;
	}
	return sum / rows.length;
}

function layersOf(resolved: ResolvedSpec): PlainLayer[] {
	const { W, b } = initialWeights(resolved);
	return layerSizes(resolved.widths).map(({ inputs, outputs }, layer) => ({
		inputs,
		outputs,
		W: Float32Array.from(at(W, layer).flat()),
		b: Float32Array.from(at(b, layer)),
		gradientW: new Float32Array(inputs * outputs),
		gradientB: new Float32Array(outputs),
		above: new Float32Array(outputs),
		deltaAbove: new Float32Array(outputs),
	}));
}

const rangesOf = ({ penalty }: RunSpec, layers: readonly PlainLayer[]): PlainRange[] =>
	layers.flatMap(({ W, b, gradientW, gradientB }) =>
		[
			{ w: W, gradient: gradientW, penalised: true },
			{ w: b, gradient: gradientB, penalised: penalty.penalizeBiases },
		].map((range) => ({
			...range,
			first: new Float32Array(range.w.length),
			second: new Float32Array(range.w.length),
		})),
	);
