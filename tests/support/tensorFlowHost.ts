import { host, kernel } from '../../scripts/nodeHost.ts';
import { fusedEngine } from '../../src/engine/fused/fusedEngine.ts';
import { KernelPool } from '../../src/engine/fused/kernelPool.ts';
import { registerTrainDense } from '../../src/engine/fused/onTensorFlow.ts';
import { trainDenseIn } from '../../src/engine/fused/trainDense.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { train } from '../../src/engine/train.ts';
import type { RunSpec } from '../../src/schema/runSpec.ts';

const fused = fusedEngine(registerTrainDense(trainDenseIn(new KernelPool(kernel))));

/** Trains a canonical spec as the Worker does: the kernel is an op of TensorFlow.js. */
export const trainOnTensorFlow = (spec: RunSpec) =>
	train(resolve(spec), { ...host, engines: { ...host.engines, fused: () => fused } });
