import { host } from '../../scripts/nodeHost.ts';
import type { RealDataKind } from '../../src/data/realTables.ts';

const SAMPLES = {
	'breast-cancer': await host.tables.rows('breast-cancer'),
	diabetes: await host.tables.rows('diabetes'),
	digits: await host.tables.rows('digits'),
};

/** All rows of a measured data set, read before the tests begin. */
export const realData = (kind: RealDataKind) => SAMPLES[kind];
