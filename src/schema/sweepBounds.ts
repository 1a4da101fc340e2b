/** Bounds of a sweep's request; a deployment's own are tighter (GET /limits). */
export const SWEEP_BOUNDS = {
	axisValues: 1_000,
	axisSizes: 100,
	sweepBase: 1_000_000,
	sweepInterests: 100,
} as const;

/** What each of them bounds. */
export const SWEEP_BOUND_DESCRIPTIONS: Record<keyof typeof SWEEP_BOUNDS, string> = {
	axisValues: 'Values of one axis',
	axisSizes: 'Values of the m axis, each of which is checked and priced',
	sweepBase: 'Characters of a base as JSON: a ledger keeps it in one value, of 2 MB at most',
	sweepInterests: 'Callers whose interest in one sweep is counted; later ones get no token',
};
