import { at } from '../../../src/at.ts';
import { gridPoints } from '../../../src/engine/boundary.ts';
import type { Moment } from '../../../src/engine/engine.ts';
import { countParameters, layerSizes } from '../../../src/engine/layerSizes.ts';
import type { ResolvedSpec } from '../../../src/engine/resolve.ts';
import type { Training } from '../../../src/engine/training.ts';
import type { Trace, TrainedRun } from '../../../src/schema/run.ts';
import { isEven } from '../../pictures/boundary/isEven.ts';
import { pictureOf } from '../../pictures/network/picture.ts';
import type { Field, Glimpse, Look, View, WeightOverTime } from './messages.ts';
import { Snapshots } from './Snapshots.ts';
import { asShares, unitResponse } from './unitResponse.ts';

/** Paints shares from 0 to 1 on a grid as [pixels²] of four bytes; null while there are no colours. */
export type Paint = (shares: Float32Array, view: View) => Field['pixels'];

type Place = Omit<Field, 'values' | 'pixels'>;

/** A run in the making that remembers how it was: it goes on, and is looked at wherever it has been. */
export class RememberedTraining {
	readonly #resolved: ResolvedSpec;
	readonly #training: Training;
	readonly #snapshots: Snapshots;
	readonly #paint: Paint;
	#grid: { key: string; place: Place; points: Float32Array } | null = null;

	/** @param training at epoch 0 */
	constructor(resolved: ResolvedSpec, training: Training, paint: Paint, snapshots?: Snapshots) {
		this.#resolved = resolved;
		this.#training = training;
		this.#paint = paint;
		this.#snapshots = snapshots ?? new Snapshots(resolved.derived.parameters);
		this.#snapshots.add(0, () => training.parameters());
	}

	/** Epochs done, of `epochs`. */
	get epoch(): number {
		return this.#training.epoch;
	}

	get epochs(): number {
		return this.#training.epochs;
	}

	/** At its last epoch, diverged, or stopped early. */
	get isOver(): boolean {
		return this.#training.isOver;
	}

	/** Trains at most that many epochs further. */
	advance(count: number): void {
		this.#training.advance(count, (epoch, parameters) => this.#snapshots.add(epoch, parameters));
		this.#snapshots.dropAfter(this.epoch); // a run that diverged was heard of beyond its end
	}

	/** The rows recorded so far, from that one on. */
	trace(from: number): Trace {
		return this.#training.trace(from);
	}

	/** What `train` returns, once the run is over. */
	result(): TrainedRun {
		return this.#training.result();
	}

	/** The network as it was at an epoch, or at the last remembered one before; the last epoch done is always remembered. */
	look(epoch: number, view: View): Look {
		const moment = this.#momentAt(epoch);
		const grid = this.#isPlane ? this.#gridOf(view) : null;
		const { measured, probabilities } = this.#training.lookAt(moment, grid?.points ?? null);
		const picture = pictureOf(this.#training.weights(moment.parameters));
		return { ...this.#glimpse(moment, grid && { ...grid, probabilities }, view), measured, picture };
	}

	/** The same without its numbers. */
	glimpse(epoch: number, view: View): Glimpse {
		const moment = this.#momentAt(epoch);
		if (!this.#isPlane) return this.#glimpse(moment, null, view);
		const grid = this.#gridOf(view);
		return this.#glimpse(moment, { ...grid, probabilities: this.#training.probabilitiesAt(moment, grid.points) }, view);
	}

	#glimpse({ epoch }: Moment, seen: { place: Place; probabilities: Float32Array } | null, view: View): Glimpse {
		if (!seen) return { epoch, field: null, isEven: false };
		const values = Float32Array.from(seen.probabilities);
		return { epoch, field: { ...seen.place, values, pixels: this.#paint(values, view) }, isEven: isEven(values) };
	}

	/** What a hidden unit responds to, over the plane; layer 0 is the first hidden one. Null where there is none. */
	unit(epoch: number, layer: number, unit: number, view: View): Field | null {
		if (this.#resolved.facts.features !== 2) return null;
		const { place, points } = this.#gridOf(view);
		const { widths, spec } = this.#resolved;
		const { activation } = spec.network;
		const { parameters } = this.#momentAt(epoch);
		const values = unitResponse({ widths, activation, parameters, layer, unit }, points);
		return values && { ...place, values, pixels: this.#paint(asShares(values, activation), view) };
	}

	/** A weight at every remembered epoch and now: from a unit of a layer to one of the next. Null where there is none. */
	weight(layer: number, from: number, to: number): WeightOverTime | null {
		const sizes = layerSizes(this.#resolved.widths);
		const size = sizes[layer];
		if (!size || !isIndex(from, size.inputs) || !isIndex(to, size.outputs)) return null;
		const before = countParameters(this.#resolved.widths.slice(0, layer + 1));
		const parameter = before + to * size.inputs + from;
		const now = at(this.#training.parameters(), parameter);
		const epochs = this.#snapshots.epochs;
		const values = this.#snapshots.valuesOf(parameter);
		if (epochs.at(-1) === this.epoch) return { epochs, values };
		return { epochs: [...epochs, this.epoch], values: Float32Array.from([...values, now]) };
	}

	/** Gives the memory back. The training cannot be used after it. */
	dispose(): void {
		this.#training.dispose();
	}

	#momentAt(epoch: number): Moment {
		const now = { epoch: this.epoch, parameters: this.#training.parameters() };
		return epoch >= now.epoch ? now : (this.#snapshots.before(epoch) ?? now);
	}

	/** The grid of a view, kept: most looks come with the same one. */
	#gridOf({ window, resolution, pixels }: View) {
		const key = JSON.stringify([window, resolution, pixels]);
		if (this.#grid?.key === key) return this.#grid;
		const { x, y } = window ?? this.#training.window;
		const points = gridPoints({ x, y }, resolution);
		this.#grid = { key, place: { x, y, resolution, size: pixels }, points };
		return this.#grid;
	}

	/** Two features and one logit: what a boundary can be drawn of. */
	get #isPlane(): boolean {
		const { facts, spec } = this.#resolved;
		return facts.features === 2 && spec.loss === 'binary-cross-entropy';
	}
}

const isIndex = (index: number, length: number) => Number.isInteger(index) && index >= 0 && index < length;
