import {
	decayCoefficient,
	penaltyCoefficient,
	priorStandardDeviation,
	type Sizes,
	type Stepping,
	shrinkPerStep,
	timescaleEpochs,
} from '../penalty.ts';
import { type DataFacts, dataFacts, layerWidths } from '../schema/dimensions.ts';
import type { Derived } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { countParameters } from './layerSizes.ts';
import { planSchedule, type Schedule } from './schedule.ts';

/** A spec with everything that follows from it before anything is drawn or trained. */
export interface ResolvedSpec {
	/** In canonical form. */
	spec: RunSpec;
	facts: DataFacts;
	/** Units of each layer, from the inputs to the outputs. */
	widths: readonly number[];
	schedule: Schedule;
	/** m and B, which the scalings of the penalty divide by. */
	sizes: Sizes;
	derived: Derived;
}

/**
 * Works out once what cost, engines, explanations and exports ask of a spec.
 *
 * @param spec in canonical form
 */
export function resolve(spec: RunSpec): ResolvedSpec {
	const facts = dataFacts(spec.data);
	const widths = layerWidths(spec, facts);
	const schedule = planSchedule(spec.training, facts.m);
	const sizes = { m: facts.m, batchSize: schedule.batchSize };
	return { spec, facts, widths, schedule, sizes, derived: derive(spec, widths, schedule, sizes) };
}

function derive(
	{ optimizer, penalty, loss }: RunSpec,
	widths: readonly number[],
	schedule: Schedule,
	sizes: Sizes,
): Derived {
	const stepping: Stepping = {
		...sizes,
		optimizer: optimizer.kind,
		learningRate: optimizer.learningRate,
		momentum: optimizer.kind === 'sgd' ? optimizer.momentum : 0,
	};
	return {
		...sizes,
		steps: schedule.steps,
		parameters: countParameters(widths),
		penaltyCoefficient: penaltyCoefficient(penalty, sizes),
		decayCoefficient: decayCoefficient(penalty, sizes),
		shrinkPerStep: shrinkPerStep(penalty, stepping),
		timescaleEpochs: timescaleEpochs(penalty, stepping),
		priorStandardDeviation: priorStandardDeviation(penalty, loss, sizes),
	};
}
