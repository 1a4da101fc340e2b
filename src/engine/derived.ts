import * as penalties from '../penalty.ts';
import { dataFacts, layerWidths } from '../schema/dimensions.ts';
import type { Derived } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { schedule } from './schedule.ts';

/** The quantities that follow from a spec before anything trains. */
export function derived(spec: RunSpec): Derived {
	const { m } = dataFacts(spec.data);
	const { batchSize, steps } = schedule(spec);
	const { optimizer, penalty } = spec;
	const stepping: penalties.Stepping = {
		m,
		batchSize,
		optimizer: optimizer.kind,
		learningRate: optimizer.learningRate,
		momentum: optimizer.kind === 'sgd' ? optimizer.momentum : 0,
	};
	return {
		m,
		batchSize,
		steps,
		parameters: parameterCount(layerWidths(spec)),
		penaltyCoefficient: penalties.penaltyCoefficient(penalty, stepping),
		decayCoefficient: penalties.decayCoefficient(penalty, stepping),
		shrinkPerStep: penalties.shrinkPerStep(penalty, stepping),
		timescaleEpochs: penalties.timescaleEpochs(penalty, stepping),
		priorStandardDeviation: penalties.priorStandardDeviation(penalty, spec.loss, stepping),
	};
}

/** Weights and biases of a dense network with these layer widths. */
export function parameterCount(widths: readonly number[]): number {
	return widths.slice(1).reduce((sum, outputs, layer) => sum + outputs * ((widths[layer] ?? 0) + 1), 0);
}
