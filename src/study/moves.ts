import { at } from '../at.ts';
import { mean } from '../statistics.ts';
import { SEEDS, TASKS } from './design.ts';
import { findOptimum, type Optimum } from './gridError.ts';
import { interpolate } from './interpolate.ts';
import { eachRule, factorOf, type Rule } from './rules.ts';
import { type CaseTable, meanLoss } from './table.ts';

/**
 * How λ is chosen. `by-mean`: by the mean validation loss of all draws, which tells what a rule costs by itself.
 * `by-draw`: each draw by its own validation loss, as one practitioner does, whose tuning has its own luck.
 * Either way the choice is λ = 0 where no λ of the grid has a lower loss, and else the minimum between the λ of the grid.
 */
export const CHOICES = ['by-mean', 'by-draw'] as const;
export type Choice = (typeof CHOICES)[number];

/** Mean test losses at the larger m: with λ tuned there, with none, and with the λ that a rule brings along. */
export interface MoveLosses {
	tuned: number;
	none: number;
	moved: Record<Rule, number>;
}

/** Pairs of sizes about ten times apart, or as far apart as a task's go, by their places. */
export function pairsOf(sizes: readonly number[]): [from: number, to: number][] {
	const ratio = (at(sizes, sizes.length - 1) / at(sizes, 0)) ** (1 / (sizes.length - 1));
	const steps = Math.min(sizes.length - 1, Math.round(Math.log(10) / Math.log(ratio)));
	return sizes.slice(steps).map((_, i) => [i, i + steps]);
}

/**
 * What each of the moves comes to, on the seeds of a sample by their places; a resample holds some of them several times.
 *
 * @param read how the loss of a λ between those of the grid is read
 */
export function movesOf(
	table: CaseTable,
	pairs: readonly (readonly [from: number, to: number])[],
	choice: Choice,
	read = interpolate,
): (sample: readonly number[]) => MoveLosses[] {
	const logs = logsOf(table);
	const moved = (sample: readonly number[]) => pairs.map((pair) => moveLosses(table, { logs, read }, pair, sample));
	if (choice === 'by-mean') return moved;
	const byDraw = SEEDS.map((_, seed) => moved([seed]));
	return (sample) => pairs.map((_, i) => averageOf(sample.map((seed) => at(at(byDraw, seed), i))));
}

/** log λ of the λ > 0. */
export const logsOf = ({ lambdas }: CaseTable): number[] => lambdas.slice(1).map(Math.log);

/** λ chosen at both sizes by the mean validation loss of a sample, and its mean test losses at the larger one. */
function moveLosses(
	{ task, validation, test }: CaseTable,
	{ logs, read }: { logs: readonly number[]; read: typeof interpolate },
	[from, to]: readonly [number, number],
	sample: readonly number[],
): MoveLosses {
	const { sizes } = TASKS[task];
	const times = at(sizes, to) / at(sizes, from);
	const chosen = (size: number) => chooseLambda(logs, meanLosses(validation, size, sample));
	const before = chosen(from);
	const [none = Number.NaN, ...penalised] = meanLosses(test, to, sample);
	const lossAt = (log: number) => (log === NO_PENALTY ? none : read(logs, penalised, log));
	return {
		tuned: lossAt(chosen(to)),
		none,
		moved: eachRule((rule) => lossAt(before + Math.log(factorOf[rule](times)))),
	};
}

/** log 0: whatever a rule multiplies λ = 0 by, it stays 0. */
const NO_PENALTY = Number.NEGATIVE_INFINITY;

/** log λ of the least loss: that of no penalty, or the minimum between the λ of the grid (`findOptimum`). */
export const chooseLambda = (...given: Parameters<typeof chooseWithin>): number => chooseWithin(...given).smooth;

/** The same with how far off the steps of the grid may put it. */
export const chooseWithin = (logs: readonly number[], [none = Number.NaN, ...penalised]: readonly number[]): Optimum =>
	penalised.some((loss) => loss < none) ? findOptimum(logs, penalised) : { smooth: NO_PENALTY, gridError: 0 };

const averageOf = (losses: readonly MoveLosses[]): MoveLosses => ({
	tuned: mean(losses.map(({ tuned }) => tuned)),
	none: mean(losses.map(({ none }) => none)),
	moved: eachRule((rule) => mean(losses.map(({ moved }) => moved[rule]))),
});

/** The mean over the sample of the losses, of all λ with 0 first; +∞ where one diverged. */
export const meanLosses = (losses: CaseTable['test'], size: number, sample: readonly number[] = [...SEEDS.keys()]) =>
	at(losses, size).map((bySeed) => meanLoss(sample.map((seed) => at(bySeed, seed))));

/** The same over the λ > 0. */
export const meanCurve = (...given: Parameters<typeof meanLosses>): number[] => meanLosses(...given).slice(1);
