import type { RunSpecInput } from '../../schema/runSpec.ts';

/** A network whose weights can be read at a glance, for experiments of a step or two: 2-3-1, tanh. */
export const smallNet = {
	network: { hidden: [3], activation: 'tanh' },
	init: {
		kind: 'explicit',
		W: [
			[
				[0.9, -0.7],
				[-0.4, 1.1],
				[0.6, 0.3],
			],
			[[-0.8, 0.5, 1.2]],
		],
		b: [[0.1, -0.2, 0], [0.1]],
	},
} satisfies Partial<RunSpecInput>;
