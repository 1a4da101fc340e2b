import type { Window } from '../../../src/engine/boundary.ts';
import { dataFacts } from '../../../src/schema/dimensions.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import type { Frame } from '../../pictures/boundary/frame.ts';
import { testOf, trainOf, windowsOf } from './samples.ts';

/** Height of every picture by its width, as the style sheet has it: that of the opening examples. */
const SHAPE = 298.5 / 400;
/** What a picture is not seen to be out of shape by. */
const EXACT = 1e-3;

/**
 * The part of the plane that spans the examples of all runs, so that their pictures can be compared; null where none has a
 * plane. It has one shape whatever the examples are: the page stays in its place while their number changes.
 */
export function sharedWindow(specs: readonly RunSpec[]): Window | null {
	const windows = specs.flatMap(({ data }) => (dataFacts(data).features === 2 ? windowsOf(data) : []));
	if (windows.length === 0) return null;
	const span = (axis: 'x' | 'y'): [number, number] => [
		Math.min(...windows.map((window) => window[axis][0])),
		Math.max(...windows.map((window) => window[axis][1])),
	];
	return inShape({ x: span('x'), y: span('y') });
}

/** Whether all examples in the plane lie in a part of it; they are then seen whole or nearly so. */
export function holdsAll({ x, y }: Frame, specs: readonly RunSpec[]): boolean {
	const isWithin = (value: number | undefined, [low, high]: Frame['x']) =>
		value !== undefined && value >= low && value <= high;
	return specs
		.filter(({ data }) => dataFacts(data).features === 2)
		.flatMap(({ data }) => [...(trainOf(data)?.X ?? []), ...(testOf(data)?.X ?? [])])
		.every(([a, b]) => isWithin(a, x) && isWithin(b, y));
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
