import type { Data, PLANAR_GENERATORS, SelfContainedData } from '../schema/data.ts';
import { blobs } from './blobs.ts';
import { circles } from './circles.ts';
import { linearTeacher } from './linearTeacher.ts';
import { moons } from './moons.ts';
import { networkTeacher } from './networkTeacher.ts';
import type { Draw } from './planar.ts';
import { loadRealDataSet } from './realDataSet.ts';
import { isReal, type RealTables } from './realTables.ts';
import type { DataSet, Sample } from './sample.ts';
import { spirals } from './spirals.ts';
import { xor } from './xor.ts';

type Planar = (typeof PLANAR_GENERATORS)[number];

/** Generators of two classes in the plane. A new one is a file, a name in the schema and an entry here. */
const PLANAR: Record<Planar, (draw: Draw) => Sample> = { moons, circles, spirals, blobs, xor };

/** The examples that a spec names, wherever they come from. @throws what reading measured data throws */
export async function loadDataSet(data: Data, tables: RealTables): Promise<DataSet> {
	return isReal(data) ? loadRealDataSet(data, tables) : drawDataSet(data);
}

/** Draws the examples that a spec names, or takes them over from it. */
export function drawDataSet(data: SelfContainedData): DataSet {
	switch (data.kind) {
		case 'inline':
			return { train: { X: data.X, y: data.y }, test: data.test };
		case 'linear-teacher':
			return linearTeacher(data);
		case 'network-teacher':
			return networkTeacher(data);
		default: {
			const { m, noise, seed, test } = data;
			const generate = PLANAR[data.kind];
			return { train: generate({ m, noise, seed }), test: test && generate({ m: test.m, noise, seed: test.seed }) };
		}
	}
}
