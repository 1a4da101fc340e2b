/**
 * Heat maps whose cells speak: over the cells of each map lies a box, one stop of the tab key, in which a mouse that hovers,
 * a finger and the arrow keys point at a cell; a bubble beside it says what it is, and so does a live region. Escape ends it.
 */
import type { Language } from '../../../src/language.ts';
import { type Cell, pointAtCell } from '../../elements/pointAtCell.ts';
import { CELL_TEXT } from '../../text/charts/cellText.ts';
import './speakingCells.css';
import type { Chart, HeatMapChart } from '../../charts/chart.ts';
import type { MountedCharts } from '../../charts/mountCharts.ts';
import { sayCell } from '../../charts/sayCell.ts';

interface Box {
	area: HTMLElement;
	cursor: HTMLElement;
	bubble: HTMLElement;
}

export class SpeakingCells {
	readonly #place: HTMLElement;
	readonly #mounted: MountedCharts;
	readonly #language: Language;
	readonly #signal: AbortSignal;
	readonly #said = element('p', 'visually-hidden');
	readonly #sizes = new ResizeObserver(() => this.#layOut());
	#boxes: Box[] = [];
	#charts: readonly Chart[] = [];

	/** @param place where the charts are mounted */
	constructor(
		place: HTMLElement,
		mounted: MountedCharts,
		{ language, signal }: { language: Language; signal: AbortSignal },
	) {
		this.#place = place;
		this.#mounted = mounted;
		this.#language = language;
		this.#signal = signal;
		this.#said.setAttribute('role', 'status');
		place.after(this.#said);
		this.#sizes.observe(place);
		signal.addEventListener('abort', () => this.#end());
	}

	/** The charts are others now; those that are no heat maps stay silent. */
	show(charts: readonly Chart[]): void {
		this.#charts = charts;
		const places = [...this.#place.querySelectorAll<HTMLElement>('.chart')];
		for (const box of this.#boxes.splice(charts.length)) box.area.remove();
		for (const [i, chart] of charts.entries()) {
			const place = places[i];
			if (!place || chart.kind !== 'heat-map') continue;
			this.#boxes[i] ??= this.#add(place, i);
			this.#boxes[i].area.setAttribute('aria-label', CELL_TEXT[this.#language].cells(chart.title));
		}
		this.#layOut();
	}

	#add(place: HTMLElement, index: number): Box {
		const [area, cursor, bubble] = [
			element('div', 'cells'),
			element('div', 'cell-cursor'),
			element('p', 'cell-bubble'),
		];
		area.tabIndex = 0;
		area.setAttribute('role', 'application');
		area.setAttribute('aria-description', CELL_TEXT[this.#language].how);
		bubble.setAttribute('aria-hidden', 'true'); // the live region says the same
		cursor.hidden = bubble.hidden = true;
		area.append(cursor, bubble);
		place.append(area);
		const box = { area, cursor, bubble };
		const chart = () => this.#charts[index] as HeatMapChart; // `show` adds boxes to no others
		pointAtCell(area, {
			grid: () => ({ columns: chart().x.values.length, rows: chart().y.values.length }),
			point: (cell) => this.#point(box, chart(), cell),
			start: () => ({ column: 0, row: 0 }),
			signal: this.#signal,
		});
		area.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#point(box, chart(), null), {
			signal: this.#signal,
		});
		return box;
	}

	#point({ area, cursor, bubble }: Box, chart: HeatMapChart, cell: Cell | null): void {
		cursor.hidden = bubble.hidden = cell === null;
		if (!cell) return;
		const [columns, rows] = [chart.x.values.length, chart.y.values.length];
		const said = sayCell(chart, { column: cell.column, row: rows - 1 - cell.row }, this.#language);
		const { width, height } = area.getBoundingClientRect();
		const [left, top] = [(cell.column * width) / columns, (cell.row * height) / rows];
		Object.assign(cursor.style, {
			left: `${left}px`,
			top: `${top}px`,
			width: `${width / columns}px`,
			height: `${height / rows}px`,
		});
		bubble.textContent = said;
		this.#said.textContent = said;
		// Beside the cell, above it where there is room below neither: never under the finger.
		const room = Math.max(0, width - bubble.offsetWidth);
		bubble.style.left = `${Math.min(room, Math.max(0, left + width / columns / 2 - bubble.offsetWidth / 2))}px`;
		bubble.style.top = `${top - bubble.offsetHeight - 6}px`;
	}

	#layOut(): void {
		for (const [i, box] of this.#boxes.entries()) {
			const plot = this.#mounted.layout(i)?.plot;
			if (!box || !plot) continue;
			Object.assign(box.area.style, {
				left: `${plot.left}px`,
				top: `${plot.top}px`,
				width: `${plot.right - plot.left}px`,
				height: `${plot.bottom - plot.top}px`,
			});
		}
	}

	#end(): void {
		this.#sizes.disconnect();
		for (const box of this.#boxes) box?.area.remove();
		this.#said.remove();
	}
}

function element(name: 'div' | 'p', className: string): HTMLElement {
	const made = document.createElement(name);
	made.className = className;
	return made;
}
