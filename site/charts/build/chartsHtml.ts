import type { Chart } from '../chart.ts';
import { chartSvg } from './chartSvg.ts';

/** Widths at which the build draws; the style sheet shows the one that suits, never smaller than it was drawn. */
const NARROW_WIDTH = 296;
const WIDE_WIDTH = 500;

/**
 * Charts as HTML for a page, each in a box that a canvas may take over.
 *
 * @param isSmall drawn narrow everywhere
 */
export const chartsHtml = (charts: readonly Chart[], label: string, isSmall = false): string =>
	charts.map((chart) => `<div class="chart">${chartSvgs(chart, chart.title ?? label, isSmall)}</div>`).join('');

/** A chart as SVG elements: a narrow and a wide one, of which a page shows one; one of several is narrow everywhere. */
function chartSvgs(chart: Chart, label: string, isSmall = false): string {
	if (isSmall || chart.title !== undefined) return chartSvg(chart, NARROW_WIDTH, label, 'is-panel');
	return chartSvg(chart, NARROW_WIDTH, label, 'is-narrow') + chartSvg(chart, WIDE_WIDTH, label, 'is-wide');
}
