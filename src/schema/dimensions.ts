import { at } from '../at.ts';
import type { Data } from './data.ts';
import type { Loss } from './losses.ts';
import { REAL_DATA } from './realData.ts';

/** What the targets of a data set are, which decides the losses that make sense for it. */
type TargetKind = 'binary' | 'classes' | 'real';

/** Sizes of a data set, known from the spec alone: nothing is drawn or read. */
export interface DataFacts {
	/** Training examples. */
	m: number;
	/** Held-out examples, 0 when there are none, and the first of them that validate. */
	heldOutRows: number;
	validationRows: number;
	features: number;
	/** Classes, or null for a regression. */
	classes: number | null;
	targets: TargetKind;
}

/** Sizes and kind of targets of `data`. */
export function dataFacts(data: Data): DataFacts {
	return { ...sizesAndTargets(data), validationRows: data.validation ?? 0 };
}

function sizesAndTargets(data: Data): Omit<DataFacts, 'validationRows'> {
	switch (data.kind) {
		case 'inline': {
			const samples = data.test ? [data, data.test] : [data];
			const targets = targetKind(samples);
			return {
				m: data.X.length,
				heldOutRows: data.test?.X.length ?? 0,
				features: at(data.X, 0).length,
				classes: targets === 'real' ? null : classCount(samples),
				targets,
			};
		}
		case 'linear-teacher':
		case 'network-teacher':
			return { m: data.m, heldOutRows: data.test?.m ?? 0, features: data.features, classes: null, targets: 'real' };
		case 'breast-cancer':
		case 'diabetes':
		case 'digits':
		case 'wine':
		case 'mnist':
		case 'diamonds': {
			const { rows, features, classes } = REAL_DATA[data.kind];
			const targets = classes === null ? 'real' : classes === 2 ? 'binary' : 'classes';
			return { m: data.m, heldOutRows: rows - data.m, features, classes, targets };
		}
		default:
			return { m: data.m, heldOutRows: data.test?.m ?? 0, features: 2, classes: 2, targets: 'binary' };
	}
}

type Targets = readonly { y: readonly number[] }[];

function targetKind(samples: Targets): TargetKind {
	const areAll = (test: (y: number) => boolean) => samples.every(({ y }) => y.every(test));
	if (areAll((y) => y === 0 || y === 1)) return 'binary';
	return areAll((y) => Number.isInteger(y) && y >= 0) ? 'classes' : 'real';
}

/** One more than the largest class number; at least 2. */
const classCount = (samples: Targets) =>
	1 + samples.reduce((most, { y }) => y.reduce((larger, each) => Math.max(larger, each), most), 1);

/** The loss that a spec without one gets: it follows the targets. */
export function defaultLoss({ targets }: DataFacts): Loss {
	switch (targets) {
		case 'binary':
			return 'binary-cross-entropy';
		case 'classes':
			return 'softmax-cross-entropy';
		case 'real':
			return 'half-squared-error';
	}
}

/**
 * Units of the layers from the inputs to the outputs: the last layer has one unit a class under softmax, otherwise one.
 *
 * @param facts of the spec's data
 */
export function layerWidths(
	{ network, loss }: { network: { hidden: readonly number[] }; loss: Loss },
	{ features, classes }: DataFacts,
): number[] {
	const outputs = loss === 'softmax-cross-entropy' && classes !== null ? classes : 1;
	return [features, ...network.hidden, outputs];
}
