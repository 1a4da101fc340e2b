import { at } from '../at.ts';
import type { Analysis, ScalingAnalysis } from '../schema/analysis.ts';
import type { Scaling } from '../schema/objective.ts';
import type { Grid } from '../schema/sweep.ts';
import type { SweepResult } from '../schema/sweepAnswers.ts';
import { exponentIn, findOptimum, MOST_GRID_ERROR, type Optimum } from '../study/gridError.ts';
import { leadsOnAverage } from './noPenalty.ts';
import { drawSamples, meansOver, toInterval } from './resamples.ts';

/** What is said where no cell of some m has a loss to choose λ by. */
const NOTHING_HELD_OUT =
	'at some m no cell has a held-out loss, by which λ is chosen: give data.test in the base, or with real data an m below its rows';

/** The axes over which the losses of one scaling are averaged, ascending; λ = 0 stands apart from the others. */
interface Axes {
	sizes: readonly number[];
	lambdas: readonly number[];
	positive: readonly number[];
}

/** What the mean losses at one m say, a number for each resample and, last, for the whole sample. */
interface Optima {
	/** Which λ > 0 is best. */
	best: Uint16Array;
	bestLoss: Float64Array;
	/** The test loss there, where validation has chosen it. */
	testLoss: Float64Array | null;
	/** The loss at λ = 0, where that is on the axis. */
	noPenalty: Float64Array | null;
	/** log λ* between the values of the grid. */
	optima: readonly Optimum[];
}

/**
 * The best λ of each m, the exponent p of λ* ∝ m^p and what it costs to move a best λ to another m, for each
 * scaling, from the mean validation loss over the seeds, or the test loss of cells that have none. Intervals are percentile bootstraps over the seeds, where
 * there are enough (`LEAST_SEEDS`): one resample takes the same seeds for every λ and m, whose samples and weights they share.
 *
 * @param results the cells that are over, in any order
 */
export function analyseSweep(grid: Grid, results: readonly SweepResult[]): Analysis {
	const pieces = analyseInPieces(grid, results);
	for (;;) {
		const { done, value } = pieces.next();
		if (done) return value;
	}
}

/** The loss by which the cells of a sweep are compared. */
export const metricOf = (results: readonly SweepResult[]): Analysis['metric'] =>
	results.some(({ final }) => final?.validationLoss !== undefined) ? 'validationLoss' : 'testLoss';

/** As `analyseSweep`, with a stop after each m, where others may have their turn. */
export function* analyseInPieces(grid: Grid, results: readonly SweepResult[]): Generator<undefined, Analysis> {
	const metric = metricOf(results);
	const scalings: ScalingAnalysis[] = [];
	for (const scaling of grid.scaling) scalings.push(yield* analyseScaling(scaling, grid, results, metric));
	const hasLoss = ({ status, final }: SweepResult) => status === 'diverged' || typeof final?.[metric] === 'number';
	const judged = new Set(results.filter(hasLoss).map(({ m }) => m));
	const isBare = results.some(({ m, status }) => status !== 'failed' && !judged.has(m));
	return { metric, scalings, ...(isBare && { reason: NOTHING_HELD_OUT }) };
}

function* analyseScaling(
	scaling: Scaling,
	grid: Grid,
	results: readonly SweepResult[],
	metric: Analysis['metric'],
): Generator<undefined, ScalingAnalysis> {
	const lambdas = ascending(grid.lambda);
	const axes: Axes = { sizes: ascending(grid.m), lambdas, positive: lambdas.filter((lambda) => lambda > 0) };
	const { sizes, positive } = axes;
	const { count, losses } = lossesOfWholeSeeds(scaling, grid.seed, axes, results, metric);
	if (count === 0 || positive.length === 0) return { scaling, seeds: count, best: [], exponent: null, transfer: [] };

	const samples = drawSamples(count);
	const optima: Optima[] = [];
	const tested =
		metric === 'testLoss' ? null : lossesOfWholeSeeds(scaling, grid.seed, axes, results, 'testLoss').losses;
	for (const [size, ofSize] of losses.entries()) {
		optima.push(findOptima(samples, ofSize, tested && at(tested, size), axes));
		yield;
	}
	const best = sizes.map((m, i): ScalingAnalysis['best'][number] => {
		const { best: index, bestLoss, testLoss, noPenalty } = at(optima, i);
		const ofSize = at(losses, i);
		const lambda = toInterval(
			Float64Array.from(index, (each, sample) =>
				bestLoss[sample] === Number.POSITIVE_INFINITY ? Number.NaN : at(positive, each),
			),
		);
		const chosen = ofSize[lambdas.length - positive.length + at([...index.slice(-1)], 0)];
		return {
			m,
			lambda,
			loss: toInterval(bestLoss.slice()),
			...(testLoss && { testLoss: toInterval(testLoss) }),
			noPenaltyRegret:
				noPenalty && toInterval(noPenalty.map((loss, sample) => loss - (bestLoss[sample] ?? Number.NaN))),
			noPenaltySeeds: noPenalty && chosen ? compareSeeds(at(ofSize, 0), chosen) : null,
			noPenalty: noPenalty && toInterval(noPenalty),
			isAtEdge: lambda.value !== null && (lambda.value === positive[0] || lambda.value === positive.at(-1)),
			...(lambda.value === null && { reason: whyNoBest(ofSize.slice(-positive.length)) }),
		};
	});
	const why = whyNoExponent(best, positive.length);
	const exponent = why ? null : exponentOf(samples, optima, sizes);
	return {
		scaling,
		seeds: count,
		best,
		exponent,
		...(exponent === null && { noExponent: why ?? 'wide-steps' }),
		transfer: yield* findRegrets(samples, losses, optima, axes),
	};
}

/** Of how many seeds the first losses are less than the others, and of how many more. */
const compareSeeds = (one: readonly number[], other: readonly number[]) => ({
	less: one.filter((loss, seed) => loss < at(other, seed)).length,
	more: one.filter((loss, seed) => loss > at(other, seed)).length,
});

/** What is said where no λ > 0 has a mean loss at one m. */
export const ALL_DIVERGED = 'every training with λ > 0 diverged';
const EACH_DIVERGED = 'with each λ > 0 some training diverged';

/** @param penalised losses at one m, [λ > 0][seed], each λ with an infinite one */
const whyNoBest = (penalised: readonly (readonly number[])[]) =>
	penalised.flat().some(Number.isFinite) ? EACH_DIVERGED : ALL_DIVERGED;

/** What a best λ of one m lacks to rest an exponent on; null where nothing but the steps of the grid can be in the way. */
function whyNoExponent(best: ScalingAnalysis['best'], lambdas: number): ScalingAnalysis['noExponent'] | null {
	if (best.some(({ lambda }) => lambda.value === null)) return 'diverged';
	if (best.length < 2 || lambdas < 3) return 'too-few';
	if (best.some(leadsOnAverage)) return 'no-penalty';
	return best.some(({ isAtEdge }) => isAtEdge) ? 'at-edge' : null;
}

/** p of λ* ∝ m^p with its interval (`exponentIn`). Null where the grid alone leaves more open than `MOST_GRID_ERROR`. */
function exponentOf(
	samples: readonly (readonly number[])[],
	optima: readonly Optima[],
	sizes: readonly number[],
): ScalingAnalysis['exponent'] {
	const logs = sizes.map(Math.log);
	const found = samples.map((_, sample) =>
		exponentIn(
			logs,
			optima.map((one) => at(one.optima, sample)),
		),
	);
	if (at(found, found.length - 1).gridError > MOST_GRID_ERROR) return null;
	const beside = (side: number) => toInterval(Float64Array.from(found, ({ p, gridError }) => p + side * gridError));
	const { value } = beside(0);
	return value === null ? null : { value, low: beside(-1).low, high: beside(1).high }; // of one m there is no slope
}

/** @param losses those that choose at one m, [λ][seed] @param tested the test losses there, where they are others */
function findOptima(
	samples: readonly (readonly number[])[],
	losses: number[][],
	tested: number[][] | null,
	{ lambdas, positive }: Axes,
): Optima {
	const means = losses.map((bySeed) => meansOver(samples, bySeed));
	const testMeans = tested?.slice(lambdas.length - positive.length).map((bySeed) => meansOver(samples, bySeed));
	const penalised = means.slice(lambdas.length - positive.length);
	const logs = positive.map(Math.log);
	const rows = samples.map((_, sample) => penalised.map((ofLambda) => ofLambda[sample] ?? Number.NaN));
	const best = Uint16Array.from(rows, (row) => row.indexOf(Math.min(...row)));
	return {
		best,
		bestLoss: Float64Array.from(rows, (row, sample) => at(row, best[sample] ?? 0)),
		testLoss: testMeans ? Float64Array.from(best, (index, sample) => at(testMeans, index)[sample] ?? Number.NaN) : null,
		noPenalty: positive.length < lambdas.length ? at(means, 0) : null,
		optima: rows.map((row) => findOptimum(logs, row)),
	};
}

/** What the best λ of one m costs at another, for each pair of them; the means are made again, a size at a time. */
function* findRegrets(
	samples: readonly (readonly number[])[],
	losses: number[][][],
	optima: readonly Optima[],
	{ sizes, lambdas, positive }: Axes,
): Generator<undefined, ScalingAnalysis['transfer']> {
	const found: ScalingAnalysis['transfer'][] = sizes.map(() => []);
	const regrets = new Float64Array(samples.length);
	for (const [j, to] of sizes.entries()) {
		const { bestLoss } = at(optima, j);
		const penalised = at(losses, j)
			.slice(lambdas.length - positive.length)
			.map((bySeed) => meansOver(samples, bySeed));
		for (const [i, from] of sizes.entries()) {
			if (i === j) continue;
			const { best: moved, bestLoss: own } = at(optima, i);
			for (let sample = 0; sample < samples.length; sample++) {
				const loss = penalised[moved[sample] ?? 0]?.[sample] ?? Number.NaN;
				const isNone = own[sample] === Number.POSITIVE_INFINITY; // there is no best λ to be moved
				regrets[sample] = isNone ? Number.NaN : loss - (bestLoss[sample] ?? Number.NaN);
			}
			at(found, i).push({ from, to, regret: toInterval(regrets) });
		}
		yield;
	}
	return found.flat();
}

/** The losses of the seeds whose cells are all there, [m][λ][seed]; a diverged run has +∞. */
function lossesOfWholeSeeds(
	scaling: Scaling,
	seeds: Grid['seed'],
	{ sizes, lambdas }: Axes,
	results: readonly SweepResult[],
	metric: Analysis['metric'],
): { count: number; losses: number[][][] } {
	const key = (m: number, lambda: number, seed: number | null) => `${m} ${lambda} ${seed}`;
	const found = new Map<string, number>();
	for (const { lambda, m, seed, status, final, ...cell } of results) {
		if (cell.scaling !== scaling || status === 'failed') continue;
		const loss = status === 'diverged' ? Number.POSITIVE_INFINITY : final?.[metric];
		if (loss !== null && loss !== undefined) found.set(key(m, lambda, seed), loss);
	}
	const whole = seeds.filter((seed) => sizes.every((m) => lambdas.every((lambda) => found.has(key(m, lambda, seed)))));
	return {
		count: whole.length,
		losses: sizes.map((m) => lambdas.map((lambda) => whole.flatMap((seed) => found.get(key(m, lambda, seed)) ?? []))),
	};
}

const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);
