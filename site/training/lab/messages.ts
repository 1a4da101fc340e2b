import type { Boundary, Run, Trace } from '../../../src/schema/run.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import type { Picture } from '../../pictures/network/picture.ts';

/** What the Lab asks of a training worker. `id` names one training from its beginning to its end. */
export type LabRequest =
	| {
			kind: 'begin';
			id: number;
			spec: RunSpecInput;
			/** Points along a side of the boundary, null for none. */
			resolution: number | null;
	  }
	| { kind: 'advance'; id: number; epochs: number }
	| { kind: 'end'; id: number };

/** A training at a moment. */
export interface LabFrame {
	epoch: number;
	epochs: number;
	isOver: boolean;
	/** The points that were not told yet. */
	trace: Trace;
	picture: Picture;
	boundary: Boundary | null;
}

/** What a worker answers: to `begin` and `advance` a frame, and with the last one the run itself. */
export type LabAnswer =
	| { kind: 'frame'; id: number; frame: LabFrame; run: Run | null }
	| { kind: 'failure'; id: number; message: string };
