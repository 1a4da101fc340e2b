import { at } from '../at.ts';
import { bootstrapAll, type Estimate, estimate, mean, resample } from '../statistics.ts';
import { SEEDS, type StudyCase, TASKS } from './design.ts';
import { exponentIn, exponentWithin, findOptimum, MOST_GRID_ERROR } from './gridError.ts';
import { alongLine } from './interpolate.ts';
import {
	CHOICES,
	type Choice,
	chooseLambda,
	logsOf,
	type MoveLosses,
	meanCurve,
	meanLosses,
	movesOf,
	pairsOf,
} from './moves.ts';
import { type Prediction, predict } from './prediction.ts';
import { eachRule, RULE_PAIRS, type Rule } from './rules.ts';
import type { CaseTable } from './table.ts';

/** What a λ tuned at `from` costs at `to`, about ten times as many examples. */
interface Move {
	from: number;
	to: number;
	/** Mean test loss with λ tuned again, with none, and under each rule. */
	tuned: Estimate;
	none: Estimate;
	moved: Record<Rule, Estimate>;
}

/** A rule against tuning again, over all moves of a case. */
interface Cost {
	/** Loss over that of tuning again, less 1: mean over the moves. */
	cost: Record<Rule, Estimate>;
	/** Cost of the first rule of each pair (`RULE_PAIRS`) less that of the second, draw by draw. */
	differences: Estimate[];
	/** Share of what tuning again gains over no penalty that is kept; null where it gains less than 5% of the loss. */
	keptGain: Record<Rule, Estimate> | null;
	moves: Move[];
}

/** What a case says in numbers. */
interface CaseAnalysis extends StudyCase, Record<Choice, Cost> {
	unconverged: number;
	/** λ* at each size: where the mean validation loss is least, between the λ of the grid; 0 where no λ has less than none. */
	best: number[];
	exponent: Exponent | null;
	noExponent: NoExponent | null;
}

/** p of λ* ∝ m^p with its interval, that of the draws without what the grid leaves open, and where the p of another 16 draws on the same λ is to be expected. */
export interface Exponent extends Estimate {
	drawsAlone: Prediction;
	predicted: Prediction;
}

/** Gains below this share of the loss are not worth dividing by. */
const LEAST_GAIN = 0.05;

/**
 * λ* by m, its exponent, and what moving a λ costs. λ* is the minimum of the mean over the seeds; intervals are
 * bootstraps over the seeds, a resample taking the same seeds everywhere and choosing anew.
 */
export function analyseCase(table: CaseTable): CaseAnalysis {
	const { task, model, optimizer, unconverged } = table;
	const costs = CHOICES.map((choice) => [choice, costOf(table, choice)]);
	const exponent = exponentOf(table);
	return {
		...{ task, model, optimizer, unconverged },
		best: TASKS[task].sizes.map((_, size) => Math.exp(chooseLambda(logsOf(table), meanLosses(table.validation, size)))),
		exponent,
		noExponent: exponent ? null : (whyNoMinima(table) ?? 'wide-steps'),
		...(Object.fromEntries(costs) as Record<Choice, Cost>), // every choice is in the list
	};
}

/**
 * p of λ* ∝ m^p with the interval that sweeps have (`exponentIn`): what the draws leave open and what the steps of the grid do. Null where at some
 * size no penalty does best, or a λ at an end of the range, or where the grid alone leaves more open than `MOST_GRID_ERROR`.
 */
export function exponentOf(table: CaseTable): Exponent | null {
	if (whyNoMinima(table)) return null;
	const measured = resample(SEEDS.length, (sample) => exponentFrom(table, sample));
	if (measured.found.gridError > MOST_GRID_ERROR) return null;
	const { low = Number.NaN, high = Number.NaN } = estimate(measured, ({ p }) => p);
	return { ...exponentWithin(measured), drawsAlone: { low, high }, predicted: predict(measured, ({ p }) => p) };
}

/** p alone, whatever the grid leaves open; null where at some size no penalty does best, or a λ at an end of the range. */
export const pointExponent = (table: CaseTable): number | null =>
	whyNoMinima(table) ? null : exponentFrom(table, [...SEEDS.keys()]).p;

const exponentFrom = (table: CaseTable, sample: readonly number[]) => {
	const { sizes } = TASKS[table.task];
	const logs = logsOf(table);
	return exponentIn(
		sizes.map(Math.log),
		sizes.map((_, size) => findOptimum(logs, meanCurve(table.validation, size, sample))),
	);
};

/** Why a case has no p: at some size no penalty does best, or a λ at an end of the range, or the grid leaves more open than `MOST_GRID_ERROR`. */
export type NoExponent = 'no-penalty' | 'at-edge' | 'wide-steps';

/** What is in the way of a p before it is looked for; null where at every size some λ > 0 within the range does best. */
function whyNoMinima({ task, validation }: CaseTable): Exclude<NoExponent, 'wide-steps'> | null {
	const places = TASKS[task].sizes.map((_, size) => {
		const losses = meanLosses(validation, size);
		return losses.indexOf(Math.min(...losses));
	});
	const last = at(validation, 0).length - 1;
	if (places.includes(0)) return 'no-penalty';
	return places.includes(1) || places.includes(last) ? 'at-edge' : null;
}

/** Cost of the first rule of each pair less that of the second, λ chosen by the mean, where losses between the λ are read along straight lines. */
export function differencesByLine(table: CaseTable): Estimate[] {
	const { sizes } = TASKS[table.task];
	return differencesOf(bootstrapAll(SEEDS.length, movesOf(table, pairsOf(sizes), 'by-mean', alongLine)));
}

const differencesOf = (estimateOf: (numberIn: (found: MoveLosses[]) => number) => Estimate): Estimate[] =>
	RULE_PAIRS.map(([first, second]) =>
		estimateOf((found) => mean(found.map(({ moved, tuned }) => (moved[first] - moved[second]) / tuned))),
	);

function costOf(table: CaseTable, choice: Choice): Cost {
	const { sizes } = TASKS[table.task];
	const pairs = pairsOf(sizes);
	const estimateOf = bootstrapAll(SEEDS.length, movesOf(table, pairs, choice));
	const average = (of: (move: MoveLosses) => number) => (found: MoveLosses[]) => mean(found.map(of));
	const gain = average(({ none, tuned }) => none / tuned - 1);
	return {
		cost: eachRule((rule) => estimateOf(average(({ moved, tuned }) => moved[rule] / tuned - 1))),
		differences: differencesOf(estimateOf),
		keptGain:
			estimateOf(gain).value < LEAST_GAIN
				? null
				: eachRule((rule) =>
						estimateOf(
							(found) => average(({ none, tuned, moved }) => (none - moved[rule]) / tuned)(found) / gain(found),
						),
					),
		moves: pairs.map(([from, to], i) => ({
			from: at(sizes, from),
			to: at(sizes, to),
			tuned: estimateOf((found) => at(found, i).tuned),
			none: estimateOf((found) => at(found, i).none),
			moved: eachRule((rule) => estimateOf((found) => at(found, i).moved[rule])),
		})),
	};
}
