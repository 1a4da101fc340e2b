/** What the engine needs of Node, from files; and its ways in, for scripts and tests. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { RealTables, TABLE_FILES } from '../src/data/realTables.ts';
import { fusedEngine } from '../src/engine/fused/fusedEngine.ts';
import { KernelPool } from '../src/engine/fused/kernelPool.ts';
import { trainDenseIn } from '../src/engine/fused/trainDense.ts';
import type { Host } from '../src/engine/host.ts';
import { referenceEngine } from '../src/engine/reference/referenceEngine.ts';
import { resolve } from '../src/engine/resolve.ts';
import { train as trainOn, type Watching } from '../src/engine/train.ts';
import type { RunSpec } from '../src/schema/runSpec.ts';

export const kernel = new WebAssembly.Module(readFileSync('build/kernel.wasm'));
const fused = fusedEngine(trainDenseIn(new KernelPool(kernel)));

export const host: Host = {
	engines: { fused: () => fused, reference: () => referenceEngine },
	tables: new RealTables(async (kind) => JSON.parse(await readFile(`src/data/real/${TABLE_FILES[kind]}`, 'utf8'))),
};

/** Trains a canonical spec in Node. */
export const train = (spec: RunSpec, watching?: Watching) => trainOn(resolve(spec), host, watching);
