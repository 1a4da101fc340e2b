/** The committed results of all experiments at their defaults, as `npm run precompute` writes them. */
import type { ExperimentResult } from '../schema/experimentResult.ts';
import adamwTimescale from './results/adamw-timescale.json' with { type: 'json' };
import augmentation from './results/augmentation.json' with { type: 'json' };
import bowl from './results/bowl.json' with { type: 'json' };
import capacity from './results/capacity.json' with { type: 'json' };
import decayUnderAdam from './results/decay-under-adam.json' with { type: 'json' };
import decayUnderSgd from './results/decay-under-sgd.json' with { type: 'json' };
import dropout from './results/dropout.json' with { type: 'json' };
import duplicatedData from './results/duplicated-data.json' with { type: 'json' };
import earlyStopping from './results/early-stopping.json' with { type: 'json' };
import exactZeros from './results/exact-zeros.json' with { type: 'json' };
import gradientFactor from './results/gradient-factor.json' with { type: 'json' };
import lambdaAcrossSizes from './results/lambda-across-sizes.json' with { type: 'json' };
import lambdaExponent from './results/lambda-exponent.json' with { type: 'json' };
import lambdaSizeMap from './results/lambda-size-map.json' with { type: 'json' };
import momentumDecay from './results/momentum-decay.json' with { type: 'json' };
import momentumNetwork from './results/momentum-network.json' with { type: 'json' };
import movingLambda from './results/moving-lambda.json' with { type: 'json' };
import noiseIsRidge from './results/noise-is-ridge.json' with { type: 'json' };
import normalisedWeights from './results/normalised-weights.json' with { type: 'json' };
import notebook from './results/notebook.json' with { type: 'json' };
import overfitting from './results/overfitting.json' with { type: 'json' };
import perExampleDecay from './results/per-example-decay.json' with { type: 'json' };
import posteriorIsObjective from './results/posterior-is-objective.json' with { type: 'json' };
import priorSetsLambda from './results/prior-sets-lambda.json' with { type: 'json' };
import scaleInvariantWeights from './results/scale-invariant-weights.json' with { type: 'json' };
import unstableDecay from './results/unstable-decay.json' with { type: 'json' };
import weightOfOneExample from './results/weight-of-one-example.json' with { type: 'json' };

// The script that writes these files takes them from `runExperiment`; JSON knows no literal types.
const ALL = [
	adamwTimescale,
	augmentation,
	bowl,
	capacity,
	decayUnderAdam,
	decayUnderSgd,
	dropout,
	duplicatedData,
	earlyStopping,
	exactZeros,
	gradientFactor,
	lambdaAcrossSizes,
	lambdaExponent,
	lambdaSizeMap,
	movingLambda,
	momentumDecay,
	momentumNetwork,
	noiseIsRidge,
	normalisedWeights,
	notebook,
	overfitting,
	perExampleDecay,
	posteriorIsObjective,
	priorSetsLambda,
	scaleInvariantWeights,
	unstableDecay,
	weightOfOneExample,
] as readonly (ExperimentResult & { hash: string; sample: unknown })[];

/** The committed result of an experiment, without what only tells whether it is current; null when there is none. */
export function committedResult(name: string): ExperimentResult | null {
	const found = ALL.find((result) => result.name === name);
	if (!found) return null;
	const { hash: _hash, sample: _sample, ...result } = found;
	return result;
}
