import type { Language } from '../../../src/language.ts';
import type { Figure } from '../../../src/schema/figure.ts';
import type { Chart, CurvesChart } from '../../charts/chart.ts';
import { contourOf } from '../../pictures/plane/quadratic.ts';
import { CONTOURS_TEXT } from '../../text/charts/contoursText.ts';
import { LEVELS, THE_BOWL } from '../bowl/contours.ts';
import { chartsOfFigure } from './chartsOfFigure.ts';
import { withZeroCount } from './zeroCount.ts';

/** The charts of an experiment's figure. Paths over two weights have the loss that they go down below them, weights of L1 the count of zeros beside them. */
export function chartsOfExperiment(name: string, figure: Figure, language: Language): Chart[] {
	const charts = chartsOfFigure(figure, language);
	const draw = DRAWINGS[name];
	return draw ? charts.flatMap((chart) => (chart.kind === 'curves' ? draw(chart, language) : chart)) : charts;
}

/** What is drawn of experiments beside what all have, by name. */
const DRAWINGS: Readonly<Record<string, (chart: CurvesChart, language: Language) => Chart[]>> = {
	bowl: (chart, language) => [
		{
			...chart,
			contours: LEVELS.map((level) => contourOf(THE_BOWL, level)),
			y: { ...chart.y, title: CONTOURS_TEXT[language](chart.y.title) },
		},
	],
	'exact-zeros': withZeroCount,
};
