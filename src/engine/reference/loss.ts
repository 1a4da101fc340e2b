import { mean, mul, type Scalar, softplus, sub, type Tensor2D } from '@tensorflow/tfjs-core';

/**
 * Mean of −log p over the examples, for targets 0 or 1 and p = sigmoid(z): log(1 + exp(∓z)), with
 * the sign that the target says, so that it neither overflows nor cancels.
 */
export function binaryCrossEntropy(z: Tensor2D, y: Tensor2D): Scalar {
	const towardsTheOtherClass = mul(z, sub(1, mul(2, y)));
	return mean(softplus(towardsTheOtherClass));
}
