/**
 * What the engine and its backend use of TensorFlow.js's core, in place of all of it: `wrangler.toml` has the alias. The
 * whole has optimizers, savers, downloaders and 150 operations that bundlers must keep, 31 KB of the Worker's 250,
 * compressed. Where something is missing here, the Worker's bundle names it and does not build.
 */
import '@tensorflow/tfjs-core/dist/engine';
import { buffer } from '@tensorflow/tfjs-core/dist/ops/buffer';
import { cast } from '@tensorflow/tfjs-core/dist/ops/cast';
import { clone } from '@tensorflow/tfjs-core/dist/ops/clone';
import { setOpHandler } from '@tensorflow/tfjs-core/dist/tensor';

setOpHandler({ buffer, cast, clone, print() {} });

export { DataStorage, KernelBackend } from '@tensorflow/tfjs-core/dist/backends/backend';
export { env } from '@tensorflow/tfjs-core/dist/environment';
export { dispose, enableProdMode, engine, keep, registerBackend, tidy } from '@tensorflow/tfjs-core/dist/globals';
export { customGrad, valueAndGrads } from '@tensorflow/tfjs-core/dist/gradients';
export * from '@tensorflow/tfjs-core/dist/kernel_names';
export { registerKernel } from '@tensorflow/tfjs-core/dist/kernel_registry';
export { abs } from '@tensorflow/tfjs-core/dist/ops/abs';
export { add } from '@tensorflow/tfjs-core/dist/ops/add';
export { argMax } from '@tensorflow/tfjs-core/dist/ops/arg_max';
export { broadcastTo } from '@tensorflow/tfjs-core/dist/ops/broadcast_to';
export * as broadcast_util from '@tensorflow/tfjs-core/dist/ops/broadcast_util';
export { buffer } from '@tensorflow/tfjs-core/dist/ops/buffer';
export { cast } from '@tensorflow/tfjs-core/dist/ops/cast';
export { div } from '@tensorflow/tfjs-core/dist/ops/div';
export { equal } from '@tensorflow/tfjs-core/dist/ops/equal';
export { gather } from '@tensorflow/tfjs-core/dist/ops/gather';
export { greater } from '@tensorflow/tfjs-core/dist/ops/greater';
export { logSumExp } from '@tensorflow/tfjs-core/dist/ops/log_sum_exp';
export { matMul } from '@tensorflow/tfjs-core/dist/ops/mat_mul';
export { mean } from '@tensorflow/tfjs-core/dist/ops/mean';
export { mul } from '@tensorflow/tfjs-core/dist/ops/mul';
export { oneHot } from '@tensorflow/tfjs-core/dist/ops/one_hot';
export { relu } from '@tensorflow/tfjs-core/dist/ops/relu';
export { reshape } from '@tensorflow/tfjs-core/dist/ops/reshape';
export { sigmoid } from '@tensorflow/tfjs-core/dist/ops/sigmoid';
export { sign } from '@tensorflow/tfjs-core/dist/ops/sign';
export * as slice_util from '@tensorflow/tfjs-core/dist/ops/slice_util';
export { softplus } from '@tensorflow/tfjs-core/dist/ops/softplus';
export { sqrt } from '@tensorflow/tfjs-core/dist/ops/sqrt';
export { square } from '@tensorflow/tfjs-core/dist/ops/square';
export { squeeze } from '@tensorflow/tfjs-core/dist/ops/squeeze';
export { sub } from '@tensorflow/tfjs-core/dist/ops/sub';
export { sum } from '@tensorflow/tfjs-core/dist/ops/sum';
export { tanh } from '@tensorflow/tfjs-core/dist/ops/tanh';
export { tensor } from '@tensorflow/tfjs-core/dist/ops/tensor';
export { tensor1d } from '@tensorflow/tfjs-core/dist/ops/tensor1d';
export { tensor2d } from '@tensorflow/tfjs-core/dist/ops/tensor2d';
export { zerosLike } from '@tensorflow/tfjs-core/dist/ops/zeros_like';
export { TensorBuffer } from '@tensorflow/tfjs-core/dist/tensor';
export { upcastType } from '@tensorflow/tfjs-core/dist/types';
export * as backend_util from './backendUtil.ts';
export * as kernel_impls from './kernelImpls.ts';
export * as util from './util.ts';
