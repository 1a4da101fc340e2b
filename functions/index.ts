import kernel from '../build/kernel.wasm';
import { loadKernel } from '../src/engine/fused/kernelInstance.ts';
import { createApp } from './app.ts';

loadKernel(kernel);

export default createApp();
