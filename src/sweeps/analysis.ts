import type { Analysis, Interval, ScalingAnalysis } from '../schema/analysis.ts';
import type { Scaling } from '../schema/objective.ts';
import type { Grid, SweepResult } from '../schema/sweep.ts';
import { argmin, mean, slope, smoothArgmin } from '../statistics.ts';
import { bootstrapAll } from './bootstrapAll.ts';

/** Fewer λ hold no parabola. */
const LEAST_LAMBDAS = 3;

/**
 * The best λ of each m, the exponent p of λ* ∝ m^p and what it costs to move a best λ to another m, for each
 * scaling, from the mean test loss over the seeds. Intervals are percentile bootstraps over the seeds: one
 * resample takes the same seeds for every λ and m, whose samples and weights they share.
 *
 * @param results the cells that are over, in any order
 */
export function analysis(grid: Grid, results: readonly SweepResult[]): Analysis {
	return { metric: 'testLoss', scalings: grid.scaling.map((scaling) => ofScaling(scaling, grid, results)) };
}

function ofScaling(scaling: Scaling, grid: Grid, results: readonly SweepResult[]): ScalingAnalysis {
	const lambdas = [...grid.lambda].sort((a, b) => a - b);
	const sizes = [...grid.m].sort((a, b) => a - b);
	const losses = wholeSeeds(scaling, grid, sizes, lambdas, results); // [seed][m][λ]
	const firstPositive = lambdas.findIndex((lambda) => lambda > 0);
	const positive = firstPositive < 0 ? [] : lambdas.slice(firstPositive);
	const hasZero = lambdas[0] === 0;
	const base = { scaling, seeds: losses.length };
	if (losses.length === 0 || positive.length === 0) {
		return { ...base, best: [], exponent: null, transfer: [] };
	}
	const pairs = sizes.flatMap((_, from) => sizes.flatMap((_, to) => (from === to ? [] : [{ from, to }])));
	const hasExponent = sizes.length > 1 && positive.length >= LEAST_LAMBDAS;
	const logs = positive.map(Math.log);

	const measured = bootstrapAll(losses.length, (sample) => {
		const means = sizes.map((_, m) =>
			lambdas.map((_, lambda) => mean(sample.map((seed) => losses[seed]?.[m]?.[lambda] ?? Number.NaN))),
		);
		const penalised = means.map((row) => row.slice(firstPositive));
		const best = penalised.map((row) => argmin(positive, row));
		const at = (m: number, lambda = Number.NaN) => penalised[m]?.[positive.indexOf(lambda)] ?? Number.NaN;
		return [
			...best,
			...best.map((lambda, m) => at(m, lambda)),
			...means.map((row) => (hasZero ? (row[0] ?? Number.NaN) : Number.NaN)),
			hasExponent
				? slope(
						sizes.map(Math.log),
						penalised.map((row) => smoothArgmin(logs, row)),
					)
				: Number.NaN,
			...pairs.map(({ from, to }) => at(to, best[from]) - at(to, best[to])),
		];
	}).map(interval);

	const none: Interval = { value: null, low: null, high: null };
	const part = (from: number, i: number) => measured[from + i] ?? none;
	const count = sizes.length;
	const best = sizes.map((m, i) => {
		const lambda = part(0, i);
		return {
			m,
			lambda,
			loss: part(count, i),
			noPenalty: hasZero ? part(2 * count, i) : null,
			isAtEdge: lambda.value === positive[0] || lambda.value === positive.at(-1),
		};
	});
	return {
		...base,
		best,
		exponent: hasExponent && !best.some(({ isAtEdge }) => isAtEdge) ? part(3 * count, 0) : null,
		transfer: pairs.map(({ from, to }, i) => ({
			from: sizes[from] ?? 0,
			to: sizes[to] ?? 0,
			regret: part(3 * count + 1, i),
		})),
	};
}

/** The test losses of the seeds whose cells are all there, [seed][m][λ]; a diverged run has +∞. */
function wholeSeeds(
	scaling: Scaling,
	grid: Grid,
	sizes: readonly number[],
	lambdas: readonly number[],
	results: readonly SweepResult[],
): number[][][] {
	const key = (m: number, lambda: number, seed: number | null) => `${m} ${lambda} ${seed}`;
	const found = new Map<string, number>();
	for (const { lambda, m, seed, status, final, ...cell } of results) {
		if (cell.scaling !== scaling || status === 'failed') continue;
		const loss = status === 'diverged' ? Number.POSITIVE_INFINITY : final?.testLoss;
		if (loss !== null && loss !== undefined) found.set(key(m, lambda, seed), loss);
	}
	return grid.seed.flatMap((seed) => {
		const table = sizes.map((m) => lambdas.map((lambda) => found.get(key(m, lambda, seed))));
		const isWhole = table.every((row) => row.every((loss) => loss !== undefined));
		return isWhole ? [table.map((row) => row.map((loss) => loss ?? Number.NaN))] : [];
	});
}

/** Numbers that are not finite are null, as everywhere in the API. */
const interval = ({ value, low = value, high = value }: { value: number; low?: number; high?: number }): Interval => ({
	value: finite(value),
	low: finite(low),
	high: finite(high),
});

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
