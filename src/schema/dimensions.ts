import { type Data, REAL_DATA } from './data.ts';
import type { Loss } from './objective.ts';

/** What the targets of a data set are, which decides the losses that make sense for it. */
type TargetKind = 'binary' | 'classes' | 'real';

/** Sizes of a data set, known from the spec alone: nothing is drawn or read. */
interface DataFacts {
	/** Training examples. */
	m: number;
	/** Held-out examples, 0 when there are none. */
	testRows: number;
	features: number;
	/** Classes, or null for a regression. */
	classes: number | null;
	targets: TargetKind;
}

/** Sizes and kind of targets of `data`. */
export function dataFacts(data: Data): DataFacts {
	switch (data.kind) {
		case 'inline': {
			const targets = [...data.y, ...(data.test?.y ?? [])];
			const kind = targetKind(targets);
			return {
				m: data.X.length,
				testRows: data.test?.X.length ?? 0,
				features: data.X[0]?.length ?? 0,
				classes: kind === 'real' ? null : 1 + targets.reduce((most, y) => Math.max(most, y), 1),
				targets: kind,
			};
		}
		case 'linear-teacher':
			return { m: data.m, testRows: data.test?.m ?? 0, features: data.features, classes: null, targets: 'real' };
		case 'breast-cancer':
		case 'diabetes':
		case 'digits': {
			const { rows, features, classes } = REAL_DATA[data.kind];
			const targets = classes === null ? 'real' : classes === 2 ? 'binary' : 'classes';
			return { m: data.m, testRows: rows - data.m, features, classes, targets };
		}
		default:
			return { m: data.m, testRows: data.test?.m ?? 0, features: 2, classes: 2, targets: 'binary' };
	}
}

function targetKind(targets: readonly number[]): TargetKind {
	if (targets.every((y) => y === 0 || y === 1)) return 'binary';
	return targets.every((y) => Number.isInteger(y) && y >= 0) ? 'classes' : 'real';
}

/** The loss that a spec without one gets: it follows the data. */
export function defaultLoss(data: Data): Loss {
	switch (dataFacts(data).targets) {
		case 'binary':
			return 'binary-cross-entropy';
		case 'classes':
			return 'softmax-cross-entropy';
		case 'real':
			return 'half-squared-error';
	}
}

/** Units of the output layer: one a class under softmax, otherwise one. */
function outputUnits(data: Data, loss: Loss): number {
	return loss === 'softmax-cross-entropy' ? (dataFacts(data).classes ?? 1) : 1;
}

/** Widths of the layers from the input to the output. */
export function layerWidths(spec: { data: Data; network: { hidden: readonly number[] }; loss: Loss }): number[] {
	return [dataFacts(spec.data).features, ...spec.network.hidden, outputUnits(spec.data, spec.loss)];
}
