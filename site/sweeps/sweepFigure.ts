import { AXES } from '../../src/experiments/figure.ts';
import { SETTING_WORDS } from '../../src/experiments/settingWords.ts';
import type { Language } from '../../src/language.ts';
import type { HeatMapFigure } from '../../src/schema/figure.ts';
import type { Grid } from '../../src/schema/sweep.ts';
import type { SweepResult } from '../../src/schema/sweepAnswers.ts';
import { finiteOrNull } from '../../src/statistics.ts';
import { metricOf } from '../../src/sweeps/analysis.ts';
import { OPTION_TEXT } from '../text/lab/fieldText.ts';

/** A sweep so far as heat maps, a panel for each scaling: the mean loss that chooses λ, over the seeds that are there, which its label counts. One that diverged leaves none. */
export function sweepFigure({ lambda, m, scaling, seed }: Grid, results: readonly SweepResult[]): HeatMapFigure {
	const metric = metricOf(results);
	const sums = new Map<string, { sum: number; count: number }>();
	for (const { status, final, ...at } of results) {
		const loss = status === 'diverged' ? Number.POSITIVE_INFINITY : final?.[metric];
		if (typeof loss !== 'number') continue;
		const key = keyOf(at.scaling, at.m, at.lambda);
		const { sum, count } = sums.get(key) ?? { sum: 0, count: 0 };
		sums.set(key, { sum: sum + loss, count: count + 1 });
	}
	const mean = (key: string) => {
		const found = sums.get(key);
		return found ? finiteOrNull(found.sum / found.count) : null;
	};
	const rows = [...lambda].sort((a, b) => a - b);
	const columns = [...m].sort((a, b) => a - b);
	return {
		kind: 'heat-map',
		x: AXES.m,
		y: AXES.lambda,
		z: AXES[metric],
		panels: scaling.map((one) => {
			const counts = rows.flatMap((row) => columns.flatMap((column) => sums.get(keyOf(one, column, row))?.count ?? []));
			const [least, most] = [Math.min(...counts), Math.max(0, ...counts)];
			const label = (language: Language) => {
				const symbol = OPTION_TEXT['penalty.scaling']?.[one]?.[language] ?? one;
				const { seeds, with: withDetails } = SETTING_WORDS[language];
				if (seed.length < 2 || most === 0) return symbol;
				return withDetails(symbol, [seeds(least < most ? `${least}–${most}` : String(most))]);
			};
			return {
				label: { en: label('en'), zh: label('zh') },
				x: columns,
				y: rows,
				z: rows.map((row) => columns.map((column) => mean(keyOf(one, column, row)))),
			};
		}),
	};
}

const keyOf = (scaling: string, m: number, lambda: number) => `${scaling} ${m} ${lambda}`;
