import type { Operation } from '../../src/contract/routes.ts';

/**
 * Some seconds on one core, so that a reader sees a training answer while it goes on: recorded so often that each event
 * has numbers, and with no layer so narrow that under some seeds all its units die, so that they change.
 */
const LONG_RUN = {
	data: { kind: 'moons', m: 300 },
	network: { hidden: [16, 8] },
	penalty: { lambda: 0.5 },
	training: { epochs: 60_000, recordEvery: 200 },
} as const;

/** A body for a route that answers while it trains, which takes long enough to be watched. */
export const longExample = ({ resource }: Pick<Operation, 'resource'>): object =>
	resource === 'comparisons'
		? {
				base: LONG_RUN,
				variants: [
					{ label: 'λ = 0', patch: { penalty: { lambda: 0 } } },
					{ label: 'λ = 0.5', patch: {} },
				],
			}
		: LONG_RUN;
