/** What `tests/site/charts.test.ts` runs in a page: a chart as the build draws it and on a canvas, and what stands where. */
import { chartSvg } from '../../site/charts/build/chartSvg.ts';
import { ChartJs } from '../../site/charts/chartJs.ts';
import { layOutChart } from '../../site/charts/layOutChart.ts';
import { mountCharts } from '../../site/charts/mountCharts.ts';
import { textWidth } from '../../site/charts/textWidth.ts';
import { chartsOfExperiment } from '../../site/figures/experiment/chartsOfExperiment.ts';
import { committedResult } from '../../src/experiments/committed.ts';
import type { Language } from '../../src/language.ts';

/** A text and its middle, in pixels from the chart's upper left corner. */
export interface DrawnText {
	text: string;
	x: number;
	y: number;
}

export interface DrawnChart {
	/** The plot: as laid out for the build, and as Chart.js has it on the canvas. */
	plots: { left: number; top: number; right: number; bottom: number }[];
	svg: DrawnText[];
	canvas: DrawnText[];
	/** Texts that come out wider than the room that was kept for them. */
	tooWide: string[];
}

/** Pixels by which a browser rounds a text's width. */
const HINTING = 0.5;

/** The charts of a committed result, drawn both ways. */
function drawBothWays(name: string, language: Language, width: number): DrawnChart[] {
	const figure = committedResult(name)?.figure;
	if (!figure) throw new Error(`no committed result "${name}"`);
	return chartsOfExperiment(name, figure, language).map((chart) => {
		const place = document.createElement('div');
		place.style.cssText = `position:absolute;top:0;left:0;width:${width}px;font-family:sans-serif`;
		place.innerHTML = `<div class="chart" style="position:relative">${chartSvg(chart, width, '', '')}</div>`;
		const drawing = place.querySelector('svg');
		if (drawing) drawing.style.cssText = `display:block;width:${width}px;max-width:none`;
		document.body.append(place);
		const svg = [...place.querySelectorAll('text')].map((text) => {
			const { left, right, top, bottom } = text.getBoundingClientRect();
			return { text: text.textContent, x: (left + right) / 2, y: (top + bottom) / 2 };
		});
		const { fontPixels, plot: planned } = layOutChart(chart, { width });
		const tooWide = [...place.querySelectorAll('text')]
			.filter((text) => text.getComputedTextLength() > textWidth(text.textContent, fontPixels) + HINTING)
			.map(({ textContent }) => textContent);
		const { texts: canvas, plot } = drawOnCanvas(place, () => {
			mountCharts(place, { isAnimated: false }).show([chart], '');
		});
		place.remove();
		return { plots: [planned, plot], svg, canvas, tooWide };
	});
}

/** Draws, and writes down every text that a canvas is given and where it comes to stand. */
function drawOnCanvas(place: HTMLElement, draw: () => void) {
	const texts: DrawnText[] = [];
	const { fillText } = CanvasRenderingContext2D.prototype;
	CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
		const { width, fontBoundingBoxAscent, fontBoundingBoxDescent } = this.measureText(text);
		const across = this.textAlign === 'center' ? 0 : this.textAlign === 'right' ? -width / 2 : width / 2;
		const down = (fontBoundingBoxDescent - fontBoundingBoxAscent) / 2;
		const middle = this.getTransform().transformPoint({ x: x + across, y: y + down });
		texts.push({ text, x: middle.x / devicePixelRatio, y: middle.y / devicePixelRatio });
		fillText.call(this, text, x, y);
	};
	draw();
	CanvasRenderingContext2D.prototype.fillText = fillText;
	const canvas = place.querySelector('canvas');
	const { left = 0, top = 0, right = 0, bottom = 0 } = (canvas && ChartJs.getChart(canvas)?.chartArea) ?? {};
	return { texts, plot: { left, top, right, bottom } };
}

Object.assign(globalThis, { drawBothWays });
