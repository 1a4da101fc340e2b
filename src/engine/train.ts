import type { Final, TrainedRun } from '../schema/run.ts';
import { cost } from './cost.ts';
import type { Host } from './host.ts';
import { Pacer } from './pacer.ts';
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
	/** Says when others have their turn; pieces of 30 ms unless given. */
	pacer?: Pacer;
}

/** A run whose network has been judged. */
type JudgedRun = Omit<TrainedRun, 'final'> & { final: Final };

/** Trains a whole run: the one way in to the engines. */
export const train = (resolved: ResolvedSpec, host: Host, watching?: Watching): Promise<TrainedRun> =>
	trainToTheEnd(resolved, host, watching, (training) => training.result());

/** As `train`, and judges the network that comes out (`metrics.ts`), which takes a pass through it for each example. */
export const trainAndJudge = (resolved: ResolvedSpec, host: Host, watching?: Watching): Promise<JudgedRun> =>
	trainToTheEnd(resolved, host, watching, (training) => {
		const run = training.result();
		return { ...run, final: { ...run.final, ...training.metrics() } };
	});

async function trainToTheEnd<Result>(
	resolved: ResolvedSpec,
	host: Host,
	watching: Watching | undefined,
	finish: (training: Training) => Result,
): Promise<Result> {
	const training = await beginTraining(resolved, host);
	try {
		if (watching) await advanceInPieces(training, resolved, watching);
		else training.advance(training.epochs);
		return finish(training);
	} finally {
		training.dispose();
	}
}

/**
 * What a piece computes at least, in FLOP a parameter: three times what the kernel would do while the parameters are
 * carried into it and out of it, so that a network of a million weights is not carried for longer than it is trained.
 */
const HANDOVER_FLOP = 2600;

async function advanceInPieces(training: Training, resolved: ResolvedSpec, watching: Watching): Promise<void> {
	const { onProgress, pieces = 1, signal, pacer = new Pacer() } = watching;
	const flopOfEpoch = cost(resolved).charged / training.epochs;
	const most = Math.max(1, Math.floor(training.epochs / pieces));
	const least = resolved.derived.parameters * HANDOVER_FLOP;
	while (!training.isOver) {
		signal?.throwIfAborted();
		const flop = Math.max(least, pacer.left);
		const epochs = Math.max(1, Math.min(most, Math.ceil(flop / flopOfEpoch), training.epochs - training.epoch));
		training.advance(epochs);
		onProgress?.(training);
		await pacer.spend(epochs * flopOfEpoch);
	}
}

/** Epochs whose arithmetic stays within `flop`; at least one. */
export function epochsWithin(resolved: ResolvedSpec, flop: number): number {
	return Math.max(1, Math.floor((flop / cost(resolved).charged) * resolved.schedule.epochs));
}
