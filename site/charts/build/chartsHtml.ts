import type { Chart } from '../chart.ts';
import { chartSvg } from './chartSvg.ts';

/** Widths at which the build draws; the style sheet shows the one that suits, never smaller than it was drawn. */
const NARROW_WIDTH = 296;
const WIDE_WIDTH = 500;

/** Charts as HTML for a page, each in a box that a canvas may take over. */
export const chartsHtml = (charts: readonly Chart[], label: string): string =>
	charts
		.map((chart) => `<div class="chart">${chartSvgs(chart, chart.kind === 'heat-map' ? chart.title : label)}</div>`)
		.join('');

/** A chart as SVG elements: a narrow and a wide one, of which a page shows one; a panel of cells is narrow everywhere. */
export function chartSvgs(chart: Chart, label: string): string {
	if (chart.kind === 'heat-map') return chartSvg(chart, NARROW_WIDTH, label, 'is-panel');
	return chartSvg(chart, NARROW_WIDTH, label, 'is-narrow') + chartSvg(chart, WIDE_WIDTH, label, 'is-wide');
}
