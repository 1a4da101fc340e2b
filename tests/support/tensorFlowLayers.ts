/** TensorFlow.js with Layers on the CPU, as its package `tfjs` has it, without that package's 200 MB of other backends. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';

export * from '@tensorflow/tfjs-core';
export * from '@tensorflow/tfjs-layers';
