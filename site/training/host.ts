import { fusedEngine } from '../../src/engine/fused/fusedEngine.ts';
import { KernelPool } from '../../src/engine/fused/kernelPool.ts';
import { trainDenseIn } from '../../src/engine/fused/trainDense.ts';
import type { Host } from '../../src/engine/host.ts';
import { compiledKernel } from './kernel.ts';
import { realTables } from './realTables.ts';

/** Compiled while the worker's first message is on its way. */
const fused = compiledKernel().then((module) => fusedEngine(trainDenseIn(new KernelPool(module))));

/**
 * What training needs of a page's Web Worker. The kernel runs by itself; TensorFlow.js, most of a worker's bytes, is
 * fetched when the first spec asks for the reference engine.
 */
export const host: Host = {
	engines: {
		fused: () => fused,
		reference: async () => (await import('../../src/engine/reference/referenceEngine.ts')).referenceEngine,
	},
	tables: realTables,
};
