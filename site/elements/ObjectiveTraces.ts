import {
	Chart,
	LinearScale,
	LineController,
	LineElement,
	LogarithmicScale,
	type Point,
	PointElement,
	Tooltip,
} from 'chart.js';
import type { FigurePenalty } from '../../src/experiments/scalingFigure.ts';
import { type TraceSeries, type TraceStyle, tracesConfig } from '../charts/tracesConfig.ts';
import { languageOf } from '../text/languages.ts';
import { TEXT } from '../text/tables.ts';
import { onThemeChange } from '../theme/theme.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale, Tooltip);

/** `<objective-traces>` around a canvas: mounts the curves and draws them again when the theme changes. */
export class ObjectiveTraces extends HTMLElement {
	#chart: Chart<'line', Point[]> | null = null;
	#series: readonly TraceSeries[] = [];
	#lifetime = new AbortController();

	connectedCallback(): void {
		this.#lifetime = new AbortController();
		onThemeChange(() => this.#draw(), this.#lifetime.signal);
	}

	disconnectedCallback(): void {
		this.#lifetime.abort();
		this.#chart?.destroy();
		this.#chart = null;
	}

	/** Draws these curves and names the canvas for those who cannot see it. */
	show(series: readonly TraceSeries[], label: string): void {
		this.#series = series;
		this.querySelector('canvas')?.setAttribute('aria-label', label);
		this.#draw();
	}

	#draw(): void {
		const canvas = this.querySelector('canvas');
		if (!canvas || this.#series.length === 0) return;
		const { lang } = document.documentElement;
		const { epochAxis, objectiveAxis } = TEXT[languageOf(lang)].figure;
		const animate = !matchMedia('(prefers-reduced-motion: reduce)').matches;
		const options = { style: this.#style(), epochAxis, objectiveAxis, locale: lang, animate };
		const config = tracesConfig(this.#series, options);
		if (this.#chart) {
			this.#chart.data = config.data;
			this.#chart.options = config.options ?? {};
			this.#chart.update(animate ? undefined : 'none');
		} else {
			this.#chart = new Chart(canvas, config);
		}
	}

	/** The colours of the style sheet, as the page has them now: custom properties cannot be read resolved, `color` can. */
	#style(): TraceStyle {
		const probe = document.createElement('span');
		this.append(probe);
		const read = (token: string) => {
			probe.style.color = `var(--${token})`;
			return getComputedStyle(probe).color;
		};
		const penalty = (name: FigurePenalty) => read(`penalty-${name}`);
		const style = {
			ink: read('ink-soft'),
			grid: read('rule'),
			surface: read('surface'),
			font: getComputedStyle(this).fontFamily,
			penalty: { none: penalty('none'), half: penalty('half'), 'over-2m': penalty('over-2m') },
		};
		probe.remove();
		return style;
	}
}

customElements.define('objective-traces', ObjectiveTraces);
