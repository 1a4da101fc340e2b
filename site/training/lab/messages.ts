import type { Window } from '../../../src/engine/boundary.ts';
import type { Measurement } from '../../../src/schema/measurements.ts';
import type { Run, Trace } from '../../../src/schema/run.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import type { FieldColours } from '../../pictures/boundary/fieldPixels.ts';
import type { Picture } from '../../pictures/network/picture.ts';

/** How finely the input plane is asked and painted. */
export interface View {
	/** Points of the grid along a side. */
	resolution: number;
	/** Pixels of the picture along a side. */
	pixels: number;
	/** The part of the plane; null: what spans the run's own examples. */
	window: Window | null;
}

/** Where a training is to go, and what is to be seen of it there. */
export interface Goal {
	/** Trains on to this epoch, or as far as the run goes; nothing where it is there already. */
	to: number;
	/** Looks at the network as it was at this epoch, or at the last remembered one before; null: no look. */
	show: number | null;
	/** Whether a glimpse of it is enough, but where the run is over and shows its end: a film's pictures follow each other faster than anybody reads. */
	isGlimpse?: boolean;
	view: View;
}

/** What can be asked of a remembered training without moving it. */
export type LabQuestion =
	/** What a hidden unit responds to; layer 0 is the first hidden one. */
	| { about: 'unit'; epoch: number; layer: number; unit: number; view: View }
	/** A weight over time: from a unit of a layer to one of the next; layer 0 is the input. */
	| { about: 'weight'; layer: number; from: number; to: number };

/** What the Lab asks of a training worker. `id` names one training from its beginning to its end. */
export type LabRequest =
	/** The palette of every picture from now on. */
	| { kind: 'colours'; colours: FieldColours }
	/** The spec in canonical form: the worker has no schema to hold it against. */
	| { kind: 'begin'; id: number; spec: RunSpec; goal: Goal }
	| { kind: 'advance'; id: number; goal: Goal }
	| { kind: 'ask'; id: number; number: number; question: LabQuestion }
	/** Wherever it is: nothing is heard of it any more. */
	| { kind: 'end'; id: number };

/** Numbers over a part of the input plane, and their picture. */
export interface Field extends Window {
	resolution: number;
	/** [resolution²], row by row from the least y: the probability of class 1, or the activation of a unit. */
	values: Float32Array<ArrayBuffer>;
	/** Pixels of a side. */
	size: number;
	/** [size²] of red, green, blue, opaque, the first row the top; null where no colours have come. */
	pixels: Uint8ClampedArray<ArrayBuffer> | null;
}

/** A network at a moment of its training, as its picture shows it. */
export interface Glimpse {
	/** The remembered epoch that it is: not above the one that was asked for. */
	epoch: number;
	/** The probability of class 1; null for other networks than those of two features and one logit. */
	field: Field | null;
	/** Whether the network says ½ everywhere: then there is no boundary. */
	isEven: boolean;
}

/** And with its numbers. */
export interface Look extends Glimpse {
	/** Exactly there, whether the trace has a row there or not. */
	measured: Measurement;
	picture: Picture;
}

/** A weight at every epoch that is remembered, and now. */
export interface WeightOverTime {
	epochs: number[];
	values: Float32Array<ArrayBuffer>;
}

/** How far a training is, and what was asked to be seen. */
export interface LabFrame {
	/** Epochs done. */
	trained: number;
	epochs: number;
	isOver: boolean;
	/** The rows that were not told yet. */
	trace: Trace;
	look: Look | null;
	/** In the place of a look, where that was enough. */
	glimpse: Glimpse | null;
	/** The run itself, told once it is over. */
	run: Run | null;
	/** What the training took since the last frame. */
	milliseconds: number;
}

/** What a question is answered with; null where there is no such unit, weight or plane. */
export interface LabReplies {
	unit: Field | null;
	weight: WeightOverTime | null;
}

/** What a worker answers: to `begin` and `advance` a frame, with progress before it, to `ask` a reply. */
export type LabAnswer =
	| { kind: 'frame'; id: number; frame: LabFrame }
	/** Of a goal that takes long: which share of its epochs is trained. */
	| { kind: 'progress'; id: number; share: number }
	| { kind: 'reply'; id: number; number: number; reply: LabReplies[keyof LabReplies] }
	| { kind: 'failure'; id: number; message: string };
