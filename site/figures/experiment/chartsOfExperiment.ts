import type { Language } from '../../../src/language.ts';
import type { Figure } from '../../../src/schema/figure.ts';
import type { Chart } from '../../charts/chart.ts';
import { contourOf } from '../../pictures/plane/quadratic.ts';
import { CONTOURS_TEXT } from '../../text/charts/contoursText.ts';
import { LEVELS, THE_BOWL } from '../bowl/contours.ts';
import { chartsOfFigure } from './chartsOfFigure.ts';

/** The charts of an experiment's figure. Paths over two weights have the loss that they go down below them. */
export function chartsOfExperiment(name: string, figure: Figure, language: Language): Chart[] {
	const charts = chartsOfFigure(figure, language);
	if (name !== 'bowl') return charts;
	const contours = LEVELS.map((level) => contourOf(THE_BOWL, level));
	return charts.map((chart) =>
		chart.kind === 'curves'
			? { ...chart, contours, y: { ...chart.y, title: CONTOURS_TEXT[language](chart.y.title) } }
			: chart,
	);
}
