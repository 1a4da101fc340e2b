import type { ScalingAnalysis } from '../schema/analysis.ts';

type Best = ScalingAnalysis['best'][number];

/**
 * What λ = 0 is beside the best λ > 0, by their difference seed by seed: `best` or `worse` where its whole interval is on
 * that side of 0, else `as-good`, since these seeds cannot tell. So few seeds that there is no interval can tell where
 * all of them agree: `best-so-far` where each has less loss at λ = 0. `only` where no λ > 0 has a loss at all.
 */
export function judgeNoPenalty({
	lambda,
	noPenalty,
	noPenaltyRegret: regret,
	noPenaltySeeds: seeds,
}: Pick<Best, 'lambda' | 'noPenalty' | 'noPenaltyRegret' | 'noPenaltySeeds'>):
	| 'only'
	| 'best'
	| 'best-so-far'
	| 'as-good'
	| 'worse' {
	if (lambda.value === null) return noPenalty === null || noPenalty.value === null ? 'worse' : 'only';
	if (regret === null || regret.value === null || seeds === null) return 'worse'; // it is not on the axis, or has diverged
	const { less, more } = seeds;
	if (regret.low === null) return less > 0 && more === 0 ? 'best-so-far' : more > 0 && less === 0 ? 'worse' : 'as-good';
	return regret.high !== null && regret.high < 0 ? 'best' : regret.low > 0 ? 'worse' : 'as-good';
}

/** Whether λ = 0 is better on average at an m, beyond the seeds or not: there the losses over λ > 0 have no minimum for an exponent. */
export const leadsOnAverage = ({ noPenaltyRegret }: Pick<Best, 'noPenaltyRegret'>): boolean =>
	(noPenaltyRegret?.value ?? 0) < 0;
