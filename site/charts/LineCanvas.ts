import type { CurvesChart } from './chart.ts';
import type { Look } from './chartConfig.ts';
import { layOutChart } from './layOutChart.ts';
import type { Layout } from './layout.ts';
import { lookOf } from './lookOf.ts';
import { paintLines } from './paintLines.ts';

/** In less room than this there is no chart. */
const LEAST_WIDTH = 100;
const NO_ROOM: Size = { width: 0, height: 0 };

type Size = Pick<DOMRectReadOnly, 'width' | 'height'>;

/** A chart of lines on a canvas that fills a place, for what changes at every frame; `mountCharts` draws what is looked at longer. */
export class LineCanvas {
	readonly #box = document.createElement('div');
	readonly #canvas = document.createElement('canvas');
	readonly #observer = new ResizeObserver(([entry]) => this.#resize(entry?.contentRect ?? NO_ROOM));
	#chart: CurvesChart | null = null;
	/** As the browser has told it: asking for it would have the whole page laid out before every picture. */
	#size: Size = NO_ROOM;
	#layout: Layout | null = null;
	/** Of the theme; reading it costs more than drawing. */
	#look: Look | null = null;

	constructor(place: HTMLElement) {
		this.#box.className = 'chart';
		this.#box.append(this.#canvas);
		place.append(this.#box);
		this.#observer.observe(this.#box);
	}

	/** The layout of what is drawn. */
	get layout(): Layout | null {
		return this.#layout;
	}

	/** @param label what a screen reader says */
	show(chart: CurvesChart, label: string): void {
		this.#chart = chart;
		if (this.#canvas.getAttribute('aria-label') !== label) {
			this.#canvas.setAttribute('role', 'img');
			this.#canvas.setAttribute('aria-label', label);
		}
		if (typeof chart.cursor === 'number') this.#box.dataset.cursor = String(chart.cursor);
		else delete this.#box.dataset.cursor;
		this.#draw();
	}

	/** Draws it again, after a change of theme. */
	recolour(): void {
		this.#look = null;
		this.#draw();
	}

	destroy(): void {
		this.#observer.disconnect();
		this.#box.remove();
	}

	#resize({ width, height }: Size): void {
		this.#size = { width: Math.round(width), height: Math.round(height) };
		this.#draw();
	}

	#draw(): void {
		const { width, height } = this.#size;
		if (!this.#chart || width < LEAST_WIDTH) return; // hidden: drawn once it has a size
		const context = this.#canvas.getContext('2d');
		if (!context) return;
		const layout = layOutChart(this.#chart, { width, height });
		const scale = devicePixelRatio;
		const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
		if (this.#canvas.width !== across || this.#canvas.height !== down) {
			[this.#canvas.width, this.#canvas.height] = [across, down];
		}
		this.#look ??= lookOf(this.#box, 0);
		this.#layout = layout;
		context.setTransform(scale, 0, 0, scale, 0, 0);
		context.clearRect(0, 0, width, height);
		paintLines(context, { chart: this.#chart, layout, look: this.#look });
	}
}
