import { createApp } from './app.ts';

export { SweepLane } from './sweeps/lane.ts';
export { SweepLedger } from './sweeps/ledger.ts';
export { SweepQuota } from './sweeps/quota.ts';

export default createApp();
