import { dataSet } from '../data/registry.ts';
import { layerWidths } from '../schema/dimensions.ts';
import type { Measurement, Trace, TrainedRun } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { boundary } from './boundary.ts';
import { cost } from './cost.ts';
import { derived } from './derived.ts';
import { unflatten } from './flatParameters.ts';
import { fusedEngine } from './fused/fusedEngine.ts';
import { referenceEngine } from './reference/referenceEngine.ts';
import { recordedEpochs } from './schedule.ts';
import type { Engine } from './trainer.ts';
import { ENGINE_VERSION } from './version.ts';

const engines: Record<RunSpec['engine'], Engine> = { fused: fusedEngine, reference: referenceEngine };

/**
 * Trains what a spec describes: the one way in to the engines.
 *
 * @param spec in canonical form
 */
export async function train(spec: RunSpec): Promise<TrainedRun> {
	const data = dataSet(spec.data);
	const trainer = engines[spec.engine](spec, data);
	try {
		const { epochs, rows, ended } = trainer.record(recordedEpochs(spec));
		const trace: Trace = { epoch: epochs, ...columns((name) => rows.map((row) => row[name])) };
		const divergedAt = ended?.as === 'diverged' ? ended.at : null;
		const weights = unflatten(layerWidths(spec), trainer.parameters());
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
			...(spec.output.boundary &&
				divergedAt === null && {
					boundary: boundary(data, spec.output.boundary.resolution, (points) => trainer.probabilities(points)),
				}),
			cost: { flop: cost(spec).flop },
		};
	} finally {
		trainer.dispose();
	}
}

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
