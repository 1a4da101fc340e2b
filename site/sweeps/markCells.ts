import { at } from '../../src/at.ts';
import type { Language } from '../../src/language.ts';
import { formatCount } from '../../src/numberFormat.ts';
import type { HeatMapFigure } from '../../src/schema/figure.ts';
import type { Grid } from '../../src/schema/sweep.ts';
import type { SweepResult } from '../../src/schema/sweepAnswers.ts';
import { metricOf } from '../../src/sweeps/analysis.ts';
import { drawSamples, LEAST_SEEDS, meansOver, toInterval } from '../../src/sweeps/resamples.ts';
import type { HeatMapChart } from '../charts/chart.ts';
import { SWEEPS_TEXT } from '../text/sweeps/sweepsText.ts';

interface Marked {
	figure: HeatMapFigure;
	results: readonly SweepResult[];
	language: Language;
	/** Whether all cells are there: what cannot be told apart is looked for only then. */
	isOver: boolean;
}

/** What the maps of a sweep show beside its mean losses, one a panel: cells that diverged, and those that the seeds cannot tell from the least. */
export function markCells(
	{ scaling, seed }: Pick<Grid, 'scaling' | 'seed'>,
	{ figure, results, language, isOver }: Marked,
): Pick<HeatMapChart, 'ties' | 'reasons'>[] {
	const metric = metricOf(results);
	const key = (one: string, m: number, lambda: number) => `${one} ${m} ${lambda}`;
	const cells = new Map<string, Map<number | null, number>>();
	for (const { status, final, ...place } of results) {
		const loss = status === 'diverged' ? Number.POSITIVE_INFINITY : final?.[metric];
		if (typeof loss !== 'number') continue;
		const name = key(place.scaling, place.m, place.lambda);
		const losses = cells.get(name) ?? new Map<number | null, number>();
		cells.set(name, losses.set(place.seed, loss));
	}
	return figure.panels.map(({ x, y, z }, panel) => {
		const lossesAt = (row: number, column: number) =>
			cells.get(key(at(scaling, panel), at(x, column), at(y, row))) ?? new Map<number | null, number>();
		const least = x.map((_, column) => {
			const means = z.map((row) => row[column] ?? Number.POSITIVE_INFINITY);
			return means.indexOf(Math.min(...means));
		});
		return {
			reasons: y.map((_, row) => x.map((_, column) => sayDiverged([...lossesAt(row, column).values()], language))),
			...(isOver &&
				seed.length >= LEAST_SEEDS && {
					ties: z.map((means, row) =>
						means.map((mean, column) => {
							const best = at(least, column);
							return mean !== null && best !== row && isTie(lossesAt(row, column), lossesAt(best, column));
						}),
					),
				}),
		};
	});
}

function sayDiverged(losses: readonly number[], language: Language): { word: string; said: string } | null {
	const count = losses.filter((loss) => loss === Number.POSITIVE_INFINITY).length;
	if (count === 0) return null;
	const { diverged, divergedOf } = SWEEPS_TEXT[language];
	if (count === losses.length) return { word: diverged, said: diverged };
	const [some, all] = [formatCount(count, language), formatCount(losses.length, language)];
	return { word: `${diverged} ${some}/${all}`, said: divergedOf(some, all) };
}

/**
 * Whether the seeds of two cells cannot tell that the second has less loss: the interval of their mean difference, seed by
 * seed, holds 0; fewer than `LEAST_SEEDS` that both have tell nothing.
 */
function isTie(losses: ReadonlyMap<number | null, number>, least: ReadonlyMap<number | null, number>): boolean {
	const differences = [...losses].flatMap(([seed, loss]) => {
		const other = least.get(seed);
		return other === undefined ? [] : [loss - other];
	});
	const { low } = toInterval(meansOver(drawSamples(differences.length), differences));
	return low !== null && low <= 0;
}
