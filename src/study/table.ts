import { at } from '../at.ts';
import type { SweepResult } from '../schema/sweepAnswers.ts';
import { halfDecades, SEEDS, type StudyCase, TASKS } from './design.ts';

/** What a case of the study came to: held-out losses by m, λ and seed; null where a run diverged. */
export interface CaseTable extends StudyCase {
	/** λ under λ/2m, ascending, 0 first. */
	lambdas: number[];
	/** Losses of the examples on which λ is chosen, [m][λ][seed]. */
	validation: (number | null)[][][];
	/** Losses of the examples on which the choice is scored. */
	test: (number | null)[][][];
	/** Share of the runs of the first seed that had not converged (`hasConverged`). */
	unconverged: number;
}

/**
 * The table of a case from the cells of its sweeps.
 *
 * @throws RangeError where a cell is missing or failed
 */
export function tableOf(
	given: StudyCase,
	cells: readonly SweepResult[],
	unconverged: number,
	seeds = SEEDS,
): CaseTable {
	const { sizes } = TASKS[given.task];
	const lambdas = [...new Set(cells.map(({ lambda }) => lambda))].sort((a, b) => a - b);
	const key = (m: number, lambda: number, seed: number | null) => `${m} ${lambda} ${seed}`;
	const found = new Map(cells.map((cell) => [key(cell.m, cell.lambda, cell.seed), cell]));
	const table = (loss: 'validationLoss' | 'testLoss') =>
		sizes.map((m) =>
			lambdas.map((lambda) =>
				seeds.map((seed) => {
					const cell = found.get(key(m, lambda, seed));
					if (!cell?.final) throw new RangeError(`no cell at m = ${m}, λ = ${lambda}, seed ${seed}`);
					return cell.final[loss] ?? null;
				}),
			),
		);
	return { ...given, lambdas, validation: table('validationLoss'), test: table('testLoss'), unconverged };
}

/**
 * Further λ where the best of some m is the largest, or would be beyond it once taken along with its λ/m to ten times as
 * many examples, or where it is the least and does better than no penalty: below that there is nothing left to find.
 */
export function missingLambdas({ lambdas, validation }: CaseTable): number[] {
	const positive = lambdas.slice(1);
	const curves = validation.map((ofSize) => ofSize.map(meanLoss));
	const best = curves.map(([, ...penalised]) => penalised.indexOf(Math.min(...penalised)));
	const halfDecade = (index: number) => Math.round(2 * Math.log10(at(positive, index)));
	const [first, last] = [halfDecade(0), halfDecade(positive.length - 1)];
	const isLow = curves.some(
		([none = Number.NaN, least = Number.NaN], m) => best[m] === 0 && least < none * (1 - NOTHING),
	);
	const isHigh = Math.max(...best) >= positive.length - 2;
	return [
		...(isLow && first > LEAST ? halfDecades(first - 2, first - 1) : []),
		...(isHigh && last < MOST ? halfDecades(last + 1, last + 2) : []),
	];
}

/** Half decades of λ beyond which no case looks: there a penalty is nothing, or all. */
const [LEAST, MOST] = [-10, 12];
/** A share of the loss by which two that differ are the same. */
const NOTHING = 0.002;

/** The mean over the seeds; +∞ where one diverged. */
export const meanLoss = (losses: readonly (number | null)[]): number =>
	losses.reduce<number>((sum, loss) => sum + (loss ?? Number.POSITIVE_INFINITY), 0) / losses.length;

/**
 * Whether the objective had come to rest: in the last tenth of the epochs it fell by less than a hundredth of what it
 * fell in all.
 */
export function hasConverged(objective: readonly (number | null)[]): boolean {
	const first = objective[0] ?? Number.NaN;
	const [before = Number.NaN, last = Number.NaN] = objective.slice(-2).map((value) => value ?? Number.NaN);
	return before - last <= 0.01 * (first - last);
}
