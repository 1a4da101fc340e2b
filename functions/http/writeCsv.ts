type Cell = string | number | null;

/** Rows as CSV (RFC 4180): a header, CRLF line ends, an empty cell for null, and no text that a spreadsheet takes for a formula. */
export function writeCsv(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
	const lines = [header, ...rows].map((row) => row.map(writeCell).join(','));
	return `${lines.join('\r\n')}\r\n`;
}

function writeCell(value: Cell): string {
	const text = typeof value === 'string' && isFormula(value) ? `'${value}` : String(value ?? '');
	return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a spreadsheet would run, also one that trims blanks (OWASP, CSV injection): a negative number as text is none. */
const isFormula = (text: string) =>
	/^([\t\r\n]|[\s\u200b]*[=+\-@＝＋－＠])/.test(text) && !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
