import { add, div, mul, sqrt, square, sub, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../at.ts';
import type { Optimizer } from '../../schema/training.ts';
import { TINY_SQUARE } from '../tiny.ts';
import { dropTinyOf } from './dropTiny.ts';

/** A parameter with what the optimizer remembers of it. */
export interface Slot {
	parameter: Tensor;
	/** Velocity of SGD, or the first and second moment of Adam. */
	memory: Tensor[];
}

/**
 * One step of an optimizer, as PyTorch defines it.
 *
 *     sgd   v ← μv + g,  w ← w − η·v          (Nesterov: w ← w − η·(g + μv))
 *     adam  m ← β₁m + (1−β₁)g,  s ← β₂s + (1−β₂)g²,  w ← w − η/(1−β₁ᵗ) · m / (√(s/(1−β₂ᵗ)) + ε)
 *
 * Adam: Kingma & Ba, arXiv 1412.6980.
 *
 * @param t the number of this step, from 1
 */
export function optimize(
	optimizer: Optimizer,
	{ parameter, memory }: Slot,
	gradient: Tensor,
	learningRate: number,
	t: number,
): Slot {
	if (optimizer.kind === 'sgd') {
		const { momentum, nesterov } = optimizer;
		const [before] = memory;
		if (!before) return { parameter: sub(parameter, mul(learningRate, gradient)), memory };
		const velocity = dropTinyOf(add(mul(momentum, before), gradient));
		const direction = nesterov ? add(gradient, mul(momentum, velocity)) : velocity;
		return { parameter: sub(parameter, mul(learningRate, direction)), memory: [velocity] };
	}
	const { beta1, beta2, epsilon } = optimizer;
	const [meanBefore, squareBefore] = [at(memory, 0), at(memory, 1)];
	const mean = dropTinyOf(add(mul(beta1, meanBefore), mul(1 - beta1, gradient)));
	const meanSquare = dropTinyOf(add(mul(beta2, squareBefore), mul(1 - beta2, square(gradient))), TINY_SQUARE);
	const scale = add(mul(sqrt(meanSquare), 1 / Math.sqrt(1 - beta2 ** t)), epsilon);
	const step = div(mul(learningRate / (1 - beta1 ** t), mean), scale);
	return { parameter: sub(parameter, step), memory: [mean, meanSquare] };
}
