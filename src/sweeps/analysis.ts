import { at } from '../at.ts';
import type { Analysis, Interval, ScalingAnalysis } from '../schema/analysis.ts';
import type { Scaling } from '../schema/objective.ts';
import type { Grid, SweepResult } from '../schema/sweep.ts';
import { bootstrapAll, type Estimate, finiteOrNull, mean, slope, smoothArgmin } from '../statistics.ts';

/** Fewer λ hold no parabola. */
const LEAST_LAMBDAS = 3;

/** The axes over which the test losses of one scaling are averaged, ascending; λ = 0 stands apart from the others. */
interface Axes {
	sizes: readonly number[];
	lambdas: readonly number[];
	positive: readonly number[];
}

/** What the mean test losses say, the numbers of each m in the order of the sizes. */
interface Optima {
	bestLambda: number[];
	bestLoss: number[];
	/** The loss at λ = 0, where that is on the axis. */
	noPenalty: number[];
	/** p of λ* ∝ m^p; NaN where too few sizes or λ say nothing of it. */
	exponent: number;
	/** What the best λ of one m costs at another, [from][to]. */
	regret: number[][];
}

/**
 * The best λ of each m, the exponent p of λ* ∝ m^p and what it costs to move a best λ to another m, for each
 * scaling, from the mean test loss over the seeds. Intervals are percentile bootstraps over the seeds: one
 * resample takes the same seeds for every λ and m, whose samples and weights they share.
 *
 * @param results the cells that are over, in any order
 */
export function analyseSweep(grid: Grid, results: readonly SweepResult[]): Analysis {
	return { metric: 'testLoss', scalings: grid.scaling.map((scaling) => analyseScaling(scaling, grid, results)) };
}

function analyseScaling(scaling: Scaling, grid: Grid, results: readonly SweepResult[]): ScalingAnalysis {
	const lambdas = ascending(grid.lambda);
	const axes: Axes = { sizes: ascending(grid.m), lambdas, positive: lambdas.filter((lambda) => lambda > 0) };
	const { sizes, positive } = axes;
	const { count, losses } = lossesOfWholeSeeds(scaling, grid.seed, axes, results);
	const nothing = { scaling, seeds: count, best: [], exponent: null, transfer: [] };
	if (count === 0 || positive.length === 0) return nothing;

	const estimateOf = bootstrapAll(count, (sample) => {
		const means = losses.map((row) => row.map((bySeed) => mean(sample.map((seed) => at(bySeed, seed)))));
		return findOptima(means, axes);
	});
	const intervalOf = (numberIn: (optima: Optima) => number) => toInterval(estimateOf(numberIn));
	const hasZero = positive.length < lambdas.length;
	const best = sizes.map((m, i) => {
		const lambda = intervalOf(({ bestLambda }) => at(bestLambda, i));
		return {
			m,
			lambda,
			loss: intervalOf(({ bestLoss }) => at(bestLoss, i)),
			noPenalty: hasZero ? intervalOf(({ noPenalty }) => at(noPenalty, i)) : null,
			isAtEdge: lambda.value === positive[0] || lambda.value === positive.at(-1),
		};
	});
	const hasExponent = canHaveExponent(axes) && !best.some(({ isAtEdge }) => isAtEdge);
	return {
		scaling,
		seeds: count,
		best,
		exponent: hasExponent ? intervalOf(({ exponent }) => exponent) : null,
		transfer: sizes.flatMap((from, i) =>
			sizes.flatMap((to, j) =>
				i === j ? [] : [{ from, to, regret: intervalOf(({ regret }) => at(at(regret, i), j)) }],
			),
		),
	};
}

/** @param means mean test losses, [m][λ] */
function findOptima(means: number[][], axes: Axes): Optima {
	const { sizes, lambdas, positive } = axes;
	const penalised = means.map((row) => row.slice(lambdas.length - positive.length));
	const best = penalised.map((row) => row.indexOf(Math.min(...row)));
	const bestLoss = penalised.map((row, m) => at(row, at(best, m)));
	const logs = positive.map(Math.log);
	return {
		bestLambda: best.map((index) => at(positive, index)),
		bestLoss,
		noPenalty: means.map((row) => at(row, 0)),
		exponent: canHaveExponent(axes)
			? slope(
					sizes.map(Math.log),
					penalised.map((row) => smoothArgmin(logs, row)),
				)
			: Number.NaN,
		regret: best.map((moved) => penalised.map((row, to) => at(row, moved) - at(bestLoss, to))),
	};
}

const canHaveExponent = ({ sizes, positive }: Axes) => sizes.length > 1 && positive.length >= LEAST_LAMBDAS;

/** The test losses of the seeds whose cells are all there, [m][λ][seed]; a diverged run has +∞. */
function lossesOfWholeSeeds(
	scaling: Scaling,
	seeds: Grid['seed'],
	{ sizes, lambdas }: Axes,
	results: readonly SweepResult[],
): { count: number; losses: number[][][] } {
	const key = (m: number, lambda: number, seed: number | null) => `${m} ${lambda} ${seed}`;
	const found = new Map<string, number>();
	for (const { lambda, m, seed, status, final, ...cell } of results) {
		if (cell.scaling !== scaling || status === 'failed') continue;
		const loss = status === 'diverged' ? Number.POSITIVE_INFINITY : final?.testLoss;
		if (loss !== null && loss !== undefined) found.set(key(m, lambda, seed), loss);
	}
	const whole = seeds.filter((seed) => sizes.every((m) => lambdas.every((lambda) => found.has(key(m, lambda, seed)))));
	return {
		count: whole.length,
		losses: sizes.map((m) => lambdas.map((lambda) => whole.flatMap((seed) => found.get(key(m, lambda, seed)) ?? []))),
	};
}

const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);

const toInterval = ({ value, low = value, high = value }: Estimate): Interval => ({
	value: finiteOrNull(value),
	low: finiteOrNull(low),
	high: finiteOrNull(high),
});
