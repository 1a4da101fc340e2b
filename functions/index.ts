import kernel from '../build/kernel.wasm';
import { loadKernel } from '../src/engine/fused/kernelInstance.ts';
import { createApp } from './app.ts';

loadKernel(kernel);

export { SweepLane } from './sweeps/lane.ts';
export { SweepLedger } from './sweeps/ledger.ts';
export { SweepQuota } from './sweeps/quota.ts';

export default createApp();
