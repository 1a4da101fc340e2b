import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	type ChartConfiguration,
	Filler,
	LinearScale,
	LineController,
	LineElement,
	LogarithmicScale,
	type Plugin,
	PointElement,
	Tooltip,
} from 'chart.js';
import type { CurvesFigure } from '../../src/experiments/figure.ts';
import type { LanguageKey } from '../text/languages.ts';
import { type ChartStyle, curvesConfig, type IntervalPoint } from './curvesConfig.ts';
import { COLOURS, isLabelledDirectly, spread } from './values.ts';

Chart.register(
	BarController,
	BarElement,
	CategoryScale,
	Filler,
	LinearScale,
	LineController,
	LineElement,
	LogarithmicScale,
	PointElement,
	Tooltip,
);

/** Below this width lines are not named at their ends: the legend names them. */
const NARROW = 520;

/** Whiskers of bars and points that have an interval. */
const whiskers: Plugin = {
	id: 'whiskers',
	afterDatasetsDraw(chart) {
		const { ctx } = chart;
		for (const [index, dataset] of chart.data.datasets.entries()) {
			if (!dataset.label) continue;
			const meta = chart.getDatasetMeta(index);
			if (meta.type !== 'bar' && !('showLine' in dataset && dataset.showLine === false)) continue;
			const scale = meta.yScale;
			for (const [i, element] of meta.data.entries()) {
				const interval = (dataset.data[i] as unknown as IntervalPoint).interval;
				if (!interval || !scale) continue;
				ctx.save();
				ctx.strokeStyle = String(Chart.defaults.color);
				ctx.lineWidth = 1.5;
				ctx.beginPath();
				ctx.moveTo(element.x, scale.getPixelForValue(interval[0]));
				ctx.lineTo(element.x, scale.getPixelForValue(interval[1]));
				ctx.stroke();
				ctx.restore();
			}
		}
	},
};

/** Names at the ends of lines. */
const endLabels: Plugin = {
	id: 'endLabels',
	afterDatasetsDraw(chart) {
		const padding = chart.options.layout?.padding;
		if (typeof padding !== 'object' || !('right' in padding) || Number(padding.right) < 60) return;
		const ends = chart.data.datasets.flatMap((dataset, index) => {
			const [last] = [...chart.getDatasetMeta(index).data].sort((a, b) => b.x - a.x);
			return dataset.label && last ? [{ dataset, last }] : [];
		});
		const heights = spread(
			ends.map(({ last }) => last.y),
			15,
			chart.chartArea.bottom,
		);
		const { ctx } = chart;
		ctx.save();
		ctx.font = `600 12px ${getComputedStyle(chart.canvas).fontFamily}`;
		ctx.textBaseline = 'middle';
		for (const [i, { dataset, last }] of ends.entries()) {
			ctx.fillStyle = String(dataset.borderColor);
			ctx.fillText(dataset.label ?? '', last.x + 9, heights[i] ?? last.y, 115);
		}
		ctx.restore();
	},
};

/** Curves on a canvas that a page can draw anew and take away. */
export interface MountedCurves {
	draw(figure: CurvesFigure): void;
	destroy(): void;
}

/** Mounts Chart.js on a canvas. */
export function mountCurves(canvas: HTMLCanvasElement, language: LanguageKey): MountedCurves {
	let chart: Pick<Chart, 'destroy'> | null = null;
	return {
		draw(figure) {
			const animate = !matchMedia('(prefers-reduced-motion: reduce)').matches && chart !== null;
			const style = styleOf(canvas);
			Chart.defaults.color = style.ink;
			Chart.defaults.font.family = style.font;
			const isNarrow = canvas.clientWidth < NARROW;
			canvas.closest('figure')?.classList.toggle('is-labelled', isLabelledDirectly(figure) && !isNarrow);
			// Lines, bars and points in one chart, each with points of our own: more than Chart.js can type.
			const config = curvesConfig(figure, { style, language, animate, isNarrow }) as unknown as ChartConfiguration;
			chart?.destroy();
			chart = new Chart(canvas, {
				...(config as never as ConstructorParameters<typeof Chart>[1]),
				plugins: [whiskers, endLabels],
			});
		},
		destroy() {
			chart?.destroy();
			chart = null;
		},
	};
}

/** Custom properties cannot be read resolved, `color` can. */
function styleOf(canvas: HTMLCanvasElement): ChartStyle {
	const probe = document.createElement('span');
	canvas.parentElement?.append(probe);
	const read = (token: string) => {
		probe.style.color = `var(--${token})`;
		return getComputedStyle(probe).color;
	};
	const style = {
		ink: read('ink-soft'),
		grid: read('rule'),
		paper: read('surface'),
		font: getComputedStyle(canvas).fontFamily,
		series: Array.from({ length: COLOURS }, (_, i) => read(`series-${i + 1}`)),
	};
	probe.remove();
	return style;
}
