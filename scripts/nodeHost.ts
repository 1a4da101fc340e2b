/** What the engine needs of Node: its compiled kernel and the measured data, from files. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { REAL_FILES, readRealDataWith } from '../src/data/real.ts';
import { loadKernel } from '../src/engine/fused/kernelInstance.ts';

loadKernel(new WebAssembly.Module(readFileSync('build/kernel.wasm')));
readRealDataWith(async (kind) => JSON.parse(await readFile(`src/data/real/${REAL_FILES[kind]}`, 'utf8')));
