import { escapeHtml } from '../../html/escapeHtml.ts';
import type { CurvesChart } from '../chart.ts';
import { PAGE_COLOURS } from '../colours.ts';
import { layOutChart } from '../layOutChart.ts';
import { paintLines } from '../paintLines.ts';
import { SvgContext } from './svgContext.ts';

/**
 * A chart of lines as the text of an SVG element: what `LineCanvas` paints in a place of that size. In another one it is stretched, so that
 * plot and lines are where they will be.
 *
 * @param label what a screen reader says
 */
export function linesSvg(
	chart: CurvesChart,
	{ width, height }: { width: number; height: number },
	label: string,
	className: string,
): string {
	const layout = layOutChart(chart, { width, height });
	const context = new SvgContext(width, height);
	// The part of a canvas' context that `paintLines` uses.
	const item = context as unknown as CanvasRenderingContext2D;
	paintLines(item, { chart, layout, look: { colours: PAGE_COLOURS, font: 'sans-serif', motion: 0 } });
	const size = `viewBox="0 0 ${width} ${height}" font-size="${layout.fontPixels}" preserveAspectRatio="none"`;
	return `<svg class="${className}" ${size} role="img" aria-label="${escapeHtml(label)}">${context.toSvg(layout.fontPixels)}</svg>`;
}
