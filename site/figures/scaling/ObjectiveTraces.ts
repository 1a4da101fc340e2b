import { type MountedCharts, mountCharts } from '../../charts/mountCharts.ts';
import { languageOf } from '../../text/languages.ts';
import { onThemeChange } from '../../theme/theme.ts';
import { type ObjectiveCurve, objectiveChart } from '../objectiveChart.ts';

/** `<objective-traces>`: the curves that the build drew, alive. */
export class ObjectiveTraces extends HTMLElement {
	#charts: MountedCharts | null = null;
	#lifetime = new AbortController();

	connectedCallback(): void {
		this.#lifetime = new AbortController();
		onThemeChange(() => this.#charts?.redraw(), this.#lifetime.signal);
	}

	disconnectedCallback(): void {
		this.#lifetime.abort();
		this.#charts?.destroy();
		this.#charts = null;
	}

	/** Draws these curves and names them for those who cannot see them. */
	show(curves: readonly ObjectiveCurve[], label: string): void {
		this.#charts ??= mountCharts(this);
		this.#charts.show([objectiveChart(curves, languageOf(document.documentElement.lang))], label);
	}
}

customElements.define('objective-traces', ObjectiveTraces);
