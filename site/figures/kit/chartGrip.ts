import type { ChartAxis, CurvesChart } from '../../charts/chart.ts';
import { type Domain, shareOf } from '../../charts/domain.ts';
import type { Layout } from '../../charts/layout.ts';
import { holdPlace } from '../../elements/holdPlace.ts';

/** A chart as it stands on the page, and the point of it that the grip is on. */
interface Marked {
	chart: CurvesChart;
	layout: Layout;
	x: number;
	y: number;
	/** What a screen reader says of the point. */
	said: string;
}

interface Holding {
	/** The box in which the chart and the grip lie. */
	box: HTMLElement;
	/** Where the grip can stand, ascending values of x. */
	stops: readonly number[];
	moved: (x: number, event: Event) => void;
	signal: AbortSignal;
}

/** A mark on a chart that the reader drags along x, from stop to stop; hidden in the markup until it is shown. */
export class ChartGrip {
	readonly #grip: HTMLElement;
	readonly #stops: readonly number[];
	#marked: Marked | null = null;

	constructor(grip: HTMLElement, { box, stops, moved, signal }: Holding) {
		this.#grip = grip;
		this.#stops = stops;
		const go = (x: number, event: Event) => {
			if (!this.#marked || x === this.#marked.x) return;
			this.#marked = { ...this.#marked, x }; // a second key may come before the first is drawn
			moved(x, event);
		};
		holdPlace(grip, {
			box,
			move: (place, event) => {
				if (this.#marked) go(nearest(stops, valueAt(this.#marked, place.x * box.clientWidth)), event);
			},
			step: (right, up, event) => {
				const index = stops.indexOf(nearest(stops, this.#marked?.x ?? 0));
				go(stops[Math.min(stops.length - 1, Math.max(0, index + right + up))] ?? 0, event);
			},
			signal,
		});
	}

	show(marked: Marked): void {
		this.#marked = marked;
		const { chart, layout, x, y, said } = marked;
		const { plot, domains } = layout;
		this.#grip.style.left = `${plot.left + shareOf(x, domains.x, chart.x.scale) * (plot.right - plot.left)}px`;
		this.#grip.style.top = `${plot.bottom - shareOf(y, domains.y, chart.y.scale) * (plot.bottom - plot.top)}px`;
		this.#grip.setAttribute('aria-valuemin', '0');
		this.#grip.setAttribute('aria-valuemax', String(this.#stops.length - 1));
		this.#grip.setAttribute('aria-valuenow', String(this.#stops.indexOf(nearest(this.#stops, x))));
		this.#grip.setAttribute('aria-valuetext', said);
		this.#grip.hidden = false;
	}
}

/** The value of x under a pixel from the chart's left edge. */
function valueAt({ chart, layout: { plot, domains } }: Marked, pixel: number): number {
	return atShare((pixel - plot.left) / (plot.right - plot.left), domains.x, chart.x.scale);
}

const atShare = (share: number, [from, to]: Domain, scale: ChartAxis['scale']): number =>
	scale === 'logarithmic' ? from * (to / from) ** share : from + share * (to - from);

const nearest = (stops: readonly number[], value: number): number =>
	stops.reduce((best, stop) => (Math.abs(stop - value) < Math.abs(best - value) ? stop : best));
