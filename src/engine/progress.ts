import type { Boundary, Trace, Weights } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { cost } from './cost.ts';
import type { Span } from './record.ts';
import { recordedEpochs, schedule } from './schedule.ts';

/** A run at a moment of its training. */
export interface Progress {
	/** Epochs done, of `epochs`. */
	epoch: number;
	epochs: number;
	/** All points so far. */
	trace(): Trace;
	/** The network as it is now; a boundary needs two features and one logit. */
	weights(): Weights;
	boundary(resolution: number): Boundary;
}

/** For whoever trains where somebody watches, such as a Web Worker: both are looked at between pieces of a run. */
export interface Watching {
	onProgress?: (progress: Progress) => void;
	/** At least this many pieces: for a film of a training that would be over in a blink. */
	pieces?: number;
	/** Ends the training; `train` then throws the signal's reason. */
	signal?: AbortSignal;
}

/** A run in one piece. */
export const whole = (spec: RunSpec): Span => ({ epochs: recordedEpochs(spec), to: schedule(spec).epochs });

/** Arithmetic between two looks at whoever watches, in FLOP: some milliseconds. */
const PIECE = 1e8;

/** A run in pieces that take about equally long, at least `least` of them where it has as many epochs. */
export function* pieces(spec: RunSpec, least = 1): Iterable<Span> {
	const { epochs, to: last } = whole(spec);
	const length = Math.max(1, Math.min(Math.floor((PIECE / cost(spec).charged) * last), Math.floor(last / least)));
	let from = 0;
	for (let next = 0; next < epochs.length; ) {
		const to = Math.min(from + length, last);
		// What is measured at the end of a piece belongs to the next one, but for the last.
		let end = next;
		while (end < epochs.length && ((epochs[end] ?? 0) < to || to === last)) end++;
		yield { epochs: epochs.slice(next, end), to };
		next = end;
		from = to;
	}
}
