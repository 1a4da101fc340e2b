import { adamwTimescale } from './claims/adamwTimescale.ts';
import { augmentation } from './claims/augmentation.ts';
import { bowl } from './claims/bowl.ts';
import { capacity } from './claims/capacity.ts';
import { decayUnderAdam } from './claims/decayUnderAdam.ts';
import { decayUnderSgd } from './claims/decayUnderSgd.ts';
import { dropout } from './claims/dropout.ts';
import { duplicatedData } from './claims/duplicatedData.ts';
import { earlyStopping } from './claims/earlyStopping.ts';
import { exactZeros } from './claims/exactZeros.ts';
import { gradientFactor } from './claims/gradientFactor.ts';
import { lambdaAcrossSizes } from './claims/lambdaAcrossSizes.ts';
import { lambdaExponent } from './claims/lambdaExponent.ts';
import { lambdaSizeMap } from './claims/lambdaSizeMap.ts';
import { momentumDecay } from './claims/momentumDecay.ts';
import { momentumNetwork } from './claims/momentumNetwork.ts';
import { movingLambda } from './claims/movingLambda.ts';
import { noiseIsRidge } from './claims/noiseIsRidge.ts';
import { normalisedWeights } from './claims/normalisedWeights.ts';
import { notebook } from './claims/notebook.ts';
import { overfitting } from './claims/overfitting.ts';
import { perExampleDecay } from './claims/perExampleDecay.ts';
import { posteriorIsObjective } from './claims/posteriorIsObjective.ts';
import { priorSetsLambda } from './claims/priorSetsLambda.ts';
import { scaleInvariantWeights } from './claims/scaleInvariantWeights.ts';
import { unstableDecay } from './claims/unstableDecay.ts';
import { weightOfOneExample } from './claims/weightOfOneExample.ts';
import type { Experiment } from './experiment.ts';

/** Every experiment, in the order of the claims. A new one is a file in `claims/` and a line here. */
export const EXPERIMENTS: readonly Experiment[] = [
	notebook,
	gradientFactor,
	decayUnderSgd,
	decayUnderAdam,
	bowl,
	priorSetsLambda,
	lambdaAcrossSizes,
	lambdaExponent,
	perExampleDecay,
	weightOfOneExample,
	duplicatedData,
	lambdaSizeMap,
	overfitting,
	exactZeros,
	posteriorIsObjective,
	noiseIsRidge,
	augmentation,
	earlyStopping,
	dropout,
	capacity,
	unstableDecay,
	scaleInvariantWeights,
	normalisedWeights,
	adamwTimescale,
	movingLambda,
	momentumDecay,
	momentumNetwork,
];

/** Rows of the register of claims that have an experiment, each once and ascending. */
export const CLAIM_NUMBERS: readonly number[] = [...new Set(EXPERIMENTS.flatMap(({ claims }) => claims))].sort(
	(a, b) => a - b,
);

/** The experiment of that name, or null. */
export const findExperiment = (name: string): Experiment | null =>
	EXPERIMENTS.find((experiment) => experiment.name === name) ?? null;
