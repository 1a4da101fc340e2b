import { realDataReady } from '../data/real.ts';
import { dataSet } from '../data/registry.ts';
import { layerWidths } from '../schema/dimensions.ts';
import type { Measurement, Trace, TrainedRun } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { boundary } from './boundary.ts';
import { cost } from './cost.ts';
import { derived } from './derived.ts';
import { unflatten } from './flatParameters.ts';
import { fusedEngine } from './fused/fusedEngine.ts';
import { pieces, type Watching, whole } from './progress.ts';
import type { Recorded } from './record.ts';
import { referenceEngine } from './reference/referenceEngine.ts';
import { schedule } from './schedule.ts';
import type { Engine } from './trainer.ts';
import { ENGINE_VERSION } from './version.ts';

const engines: Record<RunSpec['engine'], Engine> = { fused: fusedEngine, reference: referenceEngine };

/**
 * Trains what a spec describes: the one way in to the engines. The result is the same with and without
 * somebody watching.
 *
 * @param spec in canonical form
 */
export async function train(spec: RunSpec, watching?: Watching): Promise<TrainedRun> {
	await realDataReady(spec.data.kind);
	const data = dataSet(spec.data);
	const trainer = engines[spec.engine](spec, data);
	const weightsNow = () => unflatten(layerWidths(spec), trainer.parameters());
	const boundaryNow = (resolution: number) => boundary(data, resolution, (points) => trainer.probabilities(points));
	try {
		const recorded: Recorded = { epochs: [], rows: [], ended: null };
		for (const span of watching ? pieces(spec, watching.pieces) : [whole(spec)]) {
			watching?.signal?.throwIfAborted();
			const { epochs, rows, ended } = trainer.record(span);
			recorded.epochs.push(...epochs);
			recorded.rows.push(...rows);
			recorded.ended = ended;
			if (ended) break;
			if (!watching) continue;
			watching.onProgress?.({
				epoch: span.to,
				epochs: schedule(spec).epochs,
				trace: () => traceOf(recorded),
				weights: weightsNow,
				boundary: boundaryNow,
			});
			await new Promise((resolve) => setTimeout(resolve)); // let messages in, such as the one that aborts
		}
		const { ended } = recorded;
		const trace = traceOf(recorded);
		const divergedAt = ended?.as === 'diverged' ? ended.at : null;
		const weights = weightsNow();
		return {
			status: divergedAt === null ? 'ok' : 'diverged',
			...(divergedAt !== null && { divergedAt }),
			...(ended?.as === 'stopped' && { stoppedAt: ended.at }),
			spec,
			engine: { name: spec.engine, version: ENGINE_VERSION },
			derived: derived(spec),
			trace,
			final: { ...lastOf(trace), zeroWeights: divergedAt === null ? zeros(weights.W) : null },
			...(spec.output.weights && divergedAt === null && { weights }),
			...(spec.output.boundary && divergedAt === null && { boundary: boundaryNow(spec.output.boundary.resolution) }),
			cost: { flop: cost(spec).flop },
		};
	} finally {
		trainer.dispose();
	}
}

const traceOf = ({ epochs, rows }: Recorded): Trace => ({
	epoch: [...epochs],
	...columns((name) => rows.map((row) => row[name])),
});

const COLUMNS = [
	'dataLoss',
	'penalty',
	'objective',
	'testLoss',
	'trainAccuracy',
	'testAccuracy',
	'weightNorm',
] as const satisfies readonly (keyof Measurement)[];

const columns = <Value>(value: (name: keyof Measurement) => Value) =>
	// Every name of a Measurement is in COLUMNS, so every key is set.
	Object.fromEntries(COLUMNS.map((name) => [name, value(name)])) as Record<keyof Measurement, Value>;
const lastOf = (trace: Trace): Measurement => columns((name) => trace[name].at(-1) ?? null);

const zeros = (W: number[][][]) => W.flat(2).filter((w) => w === 0).length;
