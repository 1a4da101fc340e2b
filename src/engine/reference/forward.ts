import { add, matMul, relu, sigmoid, type Tensor, type Tensor2D, tanh } from '@tensorflow/tfjs-core';
import type { Network } from '../../schema/network.ts';
import { passSignal } from './dropTiny.ts';

/** One layer's parameters: W as [out][in], b as [out]. */
export interface Layer {
	W: Tensor2D;
	b: Tensor;
}

const activations: Record<Network['activation'], (z: Tensor2D) => Tensor2D> = {
	relu,
	tanh,
	sigmoid,
	linear: (z) => z,
};

/**
 * The output of the network before the loss's own link: a ← activation(a·Wᵀ + b) layer by layer, the
 * last one linear.
 *
 * @param drop what dropout does to the output of a hidden layer, counted from 1
 */
export function forward(
	layers: readonly Layer[],
	X: Tensor2D,
	activation: Network['activation'],
	drop: (a: Tensor2D, layer: number) => Tensor2D = (a) => a,
): Tensor2D {
	return layers.reduce<Tensor2D>((a, { W, b }, index) => {
		const z = passSignal(add<Tensor2D>(matMul(a, W, false, true), b));
		return index < layers.length - 1 ? drop(passSignal(activations[activation](z)), index + 1) : z;
	}, X);
}
