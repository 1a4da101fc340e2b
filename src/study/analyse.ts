import { at } from '../at.ts';
import { bootstrapAll, type Estimate, mean, slope, smoothArgmin } from '../statistics.ts';
import { SEEDS, type StudyCase, TASKS } from './design.ts';
import { CHOICES, type Choice, type MoveLosses, meanCurve, moveLosses, pairsOf } from './moves.ts';
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
	best: {
		m: number;
		/** Where the mean validation loss is least, between the λ of the grid. */
		lambda: Estimate;
		/** Least and largest λ of the grid whose mean validation loss is within 1% of the least. */
		within: [number, number];
		/** The least is at an end of the grid: there is no minimum. */
		isAtEnd: boolean;
	}[];
	/** p of λ* ∝ m^p; null where some best λ is at an end. */
	exponent: Estimate | null;
}

/** Gains below this share of the loss are not worth dividing by. */
const LEAST_GAIN = 0.05;

/**
 * λ* by m, its exponent, and what moving a λ costs. λ* is the minimum of the mean over the seeds; intervals are
 * bootstraps over the seeds, a resample taking the same seeds everywhere and choosing anew.
 */
export function analyseCase(table: CaseTable): CaseAnalysis {
	const { task, model, optimizer, unconverged } = table;
	const { sizes } = TASKS[task];
	const lambdas = table.lambdas.slice(1);
	const logs = lambdas.map(Math.log);
	const logBest = bootstrapAll(SEEDS.length, (sample) =>
		sizes.map((_, m) => smoothArgmin(logs, meanCurve(table.validation, m, sample))),
	);
	const best = sizes.map((m, i) => {
		const curve = meanCurve(table.validation, i);
		const least = Math.min(...curve);
		const near = lambdas.filter((_, k) => at(curve, k) <= 1.01 * least);
		return {
			m,
			lambda: exponentiate(logBest((found) => at(found, i))),
			within: [at(near, 0), at(near, near.length - 1)] satisfies [number, number],
			isAtEnd: curve[0] === least || curve.at(-1) === least,
		};
	});
	const hasMinima = !best.some(({ isAtEnd }) => isAtEnd);
	const costs = CHOICES.map((choice) => [choice, costOf(table, choice)]);
	return {
		...{ task, model, optimizer, unconverged, best },
		exponent: hasMinima ? logBest((found) => slope(sizes.map(Math.log), found)) : null,
		...(Object.fromEntries(costs) as Record<Choice, Cost>), // every choice is in the list
	};
}

function costOf(table: CaseTable, choice: Choice): Cost {
	const { sizes } = TASKS[table.task];
	const pairs = pairsOf(sizes);
	const estimate = bootstrapAll(SEEDS.length, (sample) => pairs.map((pair) => moveLosses(table, pair, choice, sample)));
	const average = (of: (move: MoveLosses) => number) => (found: MoveLosses[]) => mean(found.map(of));
	const gain = average(({ none, tuned }) => none / tuned - 1);
	return {
		cost: eachRule((rule) => estimate(average(({ moved, tuned }) => moved[rule] / tuned - 1))),
		differences: RULE_PAIRS.map(([first, second]) =>
			estimate(average(({ moved, tuned }) => (moved[first] - moved[second]) / tuned)),
		),
		keptGain:
			estimate(gain).value < LEAST_GAIN
				? null
				: eachRule((rule) =>
						estimate((found) => average(({ none, tuned, moved }) => (none - moved[rule]) / tuned)(found) / gain(found)),
					),
		moves: pairs.map(([from, to], i) => ({
			from: at(sizes, from),
			to: at(sizes, to),
			tuned: estimate((found) => at(found, i).tuned),
			none: estimate((found) => at(found, i).none),
			moved: eachRule((rule) => estimate((found) => at(found, i).moved[rule])),
		})),
	};
}

const exponentiate = ({ value, low = Number.NaN, high = Number.NaN }: Estimate): Estimate => ({
	value: Math.exp(value),
	low: Math.exp(low),
	high: Math.exp(high),
});
