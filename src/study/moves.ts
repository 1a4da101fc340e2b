import { at } from '../at.ts';
import { argmin, mean } from '../statistics.ts';
import { SEEDS, TASKS } from './design.ts';
import { eachRule, factorOf, type Rule } from './rules.ts';
import { type CaseTable, meanLoss } from './table.ts';

/**
 * How λ is chosen. `by-mean`: by the mean validation loss of all draws, which tells what a rule costs by itself.
 * `by-draw`: each draw by its own validation loss, as one practitioner does, whose tuning has its own luck.
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

/** @param sample the seeds, by their places; a resample holds some of them several times */
export function moveLosses(
	table: CaseTable,
	[from, to]: readonly [number, number],
	choice: Choice,
	sample: readonly number[],
): MoveLosses {
	const { sizes } = TASKS[table.task];
	const times = at(sizes, to) / at(sizes, from);
	const logs = table.lambdas.slice(1).map(Math.log);
	const chosen = (size: number) => chooseLambdas(table, logs, size, choice, sample);
	const [before, tuned] = [chosen(from), chosen(to)];
	const score = (logLambdas: readonly number[]) =>
		mean(sample.map((seed, i) => interpolate(logs, curveOf(table.test, to, seed), at(logLambdas, i))));
	return {
		tuned: score(tuned),
		none: meanLoss(sample.map((seed) => at(at(at(table.test, to), 0), seed))),
		moved: eachRule((rule) => score(before.map((log) => log + Math.log(factorOf[rule](times))))),
	};
}

/** log λ for each seed of the sample. */
function chooseLambdas(
	{ validation }: CaseTable,
	logs: readonly number[],
	size: number,
	choice: Choice,
	sample: readonly number[],
): number[] {
	if (choice === 'by-draw') return sample.map((seed) => argmin(logs, curveOf(validation, size, seed)));
	const best = argmin(logs, meanCurve(validation, size, sample));
	return sample.map(() => best);
}

/** Losses over the λ > 0 at one size and seed; +∞ where a run diverged. */
const curveOf = (losses: CaseTable['test'], size: number, seed: number) =>
	at(losses, size)
		.slice(1)
		.map((bySeed) => bySeed[seed] ?? Number.POSITIVE_INFINITY);

/** The mean over the sample of the losses over the λ > 0. */
export const meanCurve = (losses: CaseTable['test'], size: number, sample: readonly number[] = [...SEEDS.keys()]) =>
	at(losses, size)
		.slice(1)
		.map((bySeed) => meanLoss(sample.map((seed) => at(bySeed, seed))));

/** Nearer than this to a λ of the grid, in logarithms, is that λ: sizes are whole numbers. */
const NEAR = 0.01;

/** y at a place between the x, linearly; beyond them that of the nearest. */
function interpolate(x: readonly number[], y: readonly number[], place: number): number {
	const after = x.findIndex((each) => each >= place - NEAR);
	if (after < 0) return at(y, y.length - 1);
	if (after === 0 || at(x, after) - place < NEAR) return at(y, after);
	const share = (place - at(x, after - 1)) / (at(x, after) - at(x, after - 1));
	return share < NEAR ? at(y, after - 1) : (1 - share) * at(y, after - 1) + share * at(y, after);
}
