import { add, gather, mul, type Tensor1D, type Tensor2D, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import type { Sample } from '../../data/sample.ts';
import type { RunSpec } from '../../schema/runSpec.ts';
import { dropoutMask, normals } from '../counterRandom.ts';
import { dropTinyOf } from './dropTiny.ts';

/** Examples as tensors. */
export interface Examples {
	/** [rows][features] */
	X: Tensor2D;
	/** [rows] */
	y: Tensor1D;
}

export const toTensors = ({ X, y }: Sample): Examples => ({ X: tensor2d(X), y: tensor1d(y) });

/** Those rows of the examples, in that order. */
export function gatherRows({ X, y }: Examples, rows: readonly number[]): Examples {
	const indices = tensor1d([...rows], 'int32');
	return { X: gather(X, indices), y: gather(y, indices) };
}

type Regularizers = RunSpec['regularizers'];

/** X + σ·ε, with the noise of this step. */
export function addNoise({ X, y }: Examples, { inputNoise, seed }: Regularizers, step: number): Examples {
	if (inputNoise === 0) return { X, y };
	const noise = tensor2d(normals({ seed, step, layer: 0 }, ...X.shape), X.shape);
	return { X: dropTinyOf(add(X, mul(inputNoise, noise))), y };
}

/** The outputs of a hidden layer, counted from 1, under the dropout mask of this step. */
export function dropUnits(a: Tensor2D, { dropout, seed }: Regularizers, step: number, layer: number): Tensor2D {
	if (dropout === 0) return a;
	return mul<Tensor2D>(a, tensor2d(dropoutMask({ seed, step, layer }, ...a.shape, dropout), a.shape));
}
