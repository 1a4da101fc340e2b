import type { JsonAnswer } from '../../src/contract/routes.ts';
import { eachMeasurement } from '../../src/schema/measurements.ts';
import type { Run, Trace } from '../../src/schema/run.ts';

/** Points of a trace that an assistant reads: it pays for every number. */
const MOST_POINTS = 12;

/** A run without its spec, which the caller has, and with a part of its trace; `links` lead to everything. */
export function leanRun({ id, status, divergedAt, stoppedAt, derived, trace, final }: Run, origin: string) {
	const run = `${origin}/api/v1/runs/${id}`;
	return {
		id,
		status,
		...(divergedAt !== undefined && { divergedAt }),
		...(stoppedAt !== undefined && { stoppedAt }),
		derived,
		final,
		trace: thinTrace(trace),
		links: {
			run,
			weights: `${run}/weights`,
			predictions: `${run}/predictions`,
			program: `${run}/export?target=pytorch`,
		},
	};
}

/** As `leanRun`, each variant. */
export const leanComparison = ({ id, runs }: JsonAnswer<'POST /comparisons'>, origin: string) => ({
	id,
	runs: runs.map(({ label, run }) => ({ label, ...leanRun(run, origin) })),
});

/** At most so many points, evenly spread, the first and the last among them. */
function thinTrace(trace: Trace): Trace {
	const last = trace.epoch.length - 1;
	const count = Math.min(MOST_POINTS, last + 1);
	const chosen = Array.from({ length: count }, (_, i) => Math.round((i * last) / Math.max(1, count - 1)));
	const pick = <Value>(values: readonly Value[]) => values.filter((_, i) => chosen.includes(i));
	return { epoch: pick(trace.epoch), ...eachMeasurement((name) => pick(trace[name])) };
}
