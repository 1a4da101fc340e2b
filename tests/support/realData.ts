import { host } from '../../scripts/nodeHost.ts';
import type { RealDataKind } from '../../src/data/realTables.ts';

const SAMPLES = {
	'breast-cancer': await host.tables.rows('breast-cancer'),
	diabetes: await host.tables.rows('diabetes'),
	digits: await host.tables.rows('digits'),
	wine: await host.tables.rows('wine'),
	mnist: await host.tables.rows('mnist'),
	diamonds: await host.tables.rows('diamonds'),
};

/** All rows of a measured data set, read before the tests begin. */
export const realData = (kind: RealDataKind) => SAMPLES[kind];
