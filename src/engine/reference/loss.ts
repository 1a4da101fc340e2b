import {
	cast,
	logSumExp,
	mean,
	mul,
	oneHot,
	type Scalar,
	softplus,
	square,
	squeeze,
	sub,
	sum,
	type Tensor1D,
	type Tensor2D,
} from '@tensorflow/tfjs-core';
import type { Loss } from '../../schema/losses.ts';

/** Mean of a loss over the examples: z as [rows][outputs], the network's output; y as [rows]. */
export const losses: Record<Loss, (z: Tensor2D, y: Tensor1D) => Scalar> = {
	/** −log p with p = sigmoid(z): log(1 + exp(∓z)), with the sign that the target says, so that it neither overflows nor cancels. */
	'binary-cross-entropy': (z, y) => mean(softplus(mul(squeeze(z, [1]), sub(1, mul(2, y))))),
	/** −log p with p = softmax(z): log Σ exp(z) − z_y. */
	'softmax-cross-entropy': (z, y) => {
		const own = sum(mul(z, oneHot(cast(y, 'int32'), z.shape[1])), 1);
		return mean(sub(logSumExp(z, 1), own));
	},
	'half-squared-error': (z, y) => mul(0.5, mean(square(sub(squeeze(z, [1]), y)))),
	'squared-error': (z, y) => mean(square(sub(squeeze(z, [1]), y))),
};
