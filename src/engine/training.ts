import { realDataReady } from '../data/real.ts';
import { dataSet } from '../data/registry.ts';
import { layerWidths } from '../schema/dimensions.ts';
import {
	type Boundary,
	eachMeasurement,
	type Measurement,
	type Trace,
	type TrainedRun,
	type Weights,
} from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { boundary } from './boundary.ts';
import { cost } from './cost.ts';
import { derived } from './derived.ts';
import { unflatten } from './flatParameters.ts';
import { fusedEngine } from './fused/fusedEngine.ts';
import type { Recorded } from './record.ts';
import { referenceEngine } from './reference/referenceEngine.ts';
import { recordedEpochs, schedule } from './schedule.ts';
import type { Engine } from './trainer.ts';
import { ENGINE_VERSION } from './version.ts';

const engines: Record<RunSpec['engine'], Engine> = { fused: fusedEngine, reference: referenceEngine };

/** A run in the making: it goes on when it is told to, and can be looked at in between. */
export interface Training {
	/** Epochs done, of `epochs`. */
	readonly epoch: number;
	readonly epochs: number;
	/** At its last epoch, diverged, or stopped early: it goes no further. */
	readonly isOver: boolean;
	/** Trains at most that many epochs further; however a run is cut, it ends at the same bits. */
	advance(epochs: number): void;
	/** The points recorded so far, from that index on. */
	trace(from?: number): Trace;
	/** The network as it is now; a boundary needs two features and one logit. */
	weights(): Weights;
	boundary(resolution: number): Boundary;
	/** What `train` returns, once the run is over. */
	result(): TrainedRun;
	/** Gives the memory back. The training cannot be used after it. */
	dispose(): void;
}

/**
 * Begins what a spec describes, at epoch 0.
 *
 * @param spec in canonical form
 */
export async function begin(spec: RunSpec): Promise<Training> {
	await realDataReady(spec.data.kind);
	const data = dataSet(spec.data);
	const trainer = engines[spec.engine](spec, data);
	const points = recordedEpochs(spec);
	const { epochs } = schedule(spec);
	const recorded: Recorded = { epochs: [], rows: [], ended: null };
	let epoch = 0;
	let next = 0;
	const weights = () => unflatten(layerWidths(spec), trainer.parameters());
	const boundaryNow = (resolution: number) => boundary(data, resolution, (rows) => trainer.probabilities(rows));
	const training: Training = {
		get epoch() {
			return epoch;
		},
		epochs,
		get isOver() {
			return recorded.ended !== null || next >= points.length;
		},
		advance(count) {
			if (training.isOver) return;
			const to = Math.min(epoch + count, epochs);
			// What is measured at the end of a piece belongs to the next one, but for the last.
			let end = next;
			while (end < points.length && ((points[end] ?? 0) < to || to === epochs)) end++;
			const piece = trainer.record({ epochs: points.slice(next, end), to });
			recorded.epochs.push(...piece.epochs);
			recorded.rows.push(...piece.rows);
			recorded.ended = piece.ended;
			epoch = piece.ended?.at ?? to;
			next = end;
		},
		trace: (from = 0) => traceOf(recorded, from),
		weights,
		boundary: boundaryNow,
		result() {
			const { ended } = recorded;
			const trace = traceOf(recorded, 0);
			const divergedAt = ended?.as === 'diverged' ? ended.at : null;
			const { output } = spec;
			const now = weights();
			return {
				status: divergedAt === null ? 'ok' : 'diverged',
				...(divergedAt !== null && { divergedAt }),
				...(ended?.as === 'stopped' && { stoppedAt: ended.at }),
				spec,
				engine: { name: spec.engine, version: ENGINE_VERSION },
				derived: derived(spec),
				trace,
				final: { ...lastOf(trace), zeroWeights: divergedAt === null ? zeros(now.W) : null },
				...(output.weights && divergedAt === null && { weights: now }),
				...(output.boundary && divergedAt === null && { boundary: boundaryNow(output.boundary.resolution) }),
				cost: { flop: cost(spec).flop },
			};
		},
		dispose: () => trainer.dispose(),
	};
	return training;
}

const traceOf = ({ epochs, rows }: Recorded, from: number): Trace => {
	const chosen = rows.slice(from);
	return { epoch: epochs.slice(from), ...eachMeasurement((name) => chosen.map((row) => row[name])) };
};

const lastOf = (trace: Trace): Measurement => eachMeasurement((name) => trace[name].at(-1) ?? null);

const zeros = (W: number[][][]) => W.flat(2).filter((w) => w === 0).length;
