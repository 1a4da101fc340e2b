/** Whether a row is one of those that a reader looks for: every word of the filter stands in it. */
export function isWanted(filter: string, row: string): boolean {
	const text = row.normalize('NFKC').toLowerCase();
	return filter
		.normalize('NFKC')
		.toLowerCase()
		.split(/\s+/)
		.every((word) => text.includes(word));
}

/**
 * Shows the rows that a filter wants and hides the others.
 *
 * @returns how many are shown
 */
export function filterRows(rows: Iterable<HTMLElement>, filter: string): number {
	let shown = 0;
	for (const row of rows) {
		row.hidden = !isWanted(filter, row.dataset.names ?? '');
		if (!row.hidden) shown++;
	}
	return shown;
}
