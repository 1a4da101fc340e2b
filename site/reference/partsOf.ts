import type { SchemaRow } from './schemaRows.ts';

/** Rows that stand together: those of one field at the top of a schema, or those without a field in between. */
interface Part {
	/** The field at the top; null where each row is one by itself. */
	field: string | null;
	rows: SchemaRow[];
}

/** A table of this many rows is read at once. */
const FEW_ROWS = 30;

/** The rows of a schema in their order, as one part where they are few. */
export function partsOf(rows: readonly SchemaRow[]): Part[] {
	if (rows.length <= FEW_ROWS) return [{ field: null, rows: [...rows] }];
	const top = ({ path }: SchemaRow) => path.split(/[.[]/)[0] ?? path;
	const parts: Part[] = [];
	for (const field of new Set(rows.map(top))) {
		const own = rows.filter((row) => top(row) === field);
		const last = parts.at(-1);
		if (own.length > 1) parts.push({ field, rows: own });
		else if (last?.field === null) last.rows.push(...own);
		else parts.push({ field: null, rows: own });
	}
	return parts;
}
