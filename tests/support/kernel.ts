/** Gives the fused engine its kernel in Node, as `npm run build:kernel` has built it. */
import { readFileSync } from 'node:fs';
import { loadKernel } from '../../src/engine/fused/kernelInstance.ts';

loadKernel(new WebAssembly.Module(readFileSync('build/kernel.wasm')));
