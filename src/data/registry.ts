import type { Data, PLANAR_GENERATORS } from '../schema/data.ts';
import { blobs } from './blobs.ts';
import { circles } from './circles.ts';
import { linearTeacher } from './linearTeacher.ts';
import { moons } from './moons.ts';
import type { Draw } from './planar.ts';
import { realDataSet } from './realDataSet.ts';
import type { DataSet, Sample } from './sample.ts';
import { spirals } from './spirals.ts';
import { xor } from './xor.ts';

type Planar = (typeof PLANAR_GENERATORS)[number];

/** Generators of two classes in the plane. A new one is a file, a name in the schema and an entry here. */
const PLANAR: Record<Planar, (draw: Draw) => Sample> = { moons, circles, spirals, blobs, xor };

/** Draws, reads or takes over what a spec names. */
export function dataSet(data: Data): DataSet {
	switch (data.kind) {
		case 'inline':
			return { train: { X: data.X, y: data.y }, test: data.test };
		case 'linear-teacher':
			return linearTeacher(data);
		case 'breast-cancer':
		case 'diabetes':
		case 'digits':
			return realDataSet(data);
		default: {
			const { m, noise, seed, test } = data;
			const generate = PLANAR[data.kind];
			return { train: generate({ m, noise, seed }), test: test && generate({ m: test.m, noise, seed: test.seed }) };
		}
	}
}
