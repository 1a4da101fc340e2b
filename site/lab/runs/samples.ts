import { isReal } from '../../../src/data/realTables.ts';
import { drawDataSet } from '../../../src/data/registry.ts';
import type { Sample } from '../../../src/data/sample.ts';
import { type Window, windowOf } from '../../../src/engine/boundary.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { isPlanarKind } from '../pick/choices.ts';
import { Newest } from './Newest.ts';

type Data = RunSpec['data'];
type Planar = Extract<Data, { noise: number; test: unknown; kind: 'moons' | 'circles' | 'spirals' | 'blobs' | 'xor' }>;

/** What is kept, so that a slider does not draw the same at every step. */
const KEPT = 24;
/** Rows of a sample that nobody looks at. */
const FEW = 2;

const drawn = new Newest<Sample | null>(KEPT);
/** The same by the data of specs, which are never changed: their rows need not be compared. */
const known = { train: new WeakMap<Data, Sample | null>(), test: new WeakMap<Data, Sample | null>() };
const windowsOfTest = new Newest<Window | null>(KEPT);

/** The examples that a spec learns from; null where they are measured ones. */
export const trainOf = (data: Data): Sample | null =>
	keptIn(known.train, data, () => {
		if (isReal(data)) return null;
		if (!isPlanar(data)) return drawDataSet(data).train;
		return drawn.of(JSON.stringify({ ...data, test: null }), () => drawDataSet({ ...data, test: null }).train);
	});

/** Those that it is judged by: a slider of m leaves them as they are, and many take long to draw. */
export const testOf = (data: Data): Sample | null =>
	keptIn(known.test, data, () => {
		if (isReal(data)) return null;
		if (!isPlanar(data)) return drawDataSet(data).test;
		return drawn.of(nameOfTest(data), () => drawDataSet({ ...data, m: FEW, seed: 0 }).test);
	});

/** The part of the plane that spans both, where they lie in a plane. */
export function windowsOf(data: Data): Window[] {
	const train = trainOf(data);
	const span = (sample: Sample | null) => (sample ? windowOf({ train: sample, test: null }) : null);
	const test = isPlanar(data) ? windowsOfTest.of(nameOfTest(data), () => span(testOf(data))) : span(testOf(data));
	return [span(train), test].flatMap((window) => window ?? []);
}

/** Takes over what the build has seen of held-out examples, so that a page opens without drawing them. */
export function knowTestWindow(data: Data, window: Window): void {
	if (isPlanar(data)) windowsOfTest.of(nameOfTest(data), () => window);
}

/** What is drawn in the plane by two seeds, one a sample: one does without the other. */
const isPlanar = (data: Data): data is Planar => isPlanarKind(data.kind);

/** What tells held-out examples apart. */
const nameOfTest = ({ kind, noise, test }: Planar): string => JSON.stringify({ kind, noise, heldOut: test });

function keptIn(kept: WeakMap<Data, Sample | null>, data: Data, make: () => Sample | null): Sample | null {
	const before = kept.get(data);
	if (before !== undefined) return before;
	const sample = make();
	kept.set(data, sample);
	return sample;
}
