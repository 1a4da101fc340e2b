import type { HeatMapFigure } from '../../src/experiments/figure.ts';
import { escapeHtml } from '../html/escapeHtml.ts';
import { tenth } from '../pictures/tenth.ts';
import type { LanguageKey } from '../text/languages.ts';
import { plain } from './scale.ts';

const CELL_WIDTH = 44;
const CELL_HEIGHT = 30;
const LEFT = 52;
const TOP = 26;
const GAP = 26;
const COLUMNS = 2;

/** Steps of the colour scale, `.heat-0` (best, lowest) to `.heat-8`. */
const STEPS = 9;

/**
 * Panels of cells: the style sheet colours them by their rank within their column, lowest first, and the best
 * cell of each column carries a ring: the valley.
 */
export function heatMapSvg(
	figure: HeatMapFigure,
	language: LanguageKey,
): { inside: string; width: number; height: number } {
	const [first] = figure.panels;
	const columns = first?.x.length ?? 0;
	const rows = first?.y.length ?? 0;
	const panelWidth = LEFT + columns * CELL_WIDTH;
	const panelHeight = TOP + rows * CELL_HEIGHT + 44;
	const inside = figure.panels
		.map((panel, index) => {
			const left = (index % COLUMNS) * (panelWidth + GAP);
			const top = Math.floor(index / COLUMNS) * (panelHeight + GAP);
			return `<g transform="translate(${left} ${top})">${panelSvg(figure, panel, language)}</g>`;
		})
		.join('');
	const across = Math.min(COLUMNS, figure.panels.length);
	const down = Math.ceil(figure.panels.length / COLUMNS);
	return {
		inside,
		width: across * panelWidth + (across - 1) * GAP + 4,
		height: down * panelHeight + (down - 1) * GAP,
	};
}

function panelSvg({ x, y, z }: HeatMapFigure, panel: HeatMapFigure['panels'][number], language: LanguageKey): string {
	const columnOf = (c: number) => panel.z.map((row) => row[c] ?? null).filter((value) => value !== null);
	const columns = panel.x.map((_, c) => columnOf(c).sort((a, b) => a - b));
	const step = (value: number, c: number) => {
		const column = columns[c] ?? [];
		return Math.round((column.indexOf(value) / Math.max(1, column.length - 1)) * (STEPS - 1));
	};
	const bottom = TOP + panel.y.length * CELL_HEIGHT;
	const cells = panel.y.map((row, r) => {
		const line = panel.z[r] ?? [];
		// The largest row stands on top.
		const top = TOP + (panel.y.length - 1 - r) * CELL_HEIGHT;
		const drawn = panel.x.map((column, c) => {
			const value = line[c] ?? null;
			const left = LEFT + c * CELL_WIDTH;
			const name = `${x.label[language]} ${plain(column, language)}, ${y.label[language]} ${plain(row, language)}: ${z.label[language]} ${value === null ? '–' : plain(value, language)}`;
			const ring =
				value !== null && value === columns[c]?.[0]
					? `<circle class="best" cx="${left + CELL_WIDTH / 2}" cy="${top + CELL_HEIGHT / 2}" r="5"/>`
					: '';
			return `<rect class="${value === null ? 'heat-none' : `heat-${step(value, c)}`}" x="${left}" y="${top}" width="${CELL_WIDTH - 1}" height="${CELL_HEIGHT - 1}"><title>${escapeHtml(name)}</title></rect>${ring}`;
		});
		return `<text class="tick" x="${LEFT - 6}" y="${top + CELL_HEIGHT / 2 + 5}" text-anchor="end">${plain(row, language)}</text>${drawn.join('')}`;
	});
	const ticks = panel.x.map(
		(column, c) =>
			`<text class="tick" x="${tenth(LEFT + (c + 0.5) * CELL_WIDTH)}" y="${bottom + 16}" text-anchor="middle">${plain(column, language)}</text>`,
	);
	return [
		`<text class="panel-label" x="0" y="16">${escapeHtml(panel.label[language])}</text>`,
		...cells,
		...ticks,
		`<text class="axis-title" x="${LEFT - 6}" y="${bottom + 16}" text-anchor="end">${escapeHtml(y.label[language])}</text>`,
		`<text class="axis-title" x="${tenth(LEFT + (panel.x.length * CELL_WIDTH) / 2)}" y="${bottom + 36}" text-anchor="middle">${escapeHtml(x.label[language])}</text>`,
	].join('');
}
