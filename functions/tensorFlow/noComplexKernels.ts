/**
 * Kernels of the backend without what they do with complex numbers and texts, which no tensor here has: `wrangler.toml` has the aliases.
 */
import { fill } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Fill';
import { identity } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Identity';
import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import { hasEncodingLoss } from '@tensorflow/tfjs-core/dist/util_base';

type Backend = Parameters<typeof identity>[0]['backend'];
interface Given {
	inputs: { x: TensorInfo };
	backend: Backend;
}

/** Numbers without their fractions, or whether they are not 0. */
export const castImpl = (values: ArrayLike<number>, shape: number[], _from: string, dtype: 'int32' | 'bool') =>
	[
		shape,
		dtype,
		dtype === 'int32' ? Int32Array.from(values) : Uint8Array.from(values, (one) => (one ? 1 : 0)),
	] as const;

export function cast({ inputs, backend, attrs: { dtype } }: Given & { attrs: { dtype: TensorInfo['dtype'] } }) {
	const { x } = inputs;
	if (!hasEncodingLoss(x.dtype, dtype)) return { ...identity({ inputs, backend }), dtype };
	const values = backend.data.get(x.dataId).values as ArrayLike<number>;
	const [shape, kind, made] = castImpl(values, x.shape, x.dtype, dtype as 'int32' | 'bool');
	return backend.makeTensorInfo(shape, kind, made);
}

const zerosLike = ({ inputs: { x }, backend }: Given) =>
	fill({ backend, attrs: { shape: x.shape, value: 0, dtype: x.dtype } });

const configOf = (kernelName: string, kernelFunc: unknown) => ({
	...{ kernelName, backendName: 'cpu' },
	kernelFunc: kernelFunc as KernelFunc,
});

export const castConfig = configOf('Cast', cast);
export const zerosLikeConfig = configOf('ZerosLike', zerosLike);
/** Nothing here makes copies of a tensor. */
export const tileConfig = configOf('Tile', null);
