import type { Chart } from './chart.ts';
import { chartConfig, type Look } from './chartConfig.ts';
import { BasicPlatform, type ChartConfiguration, ChartJs } from './chartJs.ts';
import { layOutChart } from './layOutChart.ts';
import { chartPlugins } from './plugins/chartPlugins.ts';

/** A chart on a canvas of its own, outside the page, for a file: `scale` pixels of the canvas to one of the chart. */
export function paintChart(chart: Chart, width: number, scale: number, look: Look): HTMLCanvasElement {
	const layout = layOutChart(chart, { width });
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [width, layout.height];
	const config = chartConfig(chart, layout, { ...look, motion: 0 });
	const options = { ...config.options, devicePixelRatio: scale, events: [] };
	const plugins = chartPlugins(() => ({ chart, layout, look }));
	// The pixels stay when the chart that drew them goes; `destroy` would clear them.
	new ChartJs(canvas, { ...config, options, plugins, platform: BasicPlatform } as unknown as ChartConfiguration).stop();
	return canvas;
}
