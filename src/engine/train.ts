import type { TrainedRun } from '../schema/run.ts';
import { cost } from './cost.ts';
import type { Host } from './host.ts';
import type { ResolvedSpec } from './resolve.ts';
import { beginTraining, type Training } from './training.ts';

/** A run at a moment of its training. */
export type Progress = Pick<Training, 'epoch' | 'epochs' | 'trace' | 'weights' | 'boundary'>;

/** How somebody watches a training; the result is the same with and without. */
export interface Watching {
	/** Hears of each piece of the run. */
	onProgress?: (progress: Progress) => void;
	/** Trains in at least this many pieces, so that a very short training can be shown step by step. */
	pieces?: number;
	/** Ends the training between two pieces; `train` then throws the signal's reason. */
	signal?: AbortSignal;
	/** Arithmetic of one piece, in FLOP; 10⁸, some milliseconds, unless given. */
	pieceFlop?: number;
}

/** Trains a whole run: the one way in to the engines. */
export async function train(resolved: ResolvedSpec, host: Host, watching?: Watching): Promise<TrainedRun> {
	const training = await beginTraining(resolved, host);
	const piece = watching ? epochsOfPiece(resolved, watching) : training.epochs;
	try {
		while (!training.isOver) {
			watching?.signal?.throwIfAborted();
			training.advance(piece);
			if (!watching) continue;
			watching.onProgress?.(training);
			await new Promise((done) => setTimeout(done)); // let messages in, such as the one that aborts
		}
		return training.result();
	} finally {
		training.dispose();
	}
}

const PIECE_FLOP = 1e8;

function epochsOfPiece(resolved: ResolvedSpec, { pieces = 1, pieceFlop = PIECE_FLOP }: Watching): number {
	const most = Math.floor(resolved.schedule.epochs / pieces);
	return Math.max(1, Math.min(epochsWithin(resolved, pieceFlop), most));
}

/** Epochs whose arithmetic stays within `flop`; at least one. */
export function epochsWithin(resolved: ResolvedSpec, flop: number): number {
	return Math.max(1, Math.floor((flop / cost(resolved).charged) * resolved.schedule.epochs));
}
