import { planSchedule } from '../../../src/engine/schedule.ts';
import { dataFacts } from '../../../src/schema/dimensions.ts';
import type { FieldError } from '../../../src/schema/fieldErrors.ts';
import { eachMeasurement } from '../../../src/schema/measurements.ts';
import type { Run, Trace } from '../../../src/schema/run.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import type { Glimpse, LabFrame, Look } from '../../training/lab/messages.ts';

/** A run of the Lab and how far it is. */
export interface LiveRun {
	key: number;
	/** What it is called by, in canonical form; null while it is not valid. */
	spec: RunSpec | null;
	errors: readonly FieldError[];
	/** The spec that trace, look and result are of, all three: that of the setting before while another one catches up. */
	of: RunSpec | null;
	/** The rows measured so far. */
	trace: Trace;
	/** Epochs done, of `epochs`. */
	trained: number;
	epochs: number;
	isOver: boolean;
	/** The network at the epoch that all runs show; null before its first picture. */
	look: Look | null;
	/** What a film has come to since; its numbers follow with the next look. */
	glimpse: Glimpse | null;
	/** Once it is over. */
	result: Run | null;
	failure: string | null;
	/** A changed setting trains; until it has caught up, `of` is the one before. */
	isCatchingUp: boolean;
	/** Which share of that is done, where it takes long. */
	progress: number | null;
	/** Nothing came since it was drawn. */
	isDrawn: boolean;
}

const NOTHING = {
	of: null,
	trained: 0,
	isOver: false,
	look: null,
	glimpse: null,
	result: null,
	failure: null,
	isCatchingUp: false,
	progress: null,
	isDrawn: false,
} as const;

const noTrace = (): Trace => ({ epoch: [], ...eachMeasurement((): (number | null)[] => []) });

/** A run at its beginning, of which nothing has come. */
export function emptyRun(key: number, spec: RunSpec | null, errors: readonly FieldError[]): LiveRun {
	return { key, spec, errors, epochs: spec ? epochsOf(spec) : 0, trace: noTrace(), ...NOTHING };
}

/** The epochs of a run, known before it trains. */
export const epochsOf = ({ data, training }: RunSpec): number => planSchedule(training, dataFacts(data).m).epochs;

/** Adds what a frame tells. @param begun the spec of a training that begins with it: what was told before is another's */
export function take(
	run: LiveRun,
	{ trained, epochs, isOver, trace, look, glimpse, run: result }: LabFrame,
	begun: RunSpec | null,
) {
	if (begun) Object.assign(run, { of: begun, trace, look: null, glimpse: null, result: null, progress: null });
	else for (const name of Object.keys(trace) as (keyof Trace)[]) (run.trace[name] as unknown[]).push(...trace[name]); // column by column
	Object.assign(run, { trained, epochs, isOver, failure: null, isDrawn: false });
	run.look = look ?? run.look;
	run.glimpse = look ? null : (glimpse ?? run.glimpse);
	run.result = result ?? run.result;
}

/** What its picture shows; null before there is any. */
export const seenOf = ({ glimpse, look }: Pick<LiveRun, 'glimpse' | 'look'>): Glimpse | null => glimpse ?? look;
