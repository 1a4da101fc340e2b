import {
	abs,
	add,
	customGrad,
	mul,
	relu,
	type Scalar,
	sign,
	square,
	sub,
	sum,
	type Tensor,
} from '@tensorflow/tfjs-core';
import { l1Share, penaltyCoefficient, type Sizes } from '../../penalty.ts';
import type { Penalty } from '../../schema/objective.ts';

/** Σ|w|, with the subgradient sign(w) that is 0 at 0; TensorFlow.js takes −1 there. */
const magnitudes = customGrad((w) => {
	const weights = w as Tensor; // customGrad also lends a function as its last argument; this gradient saves nothing
	return { value: sum(abs(weights)), gradFunc: (dy) => [mul(dy as Tensor, sign(weights))] };
});

/** c·Ω over some tensors of weights. */
export function penaltyTerm(penalty: Penalty, sizes: Sizes, weights: readonly Tensor[]): Scalar {
	const rho = l1Share(penalty);
	const omega = weights.flatMap((w) => [
		...(rho < 1 ? [mul<Scalar>(1 - rho, sum(square(w)))] : []),
		...(rho > 0 ? [mul<Scalar>(rho, magnitudes(w))] : []),
	]);
	return mul(
		penaltyCoefficient(penalty, sizes),
		omega.reduce((total, part) => add<Scalar>(total, part)),
	);
}

/** The proximal step of L1: sign(w)·max(|w| − threshold, 0). */
export function softThreshold(w: Tensor, threshold: number): Tensor {
	return mul(sign(w), relu(sub(abs(w), threshold)));
}
