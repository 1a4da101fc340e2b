/** Gives the tests in Node what they need of a host, the measured data already read. */
import '../../scripts/nodeHost.ts';
import { REAL_FILES, type RealData, realDataReady } from '../../src/data/real.ts';

await Promise.all(Object.keys(REAL_FILES).map((kind) => realDataReady(kind as RealData))); // the keys of the table
