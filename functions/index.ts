import { createApp } from './app.ts';

export { DayQuota } from './quota/dayQuota.ts';
export { SweepLane } from './sweeps/lane.ts';
export { LaneTurns } from './sweeps/laneTurns.ts';
export { SweepLedger } from './sweeps/ledger.ts';
export { Trainer } from './trainers/trainer.ts';

export default createApp();
