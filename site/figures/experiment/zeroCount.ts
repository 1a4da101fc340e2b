import type { Language } from '../../../src/language.ts';
import type { CurvesChart } from '../../charts/chart.ts';
import { ZEROS_TEXT } from '../../text/charts/zerosText.ts';

/** A drawing of weights with a second one beside it: bars that count those that are exactly 0, which lie on each other in the first. */
export function withZeroCount(chart: CurvesChart, language: Language): CurvesChart[] {
	const text = ZEROS_TEXT[language];
	const zeros = chart.series.map(({ points }) => points.filter(({ y }) => y === 0).length);
	const all = chart.series[0]?.points.length ?? 0;
	return [
		{ ...chart, title: text.each },
		{
			...chart,
			title: text.count(all),
			x: {
				title: '',
				scale: 'category',
				categories: chart.series.map(({ name }, i) => text.of(name, zeros[i] ?? 0)),
			},
			y: { title: '', scale: 'linear', range: [0, all] },
			series: chart.series.map(({ name, colour }, i) => ({
				name,
				colour,
				draw: 'bars',
				dash: [],
				points: [{ x: i, y: zeros[i] ?? 0, interval: null }],
				isNamed: false,
			})),
		},
	];
}
