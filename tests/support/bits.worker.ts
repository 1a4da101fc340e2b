/** Trains in a browser's Web Worker: takes the compiled kernel's bytes and canonical specs, gives back what tells one result from another. */
import { type RealDataKind, RealTables } from '../../src/data/realTables.ts';
import { fusedEngine } from '../../src/engine/fused/fusedEngine.ts';
import { KernelPool } from '../../src/engine/fused/kernelPool.ts';
import { trainDenseIn } from '../../src/engine/fused/trainDense.ts';
import type { Host } from '../../src/engine/host.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { train } from '../../src/engine/train.ts';
import type { RunSpec } from '../../src/schema/runSpec.ts';
import { bitsOf } from './bitsOf.ts';

self.onmessage = async ({
	data,
}: MessageEvent<{ kernel: number[]; tables: Record<RealDataKind, unknown>; specs: RunSpec[] }>) => {
	const kernel = await WebAssembly.compile(Uint8Array.from(data.kernel));
	const fused = fusedEngine(trainDenseIn(new KernelPool(kernel)));
	const host: Host = {
		engines: {
			fused: () => fused,
			reference: () => Promise.reject(new Error('the specs are of the fused engine')),
		},
		tables: new RealTables(async (kind) => (kind === 'study' ? null : data.tables[kind])),
	};
	const texts: string[] = [];
	for (const spec of data.specs) texts.push(bitsOf(await train(resolve(spec), host)));
	self.postMessage(texts);
};
