import { at } from '../at.ts';
import { bootstrapAll, type Estimate, mean } from '../statistics.ts';
import { SEEDS, type StudyCase, TASKS } from './design.ts';
import type { Optimum } from './gridError.ts';
import { chooseWithin, logsOf, type MoveLosses, meanLosses, movesOf, pairsOf } from './moves.ts';
import { eachRule, RULE_PAIRS, type Rule } from './rules.ts';
import { type Sway, swayOf } from './sway.ts';
import { type CaseTable, meanLoss } from './table.ts';

/** A number with the interval that holds 95% of its resamples: [value, low, high]. */
export type Triple = readonly [value: number, low: number, high: number];

/** What keeping a λ costs against tuning again, λ chosen by the mean of all draws. */
export interface DrawnCost {
	/** Loss of each rule over that of tuning again, less 1. */
	cost: Record<Rule, Triple>;
	/** Cost of the first rule of each pair (`RULE_PAIRS`) less that of the second, draw by draw. */
	differences: Triple[];
}

/** A move by the places of its sizes. */
interface DrawnMove extends DrawnCost {
	from: number;
	to: number;
}

/** A case as its pictures need it, in numbers of four decimals. */
export interface CasePicture extends StudyCase {
	/** Share of the first draw's runs that still learned (`hasConverged`). */
	unconverged: number;
	/** λ of the columns of `excess`; 0, no penalty, is the first. */
	lambdas: number[];
	/** [m][λ]: mean test loss over the least at that m, less 1, of a resample over its own least; null where a run diverged. */
	excess: (Triple | null)[][];
	/** λ* at each m: where the mean validation loss is least, with what the draws and the steps of the grid leave open; 0 where no λ has less than none. */
	best: Triple[];
	/** Every pair of sizes, the smaller first. */
	moves: DrawnMove[];
	/** The mean over the moves to about ten times as many examples: what claim 23 says. */
	tenfold: DrawnCost;
	/** The one draw that this mean hangs on; null where it hangs on none. */
	sway: Sway | null;
	/** At how many m the interval of the best λ by the validation loss and that by the test loss have nothing in common. */
	disjoint: number;
}

/** The pictures of a case, from what was measured. */
export function pictureOf(table: CaseTable): CasePicture {
	const { task, model, optimizer, unconverged, lambdas } = table;
	const { sizes } = TASKS[task];
	const logs = logsOf(table);
	const bestBy = (losses: CaseTable['test']) =>
		bestWithin(
			bootstrapAll(SEEDS.length, (sample) =>
				sizes.map((_, size) => chooseWithin(logs, meanLosses(losses, size, sample))),
			),
		);
	const [best, bestOnTest] = [bestBy(table.validation), bestBy(table.test)];
	const isDisjoint = (size: number) => {
		const [[, low, high], [, otherLow, otherHigh]] = [best(size), bestOnTest(size)];
		return high < otherLow || otherHigh < low;
	};
	const sway = swayOf(table, sizes);
	const pairs = sizes.flatMap((_, to) => Array.from({ length: to }, (_, from) => [from, to] as const));
	const moved = bootstrapAll(SEEDS.length, movesOf(table, pairs, 'by-mean'));
	const tenfold = pairsOf(sizes).map(([from, to]) => pairs.findIndex((pair) => pair[0] === from && pair[1] === to));
	return {
		...{ task, model, optimizer, unconverged, lambdas },
		excess: sizes.map((_, size) => excessAt(table, size)),
		best: sizes.map((_, size) => best(size)),
		moves: pairs.map(([from, to], i) => ({ from, to, ...costOf(moved, [i]) })),
		tenfold: costOf(moved, tenfold),
		sway: sway && { ...sway, without: eachRule((rule) => toDecimals(sway.without[rule])) },
		disjoint: sizes.filter((_, size) => isDisjoint(size)).length,
	};
}

/** λ* at a size, from the 2.5% quantile less the error of the grid to the 97.5% plus it, as an interval of p goes (`exponentIn`). */
const bestWithin =
	(estimateOf: (numberIn: (found: Optimum[]) => number) => Estimate) =>
	(size: number): Triple => {
		const end = (side: number) =>
			estimateOf((found) => Math.exp(at(found, size).smooth + side * at(found, size).gridError));
		const [{ low = Number.NaN }, { value }, { high = Number.NaN }] = [end(-1), end(0), end(1)];
		return digits({ value, low, high });
	};

/** Over the λ, the mean test loss over the least of them; a resample has a least of its own, which may be at another λ. */
function excessAt({ test }: CaseTable, size: number): (Triple | null)[] {
	const losses = at(test, size);
	const estimate = bootstrapAll(SEEDS.length, (sample) => {
		const means = losses.map((bySeed) => meanLoss(sample.map((seed) => at(bySeed, seed))));
		const least = Math.min(...means);
		return means.map((mean) => mean / least - 1);
	});
	return losses.map((bySeed, i) =>
		Number.isFinite(meanLoss(bySeed)) ? decimals(estimate((found) => at(found, i))) : null,
	);
}

/** The mean over some of the moves, by their places. */
function costOf(moved: (numberIn: (found: MoveLosses[]) => number) => Estimate, places: readonly number[]): DrawnCost {
	const average = (of: (move: MoveLosses) => number) =>
		decimals(moved((found) => mean(places.map((place) => of(at(found, place))))));
	return {
		cost: eachRule((rule) => average(({ moved: losses, tuned }) => losses[rule] / tuned - 1)),
		differences: RULE_PAIRS.map(([first, second]) =>
			average(({ moved: losses, tuned }) => (losses[first] - losses[second]) / tuned),
		),
	};
}

const toDecimals = (value: number) => Number(value.toFixed(4)) + 0;

const decimals = (estimate: Estimate): Triple => triple(estimate, toDecimals);

const digits = (estimate: Estimate): Triple => triple(estimate, (value) => Number(value.toPrecision(3)));

const triple = ({ value, low = value, high = value }: Estimate, round: (value: number) => number): Triple => [
	round(value),
	round(low),
	round(high),
];
