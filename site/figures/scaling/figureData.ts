import type { Run, Trace } from '../../../src/schema/run.ts';
import type { Frame } from '../../pictures/boundary/frame.ts';

/** The part of a run that the curves and the comparison with a live result need. */
export interface TracedRun extends Pick<Run, 'id' | 'final'> {
	trace: Pick<Trace, 'epoch' | 'objective'>;
}

/** What the page carries for the script: everything else is drawn already. */
export interface FigureData {
	frame: Frame;
	/** Precomputed runs by key. */
	runs: Record<string, TracedRun>;
}

export function tracedRun({ id, final, trace: { epoch, objective } }: Run): TracedRun {
	return { id, final, trace: { epoch, objective } };
}
