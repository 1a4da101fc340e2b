/**
 * Tensors of numbers and arrays, in place of TensorFlow.js's that say what is wrong with what they are given: `wrangler.toml` has the
 * aliases. All that the Worker gives them is the engine's own.
 */
import { ENGINE } from '@tensorflow/tfjs-core/dist/engine';
import { Tensor } from '@tensorflow/tfjs-core/dist/tensor';
import { isTypedArray, toTypedArray } from '@tensorflow/tfjs-core/dist/util';
import { inferDtype } from '@tensorflow/tfjs-core/dist/util_base';

type Numbers = Parameters<typeof toTypedArray>[0];
type Kind = 'float32' | 'int32' | 'bool';

/** Lengths of arrays within each other, by the first of each. */
export function inferShape(given: unknown): number[] {
	const shape: number[] = [];
	for (let one = given; Array.isArray(one) || isTypedArray(one as object); one = (one as unknown[])[0])
		shape.push((one as unknown[]).length);
	return shape;
}

export function makeTensor(given: Numbers, shape: number[] | null, inferred: number[], kind?: Kind): Tensor {
	const dtype = kind ?? (inferDtype(given) as Kind); // no texts
	const values = (Array.isArray(given) || isTypedArray(given) ? given : [given]) as Numbers;
	return ENGINE.makeTensor(toTypedArray(values, dtype), shape ?? inferred, dtype);
}

export function convertToTensor(given: Tensor | Numbers, _argument: string, _of: string, kind = 'numeric'): Tensor {
	if (given instanceof Tensor) return given;
	return makeTensor(given, null, inferShape(given), /^(bool|int32|float32)$/.test(kind) ? (kind as Kind) : undefined);
}

export const convertToTensorArray = (given: (Tensor | Numbers)[], argument: string, of: string): Tensor[] =>
	given.map((one) => convertToTensor(one, argument, of));
