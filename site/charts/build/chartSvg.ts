import { escapeHtml } from '../../html/escapeHtml.ts';
import type { Chart } from '../chart.ts';
import { chartConfig } from '../chartConfig.ts';
import { BasicPlatform, type ChartConfiguration, ChartJs } from '../chartJs.ts';
import { PAGE_COLOURS } from '../colours.ts';
import { layOutChart } from '../layOutChart.ts';
import { chartPlugins } from '../plugins/chartPlugins.ts';
import { SvgContext } from './svgContext.ts';

/**
 * A chart as the text of an SVG element: Chart.js draws it, from the configuration that the browser draws it from.
 *
 * @param label what a screen reader says
 */
export function chartSvg(chart: Chart, width: number, label: string, className: string): string {
	const layout = layOutChart(chart, { width });
	const context = new SvgContext(width, layout.height);
	const look = { colours: PAGE_COLOURS, font: 'sans-serif', motion: 0 };
	const config = chartConfig(chart, layout, look);
	// The context is the part of a canvas' one that Chart.js draws charts with, which its types do not know.
	const item = context as unknown as CanvasRenderingContext2D;
	const options = { ...config.options, devicePixelRatio: 1, events: [] };
	const plugins = chartPlugins(() => ({ chart, layout, look }));
	const drawn = new ChartJs(item, { ...config, options, plugins, platform: BasicPlatform } as ChartConfiguration);
	const inside = context.toSvg(layout.fontPixels);
	drawn.destroy();
	const size = `viewBox="0 0 ${width} ${layout.height}" font-size="${layout.fontPixels}"`;
	return `<svg class="chart-svg ${className}" ${size} role="img" aria-label="${escapeHtml(label)}">${inside}</svg>`;
}
