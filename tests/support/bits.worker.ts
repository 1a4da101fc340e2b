/** Trains in a browser's Web Worker: takes the compiled kernel's bytes and canonical specs, gives back what tells one result from another. */
import { type RealData, readRealDataWith } from '../../src/data/real.ts';
import { loadKernel } from '../../src/engine/fused/kernelInstance.ts';
import { train } from '../../src/engine/train.ts';
import type { RunSpec } from '../../src/schema/runSpec.ts';
import { bitsOf } from './bitsOf.ts';

self.onmessage = async ({
	data,
}: MessageEvent<{ kernel: number[]; tables: Record<RealData, unknown>; specs: RunSpec[] }>) => {
	readRealDataWith(async (kind) => data.tables[kind]);
	loadKernel(await WebAssembly.compile(Uint8Array.from(data.kernel)));
	const texts: string[] = [];
	for (const spec of data.specs) texts.push(bitsOf(await train(spec)));
	self.postMessage(texts);
};
