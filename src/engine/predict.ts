import { at } from '../at.ts';
import { standardize } from '../convex/standardize.ts';
import { loadTrainingRows } from '../data/realDataSet.ts';
import { isReal } from '../data/realTables.ts';
import type { Predictions } from '../schema/predictions.ts';
import type { Weights } from '../schema/run.ts';
import { farOutside } from './farOutside.ts';
import type { Host } from './host.ts';
import { readOutputs } from './readOutputs.ts';
import type { ResolvedSpec } from './resolve.ts';
import { planSchedule } from './schedule.ts';
import { dropTiny } from './tiny.ts';

/**
 * What a trained network says of rows, by the engine that trained it and with its bits. Columns that the run has
 * standardised are standardised with the same scales, those of its training rows, and a standardised target is given
 * back in its own units. Where the examples are rows, those that are far from them are told of (`farOutside`).
 *
 * @param weights of the run after its last update
 * @param X [n][features], in the units of the data
 */
export async function predict(
	resolved: ResolvedSpec,
	weights: Weights,
	X: number[][],
	host: Host,
): Promise<Omit<Predictions, 'run'>> {
	const { spec, widths } = resolved;
	const { data } = spec;
	const trained = isReal(data) ? await loadTrainingRows(data, host.tables) : null;
	const { inputs, target } = trained?.scales ?? { inputs: null, target: null };
	const known = trained?.X ?? (data.kind === 'inline' ? data.X : null);
	const outside = known ? farOutside(X, known) : undefined;
	const points = (inputs ? standardize(X, inputs) : X).map((row) => row.map((value) => dropTiny(value)));
	const engine = await host.engines[spec.engine]();
	const row = Array<number>(at(widths, 0)).fill(0);
	const trainer = engine(standingAt(resolved, weights), { train: { X: [row], y: [0] }, test: null });
	try {
		const read = {
			...readOutputs(spec.loss, trainer.outputs(points), at(widths, widths.length - 1)),
			...(outside && { outside }),
		};
		if (!target) return read;
		const inUnits = (value: number | null) => (value === null ? null : value * target.deviation + target.mean);
		return { ...read, prediction: (read.prediction as (number | null)[]).map(inUnits) }; // a target is scaled in a regression only
	} finally {
		trainer.dispose();
	}
}

/** The same network before an update that never comes: it begins with these weights, and has one row of zeros for its data. */
function standingAt(resolved: ResolvedSpec, weights: Weights): ResolvedSpec {
	const training = { epochs: 1, batchSize: 'full', shuffleSeed: 0, recordEvery: 1, learningRateDecay: 'none' } as const;
	return {
		...resolved,
		spec: { ...resolved.spec, init: { kind: 'explicit', ...weights }, training },
		facts: { ...resolved.facts, m: 1, heldOutRows: 0, validationRows: 0 },
		schedule: planSchedule(training, 1),
		sizes: { m: 1, batchSize: 1 },
	};
}
