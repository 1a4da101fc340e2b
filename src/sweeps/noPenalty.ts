import type { ScalingAnalysis } from '../schema/analysis.ts';

/**
 * What λ = 0 is beside the best λ > 0, by their difference seed by seed: `best` or `worse` where its whole interval is on
 * that side of 0, else `as-good`, since these seeds cannot tell. Without an interval it is never the best, and as good where
 * its mean is not above.
 */
export function judgeNoPenalty({
	noPenaltyRegret: regret,
}: Pick<ScalingAnalysis['best'][number], 'noPenaltyRegret'>): 'best' | 'as-good' | 'worse' {
	const { value, low, high } = regret ?? { value: null, low: null, high: null };
	if (value === null) return 'worse'; // it is not on the axis, or has diverged
	if (low === null) return value > 0 ? 'worse' : 'as-good';
	return high !== null && high < 0 ? 'best' : low > 0 ? 'worse' : 'as-good';
}

/** Whether λ = 0 is better on average at an m, beyond the seeds or not: there the losses over λ > 0 have no minimum for an exponent. */
export const leadsOnAverage = ({
	noPenaltyRegret,
}: Pick<ScalingAnalysis['best'][number], 'noPenaltyRegret'>): boolean => (noPenaltyRegret?.value ?? 0) < 0;
