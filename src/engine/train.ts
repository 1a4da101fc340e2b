import { dataSet } from '../data/registry.ts';
import type { Measurement, Trace, TrainedRun } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { boundary } from './boundary.ts';
import { cost } from './cost.ts';
import { derived } from './derived.ts';
import { referenceEngine } from './reference/referenceEngine.ts';
import { recordedEpochs } from './schedule.ts';
import { unsupported } from './supported.ts';
import type { Trainer } from './trainer.ts';
import { UnsupportedSpec } from './unsupported.ts';
import { ENGINE_VERSION } from './version.ts';

/**
 * Trains what a spec describes: the one way in to the engines.
 *
 * @param spec in canonical form
 * @throws UnsupportedSpec before anything trains, for what the engine cannot do yet
 */
export async function train(spec: RunSpec): Promise<TrainedRun> {
	const missing = unsupported(spec);
	if (missing.length > 0) throw new UnsupportedSpec(missing);

	const data = dataSet(spec.data);
	const trainer = referenceEngine(spec, data);
	try {
		const { trace, divergedAt } = record(trainer, recordedEpochs(spec));
		const weights = trainer.weights();
		return {
			status: divergedAt === null ? 'ok' : 'diverged',
			...(divergedAt !== null && { divergedAt }),
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

/** Trains from each recorded epoch to the next, measuring before each; ends where the objective is no longer finite. */
function record(trainer: Trainer, epochs: readonly number[]): { trace: Trace; divergedAt: number | null } {
	const trace: Trace = { epoch: [], ...emptyColumns() };
	let previous = 0;
	for (const epoch of epochs) {
		let divergedAt = trainer.advance(previous, epoch);
		const measured = measure(trainer);
		if (divergedAt === null && measured.objective === null) divergedAt = epoch;
		append(trace, divergedAt ?? epoch, divergedAt === null ? measured : nothing());
		if (divergedAt !== null) return { trace, divergedAt };
		previous = epoch;
	}
	return { trace, divergedAt: null };
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
const emptyColumns = () => columns((): (number | null)[] => []);
const nothing = (): Measurement => columns(() => null);
const lastOf = (trace: Trace): Measurement => columns((name) => trace[name].at(-1) ?? null);

function measure(trainer: Trainer): Measurement {
	const measured = trainer.measure();
	const objective = (measured.dataLoss ?? Number.NaN) + (measured.penalty ?? Number.NaN);
	const all: Measurement = { ...measured, objective };
	return columns((name) => (Number.isFinite(all[name]) ? all[name] : null));
}

function append(trace: Trace, epoch: number, measured: Measurement): void {
	trace.epoch.push(epoch);
	for (const name of COLUMNS) trace[name].push(measured[name]);
}

const zeros = (W: number[][][]) => W.flat(2).filter((w) => w === 0).length;
