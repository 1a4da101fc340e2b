import { type Tensor, type Tensor2D, tensor1d, tensor2d, zerosLike } from '@tensorflow/tfjs-core';
import { at } from '../../at.ts';
import type { Weights } from '../../schema/run.ts';
import type { Layer } from './forward.ts';
import type { Slot } from './optimizer.ts';

/** W₀, b₀, W₁, b₁ …, with nothing remembered of any yet. */
export function firstSlots({ W, b }: Weights, memories: number): Slot[] {
	const parameters = W.flatMap((weights, layer): Tensor[] => [tensor2d(weights), tensor1d(at(b, layer))]);
	return parameters.map((parameter) => ({
		parameter,
		memory: Array.from({ length: memories }, () => zerosLike(parameter)),
	}));
}

/** W₀, b₀, W₁, b₁ … as layers. */
export function toLayers(parameters: readonly Tensor[]): Layer[] {
	return Array.from({ length: parameters.length / 2 }, (_, layer) => ({
		W: at(parameters, 2 * layer) as Tensor2D, // each layer's W comes first, of rank 2
		b: at(parameters, 2 * layer + 1),
	}));
}

/** Every tensor of a slot. */
export const tensorsOf = ({ parameter, memory }: Slot): Tensor[] => [parameter, ...memory];
