import { env } from 'cloudflare:workers';
import kernel from '../../build/kernel.wasm';
import { RealTables, TABLE_FILES } from '../../src/data/realTables.ts';
import { fusedEngine } from '../../src/engine/fused/fusedEngine.ts';
import { KernelPool } from '../../src/engine/fused/kernelPool.ts';
import { registerTrainDense } from '../../src/engine/fused/onTensorFlow.ts';
import { trainDenseIn } from '../../src/engine/fused/trainDense.ts';
import type { Host } from '../../src/engine/host.ts';
import { referenceEngine } from '../../src/engine/reference/referenceEngine.ts';

const fused = fusedEngine(registerTrainDense(trainDenseIn(new KernelPool(kernel))));

/**
 * What training needs of the Worker: the kernel, imported as a module and registered with TensorFlow.js, and the
 * measured data from the deployment's own files, which the site's build lays beside its pages.
 */
export const host: Host = {
	engines: { fused: () => fused, reference: () => referenceEngine },
	tables: new RealTables(async (kind) => {
		const response = await env.ASSETS.fetch(`https://assets.invalid/data/${TABLE_FILES[kind]}`);
		if (!response.ok)
			throw new Error(`the data "${kind}" are not among the assets (${response.status}): build the site first`);
		return response.json();
	}),
};
