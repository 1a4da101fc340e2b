import { isReal } from '../../../src/data/realTables.ts';
import { drawDataSet } from '../../../src/data/registry.ts';
import type { DataSet } from '../../../src/data/sample.ts';
import { type Window, windowOf } from '../../../src/engine/boundary.ts';
import { dataFacts } from '../../../src/schema/dimensions.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';

/** Samples that are kept, so that a slider does not draw the same one at every step. */
const KEPT = 24;

const samples = new Map<string, DataSet>();
/** The same by the data of specs, which are never changed: their rows need not be compared. */
const known = new WeakMap<RunSpec['data'], DataSet>();

/** The examples of a spec whose data are not measured ones. */
export function sampleOf(data: RunSpec['data']): DataSet | null {
	if (isReal(data)) return null;
	const before = known.get(data);
	if (before) return before;
	const key = JSON.stringify(data);
	const sample = samples.get(key) ?? drawDataSet(data);
	samples.delete(key);
	samples.set(key, sample);
	for (const [oldest] of samples) if (samples.size > KEPT) samples.delete(oldest);
	known.set(data, sample);
	return sample;
}

/** Height of every picture by its width, as the style sheet has it: that of the opening examples. */
const SHAPE = 298.5 / 400;
/** What a picture is not seen to be out of shape by. */
const EXACT = 1e-3;

/**
 * The part of the plane that spans the examples of all runs, so that their pictures can be compared; null where none has a
 * plane. It has one shape whatever the examples are: the page stays in its place while their number changes.
 */
export function sharedWindow(specs: readonly RunSpec[]): Window | null {
	const windows = specs.flatMap(({ data }) => {
		const sample = dataFacts(data).features === 2 ? sampleOf(data) : null;
		return sample ? [windowOf(sample)] : [];
	});
	if (windows.length === 0) return null;
	const span = (axis: 'x' | 'y'): [number, number] => [
		Math.min(...windows.map((window) => window[axis][0])),
		Math.max(...windows.map((window) => window[axis][1])),
	];
	return inShape({ x: span('x'), y: span('y') });
}

/** With room added on both sides, across or down. */
function inShape({ x, y }: Window): Window {
	const [width, height] = [x[1] - x[0], y[1] - y[0]];
	const [across, down] = [height / SHAPE / width - 1, (width * SHAPE) / height - 1];
	const wider = ([low, high]: Window['x'], by: number): Window['x'] => {
		const more = (Math.max(0, by) * (high - low)) / 2;
		return by > EXACT ? [low - more, high + more] : [low, high];
	};
	return { x: wider(x, across), y: wider(y, down) };
}
