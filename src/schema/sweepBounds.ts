/** Bounds of a sweep's request; a deployment's own are tighter (GET /limits). */
export const SWEEP_BOUNDS = {
	/** Values of one axis. */
	axisValues: 1_000,
	/** Values of the m axis, each of which is checked and priced. */
	axisSizes: 100,
	/** Characters of a base as JSON: a ledger keeps it in one value, of 2 MB at most. */
	sweepBase: 1_000_000,
} as const;
