/**
 * The engine to read: TensorFlow.js ops on the CPU backend and its own autodiff. It goes down the gradient of
 *
 *     objective(W, b) = mean loss(forward(X; W, b), y) + c·Ω(W)
 *
 * one update (`update.ts`) after the other. Its examples and parameters are tensors that live until `dispose`; all
 * others die in the `tidy` that made them.
 */
import '../cpuBackend.ts';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { dispose, enableProdMode, engine, sigmoid, type Tensor, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { at } from '../../at.ts';
import { RandomState } from '../../data/randomState.ts';
import type { DataSet, Sample } from '../../data/sample.ts';
import type { Engine, Moment, Trainer } from '../engine.ts';
import { unflatten } from '../flatParameters.ts';
import { initialWeights } from '../initialWeights.ts';
import { countSlots } from '../optimizerSlots.ts';
import type { ResolvedSpec } from '../resolve.ts';
import { isFullBatch } from '../schedule.ts';
import { type EachEpoch, type Network, type Span, startWatch, trainSpan } from '../trainSpan.ts';
import { areFinite, measureWeights } from '../weightMeasures.ts';
import { type Examples, gatherRows, toTensors } from './examples.ts';
import { forward } from './forward.ts';
import { measureExamples } from './measureExamples.ts';
import type { Slot } from './optimizer.ts';
import { firstSlots, tensorsOf, toLayers } from './parameters.ts';
import { update } from './update.ts';

enableProdMode(); // no banner, no check of every op for NaN: `trainSpan` looks at the objective

export const referenceEngine: Engine = (resolved, data) => new ReferenceTrainer(resolved, data);

class ReferenceTrainer implements Trainer, Network {
	readonly #resolved: ResolvedSpec;
	readonly #train: Examples;
	/** The held-out examples, those that validate apart; null where there are none. */
	readonly #test: Examples | null;
	readonly #validation: Examples | null;
	readonly #watch;
	/** Draws the order of the rows before each epoch of minibatches. */
	readonly #shuffle: RandomState;
	#slots: Slot[];
	#epoch = 0;

	constructor(resolved: ResolvedSpec, { train, test }: DataSet) {
		void engine().setBackend('cpu'); // registered at import, so it is there at once
		const { training, optimizer } = resolved.spec;
		this.#resolved = resolved;
		this.#train = toTensors(train);
		const { validationRows } = resolved.facts;
		this.#test = test && toTensors(rowsOf(test, validationRows));
		this.#validation = test && validationRows > 0 ? toTensors(rowsOf(test, 0, validationRows)) : null;
		this.#watch = startWatch(resolved.spec);
		this.#shuffle = new RandomState('shuffleSeed' in training ? training.shuffleSeed : 0);
		this.#slots = firstSlots(initialWeights(resolved), countSlots(optimizer));
	}

	trainSpan(span: Span) {
		const piece = trainSpan(this, this.#epoch, span, this.#watch);
		this.#epoch = span.to;
		return piece;
	}

	advance(first: number, last: number, eachEpoch?: EachEpoch): number | null {
		for (let epoch = first; epoch < last; epoch++) {
			this.#trainEpoch(epoch);
			const parameters = this.parameters();
			eachEpoch?.(epoch + 1, () => parameters);
			if (!areFinite(this.#resolved, parameters)) return epoch + 1;
		}
		return null;
	}

	measure(epoch: number) {
		const rows = this.#explicitRows(epoch);
		const measure = (batch: () => Examples) => measureExamples(this.#resolved.spec, this.#layers(), batch);
		const trained = measure(() => (rows ? gatherRows(this.#train, rows) : this.#train));
		const [test, validation] = [this.#test, this.#validation].map((held) => held && measure(() => held));
		return {
			dataLoss: trained.loss,
			testLoss: test?.loss ?? null,
			trainAccuracy: trained.accuracy,
			testAccuracy: test?.accuracy ?? null,
			validation: validation ?? null,
			...measureWeights(this.#resolved, this.parameters()),
		};
	}

	probabilities(points: Float32Array): Float32Array {
		const { facts, spec } = this.#resolved;
		const shape: [number, number] = [points.length / facts.features, facts.features];
		const asked = () => sigmoid(forward(this.#layers(), tensor2d(points, shape), spec.network.activation));
		return tidy(() => asked().dataSync<'float32'>());
	}

	lookAt({ epoch, parameters }: Moment, points: Float32Array | null) {
		return this.#with(parameters, () => {
			const { rows } = trainSpan(this, epoch, { epochs: [epoch], to: epoch }, null); // measures, and trains nothing
			return { measured: at(rows, 0), probabilities: points ? this.probabilities(points) : new Float32Array() };
		});
	}

	probabilitiesAt({ parameters }: Moment, points: Float32Array) {
		return this.#with(parameters, () => this.probabilities(points));
	}

	/** What is seen of the network with other parameters than it has now. */
	#with<Seen>(parameters: Float32Array, see: () => Seen): Seen {
		const now = this.#slots;
		this.#slots = firstSlots(unflatten(this.#resolved.widths, parameters), 0);
		try {
			return see();
		} finally {
			dispose(this.#slots.flatMap(tensorsOf));
			this.#slots = now;
		}
	}

	outputs(points: number[][]): Float32Array {
		const { activation } = this.#resolved.spec.network;
		return tidy(() => forward(this.#layers(), tensor2d(points), activation).dataSync<'float32'>()).slice();
	}

	parameters(): Float32Array {
		return Float32Array.from(this.#slots.flatMap(({ parameter }) => Array.from(parameter.dataSync())));
	}

	dispose(): void {
		const examples = [this.#train, this.#test, this.#validation].flatMap((held) => Object.values<Tensor>({ ...held }));
		dispose([...this.#slots.flatMap(tensorsOf), ...examples]);
	}

	#layers() {
		return toLayers(this.#slots.map(({ parameter }) => parameter));
	}

	/** The rows of an epoch whose batch the spec states. */
	#explicitRows(epoch: number): readonly number[] | undefined {
		const { training } = this.#resolved.spec;
		return 'batches' in training ? training.batches[epoch] : undefined;
	}

	#trainEpoch(epoch: number): void {
		const { spec, schedule, sizes } = this.#resolved;
		const explicit = this.#explicitRows(epoch);
		if (isFullBatch(spec.training) || explicit) {
			this.#update(explicit ?? null, epoch);
			return;
		}
		const { batchSize, stepsPerEpoch } = schedule;
		const order = this.#shuffle.permutation(sizes.m);
		for (let step = 0; step < stepsPerEpoch; step++) {
			const rows = order.slice(step * batchSize, (step + 1) * batchSize);
			this.#update(rows, epoch * stepsPerEpoch + step);
		}
	}

	/** @param rows of the batch; null for all in their order */
	#update(rows: readonly number[] | null, step: number): void {
		const batch = () => (rows ? gatherRows(this.#train, rows) : this.#train);
		const after = update(this.#resolved, this.#slots, batch, step);
		dispose(this.#slots.flatMap(tensorsOf));
		this.#slots = after;
	}
}

/** Those rows of a sample, in their order. */
const rowsOf = ({ X, y }: Sample, from: number, to = y.length): Sample => ({
	X: X.slice(from, to),
	y: y.slice(from, to),
});
