import type { TrainedRun } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { cost } from './cost.ts';
import { schedule } from './schedule.ts';
import { begin, type Training } from './training.ts';

/** A run at a moment of its training. */
export type Progress = Pick<Training, 'epoch' | 'epochs' | 'trace' | 'weights' | 'boundary'>;

/** For whoever trains where somebody watches, such as a Web Worker: both are looked at between pieces of a run. */
export interface Watching {
	onProgress?: (progress: Progress) => void;
	/** At least this many pieces: for a film of a training that would be over in a blink. */
	pieces?: number;
	/** Ends the training; `train` then throws the signal's reason. */
	signal?: AbortSignal;
}

/**
 * Trains what a spec describes: the one way in to the engines. The result is the same with and without
 * somebody watching.
 *
 * @param spec in canonical form
 */
export async function train(spec: RunSpec, watching?: Watching): Promise<TrainedRun> {
	const training = await begin(spec);
	const piece = watching ? pieceOf(spec, watching.pieces) : training.epochs;
	try {
		while (!training.isOver) {
			watching?.signal?.throwIfAborted();
			training.advance(piece);
			if (!watching) continue;
			watching.onProgress?.(training);
			await new Promise((resolve) => setTimeout(resolve)); // let messages in, such as the one that aborts
		}
		return training.result();
	} finally {
		training.dispose();
	}
}

/** Arithmetic between two looks at whoever watches, in FLOP: some milliseconds. */
const PIECE = 1e8;

/** Epochs that take some milliseconds, in at least `least` pieces where a run has as many epochs. */
function pieceOf(spec: RunSpec, least = 1): number {
	const { epochs } = schedule(spec);
	return Math.max(1, Math.min(epochsWithin(spec, PIECE), Math.floor(epochs / least)));
}

/** Epochs whose arithmetic stays within `flop`; at least one. */
export function epochsWithin(spec: RunSpec, flop: number): number {
	return Math.max(1, Math.floor((flop / cost(spec).charged) * schedule(spec).epochs));
}
