import { cost } from '../engine/cost.ts';
import { resolve } from '../engine/resolve.ts';
import { canonical } from '../schema/canonical.ts';
import type { Experiment } from './experiment.ts';

/** What an experiment is charged with these parameters, in FLOP: its runs and what it computes of them. */
export const arithmeticOf = (experiment: Experiment, parameters: unknown): number =>
	experiment
		.specs(parameters)
		.reduce((sum, spec) => sum + cost(resolve(canonical(spec))).charged, experiment.arithmetic(parameters));
