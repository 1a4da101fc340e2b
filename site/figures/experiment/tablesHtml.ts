import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { Figure } from '../../../src/schema/figure.ts';
import { escapeHtml } from '../../html/escapeHtml.ts';
import { tablesOf } from './tables.ts';

/** The numbers behind a figure as tables: the build and the browser both make them so. */
export function tablesHtml(figure: Figure, language: Language): string {
	return tablesOf(figure, language)
		.map(({ caption, header, rows, digits = 3 }) => {
			const shown = (value: number | string | null) =>
				escapeHtml(
					value === null ? '–' : typeof value === 'number' ? formatInProse(value, { language, digits }) : value,
				);
			const head = header.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
			const body = rows
				.map(([first = null, ...rest]) => {
					const cells = rest.map((value) => `<td>${shown(value)}</td>`).join('');
					return `<tr><th scope="row">${shown(first)}</th>${cells}</tr>`;
				})
				.join('');
			const table = `<table><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
			return `<div class="table-scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}">${table}</div>`;
		})
		.join('');
}
