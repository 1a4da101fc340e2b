import type { Loss } from '../../../schema/losses.ts';
import { read } from './plainLayers.ts';

/** log Σ exp(z), with the largest taken out so that nothing overflows. */
function logSumExp(z: Float32Array): number {
	const most = z.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
	return most + Math.log(z.reduce((sum, each) => sum + Math.exp(each - most), 0));
}

/** log(1 + exp(z)) without overflow. */
const softplus = (z: number) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** The four losses of one example: z holds the network's outputs, y is the target. */
export const plainLosses: Record<
	Loss,
	{ value: (z: Float32Array, y: number) => number; slope: (z: Float32Array, y: number, output: number) => number }
> = {
	'binary-cross-entropy': {
		value: (z, y) => softplus(y === 1 ? -read(z, 0) : read(z, 0)),
		slope: (z, y) => 1 / (1 + Math.exp(-read(z, 0))) - y,
	},
	'softmax-cross-entropy': {
		value: (z, y) => logSumExp(z) - read(z, y),
		slope: (z, y, output) => Math.exp(read(z, output) - logSumExp(z)) - (y === output ? 1 : 0),
	},
	'half-squared-error': {
		value: (z, y) => 0.5 * (read(z, 0) - y) ** 2,
		slope: (z, y) => read(z, 0) - y,
	},
	'squared-error': {
		value: (z, y) => (read(z, 0) - y) ** 2,
		slope: (z, y) => 2 * (read(z, 0) - y),
	},
};
