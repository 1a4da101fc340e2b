import type { Chart } from './chart.ts';
import { chartConfig, type Look } from './chartConfig.ts';
import { type ChartConfiguration, ChartJs } from './chartJs.ts';
import { layOutChart } from './layOutChart.ts';
import type { Layout } from './layout.ts';
import { lookOf } from './lookOf.ts';
import { chartPlugins } from './plugins/chartPlugins.ts';
import type { Drawing } from './plugins/drawing.ts';

/** How long a change moves. */
const MOTION_MS = 350;

/** Charts on canvases, in a place of the page. */
export interface MountedCharts {
	/** Draws these charts; `label` is what a screen reader says of them. */
	show(charts: readonly Chart[], label: string): void;
	/** Draws them again, after a change of theme. */
	redraw(): void;
	/** The layout of the nth chart as it is drawn. */
	layout(index: number): Layout | null;
	destroy(): void;
}

/**
 * Mounts charts in a place. What the build drew there keeps the room that it has, so that the page does not move; a
 * chart that it did not draw takes its own height.
 */
export function mountCharts(place: HTMLElement, { isAnimated = true } = {}): MountedCharts {
	let boxes: LiveChart[] = [];
	return {
		show(charts, label) {
			const known = [...place.querySelectorAll<HTMLElement>('.chart')];
			boxes = charts.map((_, i) => boxes[i] ?? new LiveChart(known[i] ?? appendBox(place), isAnimated));
			for (const [i, box] of boxes.entries()) {
				const chart = charts[i];
				if (chart) box.show(chart, chart.title ?? label);
			}
			for (const left of known.slice(charts.length)) left.remove();
		},
		redraw() {
			for (const box of boxes) box.recolour();
		},
		layout: (index) => boxes[index]?.layout ?? null,
		destroy() {
			for (const box of boxes) box.destroy();
			boxes = [];
		},
	};
}

function appendBox(place: HTMLElement): HTMLElement {
	const box = document.createElement('div');
	box.className = 'chart';
	place.append(box);
	return box;
}

/** One chart on a canvas that follows the size of its box. */
class LiveChart {
	readonly #box: HTMLElement;
	readonly #canvas = document.createElement('canvas');
	readonly #isAnimated: boolean;
	readonly #observer = new ResizeObserver(() => this.#resized());
	#chart: Chart | null = null;
	#drawing: Drawing | null = null;
	/** Of the theme; reading it costs more than drawing. */
	#look: Look | null = null;
	#chartJs: ChartJs | null = null;

	constructor(box: HTMLElement, isAnimated: boolean) {
		this.#box = box;
		this.#isAnimated = isAnimated;
		this.#canvas.setAttribute('role', 'img');
		box.append(this.#canvas);
		box.toggleAttribute('data-live', true);
		for (const svg of box.querySelectorAll('svg')) svg.setAttribute('aria-hidden', 'true');
		this.#observer.observe(box);
	}

	show(chart: Chart, label: string): void {
		this.#chart = chart;
		this.#canvas.setAttribute('aria-label', label);
		const cursor = chart.kind === 'curves' ? (chart.cursor ?? null) : null;
		if (cursor === null) delete this.#box.dataset.cursor;
		else this.#box.dataset.cursor = String(cursor);
		this.draw(this.#isAnimated && this.#chartJs !== null);
	}

	/** An observer speaks at its beginning too, when the chart has just been drawn. */
	#resized(): void {
		const size = this.#chart && this.#size(this.#chart);
		const drawn = this.#drawing?.layout;
		if (size && drawn?.width === size.width && drawn.height === size.height) return;
		this.draw(false);
	}

	recolour(): void {
		this.#look = null;
		this.draw(false);
	}

	draw(isMoving: boolean): void {
		const chart = this.#chart;
		const size = chart && this.#size(chart);
		if (!chart || !size) return; // hidden: drawn once it has a size
		const layout = layOutChart(chart, size);
		const isStill = !isMoving || matchMedia('(prefers-reduced-motion: reduce)').matches;
		this.#look ??= lookOf(this.#box, 0);
		const look = { ...this.#look, motion: isStill ? 0 : MOTION_MS };
		this.#drawing = { chart, layout, look };
		// Lines, points, bars and cells in one description: more than the type of a configuration can tell.
		const { type, data, options } = chartConfig(chart, layout, look) as unknown as ChartConfiguration;
		if (!this.#chartJs) {
			[this.#canvas.width, this.#canvas.height] = [layout.width, layout.height];
			const plugins = chartPlugins(() => this.#drawing ?? { chart, layout, look });
			this.#chartJs = new ChartJs(this.#canvas, { type, data, options, plugins } as ChartConfiguration);
			return;
		}
		this.#chartJs.data = data;
		this.#chartJs.options = options ?? {};
		const { width, height } = this.#chartJs;
		if (width === layout.width && height === layout.height) this.#chartJs.update(isStill ? 'none' : undefined);
		else this.#chartJs.resize(layout.width, layout.height);
	}

	destroy(): void {
		this.#observer.disconnect();
		this.#chartJs?.destroy();
		this.#canvas.remove();
		this.#box.toggleAttribute('data-live', false);
		for (const svg of this.#box.querySelectorAll('svg')) svg.removeAttribute('aria-hidden');
	}

	get layout(): Layout | null {
		return this.#drawing?.layout ?? null;
	}

	#size(chart: Chart): { width: number; height: number } | null {
		const { clientWidth: width } = this.#box;
		if (width < 100) return null;
		if (!this.#box.querySelector('svg')) this.#box.style.blockSize = `${layOutChart(chart, { width }).height}px`;
		return { width, height: this.#box.clientHeight };
	}
}
