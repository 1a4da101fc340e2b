import * as z from 'zod';

/** An answer as a table (RFC 4180): a header, one row each of what `rows` says. */
export const csv = (rows: string) =>
	z
		.string()
		.describe(
			`CSV with a header; ${rows}. A text that a spreadsheet would take for a formula has an apostrophe before it`,
		);
