type Cell = string | number | null;

/** Rows as CSV (RFC 4180): a header, CRLF line ends, an empty cell for null. */
export function writeCsv(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
	const lines = [header, ...rows].map((row) => row.map(writeCell).join(','));
	return `${lines.join('\r\n')}\r\n`;
}

function writeCell(value: Cell): string {
	const text = value === null ? '' : String(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
