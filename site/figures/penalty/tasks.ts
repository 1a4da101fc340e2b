import type { Measurement } from '../../../src/schema/measurements.ts';
import { mean } from '../../../src/statistics.ts';
import type { LiveTask } from '../../training/live/messages.ts';
import { GRID, thirtyMoons } from '../thirtyMoons.ts';

/** What the reader takes hold of. */
export interface PenaltyState {
	lambda: number;
}

export const PUBLISHED_PENALTY: PenaltyState = { lambda: 0.2 };

/** Strengths along the curve, six a decade. */
export const LAMBDAS: readonly number[] = [
	...[0.001, 0.01, 0.1, 1].flatMap((unit) =>
		[1, 1.5, 2, 3, 5, 7].map((digit) => Number((unit * digit).toPrecision(2))),
	),
	10,
];

/** Samples of thirty points over which the curve is averaged; the boundary is that of one of them. */
const SEEDS = Array.from({ length: 16 }, (_, i) => i + 1);

/** The mean losses at one strength. */
export interface CurvePoint {
	lambda: number;
	/** On the thirty points of each sample. */
	training: number;
	/** On points that no network has learned from. */
	fresh: number;
}

/** The network whose boundary is shown. */
export const penaltyTask = ({ lambda }: PenaltyState): LiveTask => ({ spec: thirtyMoons({ lambda }), grid: GRID });

/** The trainings behind one point of the curve. */
export const curveTasks = (lambda: number): LiveTask[] =>
	SEEDS.map((seed) => ({ spec: thirtyMoons({ lambda, seed }) }));

/** Digits that a committed curve keeps. */
const DIGITS = 6;

/** A point of the curve from what its trainings ended with. */
export function curvePoint(lambda: number, finals: readonly Pick<Measurement, 'dataLoss' | 'testLoss'>[]): CurvePoint {
	const over = (values: (number | null)[]) =>
		Number(mean(values.map((value) => value ?? Number.NaN)).toPrecision(DIGITS));
	return {
		lambda,
		training: over(finals.map(({ dataLoss }) => dataLoss)),
		fresh: over(finals.map(({ testLoss }) => testLoss)),
	};
}
