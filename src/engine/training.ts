import { at } from '../at.ts';
import { loadDataSet } from '../data/registry.ts';
import type { DataSet } from '../data/sample.ts';
import type { Boundary, Metrics, Trace, TrainedRun, Weights } from '../schema/run.ts';
import { boundary, type Window, windowOf } from './boundary.ts';
import { cost } from './cost.ts';
import type { Glance, Moment, Trainer } from './engine.ts';
import { unflatten } from './flatParameters.ts';
import type { Host } from './host.ts';
import { measureOutcome } from './metrics.ts';
import type { ResolvedSpec } from './resolve.ts';
import { recordedEpochs } from './schedule.ts';
import { dropTinyData } from './tiny.ts';
import { columnsOf, lastRowOf, type TracePiece } from './trace.ts';
import type { EachEpoch } from './trainSpan.ts';
import { ENGINE_VERSION } from './version.ts';

/** A run in the making: it goes on when it is told to, and can be looked at in between. */
export class Training {
	readonly #resolved: ResolvedSpec;
	readonly #data: DataSet;
	readonly #trainer: Trainer;
	/** The epochs that are measured, and how many of them were. */
	readonly #toRecord: readonly number[];
	#recorded = 0;
	readonly #trace: TracePiece = { epochs: [], rows: [], validation: null, ended: null };
	#epoch = 0;

	constructor(resolved: ResolvedSpec, data: DataSet, trainer: Trainer) {
		this.#resolved = resolved;
		this.#data = data;
		this.#trainer = trainer;
		this.#toRecord = recordedEpochs(resolved);
	}

	/** Epochs done, of `epochs`. */
	get epoch(): number {
		return this.#epoch;
	}

	get epochs(): number {
		return this.#resolved.schedule.epochs;
	}

	/** At its last epoch, diverged, or stopped early: it goes no further. */
	get isOver(): boolean {
		return this.#trace.ended !== null || this.#recorded >= this.#toRecord.length;
	}

	/**
	 * Trains at most that many epochs further; however a run is cut, it ends at the same bits.
	 *
	 * @param eachEpoch hears of each of them, so that somebody may remember the network as it was
	 */
	advance(count: number, eachEpoch?: EachEpoch): void {
		if (this.isOver) return;
		const to = Math.min(this.#epoch + count, this.epochs);
		// What is measured at the end of a piece belongs to the next one, but for the last.
		let end = this.#recorded;
		while (end < this.#toRecord.length && (at(this.#toRecord, end) < to || to === this.epochs)) end++;
		const piece = this.#trainer.trainSpan({ epochs: this.#toRecord.slice(this.#recorded, end), to, eachEpoch });
		this.#trace.epochs.push(...piece.epochs);
		this.#trace.rows.push(...piece.rows);
		if (piece.rows.length > 0) this.#trace.validation = piece.validation;
		this.#trace.ended = piece.ended;
		this.#epoch = piece.ended?.at ?? to;
		this.#recorded = end;
	}

	/** The rows recorded so far, from that one on. */
	trace(from = 0): Trace {
		return columnsOf(this.#trace, from);
	}

	/** The network as it is now: W₀, b₀, W₁, b₁ … as one vector, each W as [out][in]; not the caller's to change. */
	parameters(): Float32Array {
		return this.#trainer.parameters();
	}

	/** The network as it is now, or with other parameters. */
	weights(parameters = this.parameters()): Weights {
		return unflatten(this.#resolved.widths, parameters);
	}

	/** Measures the network at a moment that has been, without going there; `points` as [points][features]. */
	lookAt(moment: Moment, points: Float32Array | null): Glance {
		return this.#trainer.lookAt(moment, points);
	}

	/** The probability of class 1 at each point, [points][features] in a row, of the network at a moment that has been. */
	probabilitiesAt(moment: Moment, points: Float32Array): Float32Array {
		return this.#trainer.probabilitiesAt(moment, points);
	}

	/** The part of the plane that its boundaries show, of data with two features. */
	get window(): Window {
		return windowOf(this.#data);
	}

	/** The probability of class 1 at each point, [points][features] in a row, for networks with one logit. */
	probabilities(points: Float32Array): Float32Array {
		return this.#trainer.probabilities(points);
	}

	/** The probability of class 1 over the plane, for networks with two features and one logit. */
	boundary(resolution: number): Boundary {
		return boundary(this.#data, resolution, (points) => this.probabilities(points));
	}

	/** What the run is judged by beside its losses; nothing where it has diverged. */
	metrics(): Metrics {
		if (this.#trace.ended?.as === 'diverged') return {};
		const { spec, facts, widths } = this.#resolved;
		const { train, test } = this.#data;
		const tested = test && { X: test.X.slice(facts.validationRows), y: test.y.slice(facts.validationRows) };
		const outputs = (rows: number[][]) => this.#trainer.outputs(rows);
		return measureOutcome(spec.loss, at(widths, widths.length - 1), { train, test: tested }, outputs);
	}

	/** What `train` returns, once the run is over. */
	result(): TrainedRun {
		const { spec, derived } = this.#resolved;
		const { output, engine } = spec;
		const { ended } = this.#trace;
		const divergedAt = ended?.as === 'diverged' ? ended.at : null;
		const trace = this.trace();
		const weights = this.weights();
		return {
			status: divergedAt === null ? 'ok' : 'diverged',
			...(divergedAt !== null && { divergedAt }),
			...(ended?.as === 'stopped' && { stoppedAt: ended.at }),
			spec,
			engine: { name: engine, version: ENGINE_VERSION },
			derived,
			trace,
			final: {
				...lastRowOf(trace),
				zeroWeights: divergedAt === null ? countZeros(weights) : null,
				...(this.#resolved.facts.validationRows > 0 && {
					validationLoss: this.#trace.validation?.loss ?? null,
					validationAccuracy: this.#trace.validation?.accuracy ?? null,
				}),
			},
			...(output.weights && divergedAt === null && { weights }),
			...(output.boundary && divergedAt === null && { boundary: this.boundary(output.boundary.resolution) }),
			cost: { flop: cost(this.#resolved).flop },
		};
	}

	/** Gives the memory back. The training cannot be used after it. */
	dispose(): void {
		this.#trainer.dispose();
	}
}

/** A training at epoch 0. */
export async function beginTraining(resolved: ResolvedSpec, host: Host): Promise<Training> {
	return beginTrainingOn(resolved, await loadDataSet(resolved.spec.data, host.tables), host);
}

/** A training at epoch 0 on data that the caller has loaded, who may train on them again. */
export async function beginTrainingOn(resolved: ResolvedSpec, loaded: DataSet, { engines }: Host): Promise<Training> {
	const engine = await engines[resolved.spec.engine]();
	const data = dropTinyData(loaded);
	return new Training(resolved, data, engine(resolved, data));
}

const countZeros = ({ W }: Weights) => W.flat(2).filter((w) => w === 0).length;
