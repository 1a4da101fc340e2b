import type { Operation } from '../../src/contract/routes.ts';

/** Some seconds on one core, so that a reader sees a training answer while it goes on. */
const LONG_RUN = {
	data: { kind: 'moons', m: 300 },
	penalty: { lambda: 0.5 },
	training: { epochs: 60_000, recordEvery: 6000 },
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
