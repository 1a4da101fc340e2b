import type { Estimate } from '../statistics.ts';
import { expectations as adamwTimescale } from './claims/adamwTimescale.ts';
import { expectations as augmentation } from './claims/augmentation.ts';
import { expectations as bowl } from './claims/bowl.ts';
import { expectations as capacity } from './claims/capacity.ts';
import { expectations as decayUnderAdam } from './claims/decayUnderAdam.ts';
import { expectations as decayUnderSgd } from './claims/decayUnderSgd.ts';
import { expectations as dropout } from './claims/dropout.ts';
import { expectations as duplicatedData } from './claims/duplicatedData.ts';
import { expectations as earlyStopping } from './claims/earlyStopping.ts';
import { expectations as exactZeros } from './claims/exactZeros.ts';
import { expectations as gradientFactor } from './claims/gradientFactor.ts';
import { expectations as lambdaAcrossSizes } from './claims/lambdaAcrossSizes.ts';
import { expectations as lambdaExponent } from './claims/lambdaExponent.ts';
import { expectations as lambdaSizeMap } from './claims/lambdaSizeMap.ts';
import { expectations as momentumDecay } from './claims/momentumDecay.ts';
import { expectations as momentumNetwork } from './claims/momentumNetwork.ts';
import { expectations as movingLambda } from './claims/movingLambda.ts';
import { expectations as noiseIsRidge } from './claims/noiseIsRidge.ts';
import { expectations as normalisedWeights } from './claims/normalisedWeights.ts';
import { expectations as notebook } from './claims/notebook.ts';
import { expectations as overfitting } from './claims/overfitting.ts';
import { expectations as perExampleDecay } from './claims/perExampleDecay.ts';
import { expectations as posteriorIsObjective } from './claims/posteriorIsObjective.ts';
import { expectations as priorSetsLambda } from './claims/priorSetsLambda.ts';
import { expectations as scaleInvariantWeights } from './claims/scaleInvariantWeights.ts';
import { expectations as unstableDecay } from './claims/unstableDecay.ts';
import { expectations as weightOfOneExample } from './claims/weightOfOneExample.ts';
import type { Expectation } from './experiment.ts';
import { isWithin } from './judge.ts';

/** By the experiment's name, what its default parameters must give: for pages and tests, since nothing is computed with it. */
const EXPECTATIONS: Record<string, readonly Expectation[]> = {
	'adamw-timescale': adamwTimescale,
	augmentation: augmentation,
	bowl: bowl,
	capacity: capacity,
	'decay-under-adam': decayUnderAdam,
	'decay-under-sgd': decayUnderSgd,
	dropout: dropout,
	'duplicated-data': duplicatedData,
	'early-stopping': earlyStopping,
	'exact-zeros': exactZeros,
	'gradient-factor': gradientFactor,
	'lambda-across-sizes': lambdaAcrossSizes,
	'lambda-exponent': lambdaExponent,
	'lambda-size-map': lambdaSizeMap,
	'momentum-decay': momentumDecay,
	'momentum-network': momentumNetwork,
	'moving-lambda': movingLambda,
	'noise-is-ridge': noiseIsRidge,
	'normalised-weights': normalisedWeights,
	notebook: notebook,
	overfitting: overfitting,
	'per-example-decay': perExampleDecay,
	'posterior-is-objective': posteriorIsObjective,
	'prior-sets-lambda': priorSetsLambda,
	'scale-invariant-weights': scaleInvariantWeights,
	'unstable-decay': unstableDecay,
	'weight-of-one-example': weightOfOneExample,
};

/** @throws RangeError for an experiment of which nothing is expected */
export function expectationsOf(name: string): readonly Expectation[] {
	const expectations = EXPECTATIONS[name];
	if (!expectations)
		throw new RangeError(`nothing is expected of ${name}: \`expectations.ts\` has those of every experiment`);
	return expectations;
}

/** Expectations that tests hold and that the result of an experiment does not meet. */
export const findUnmet = (name: string, measured: Record<string, Estimate>): Expectation[] =>
	expectationsOf(name).filter((one) => one.isHeld !== false && !isWithin(one, measured[one.measured]));
