/** The tables of a sweep's cells, and what is read from them of cells that are over; `Cells` decides what is written. */
import type { Grid } from '../../src/schema/sweep.ts';
import type { SweepResult } from '../../src/schema/sweepAnswers.ts';
import { coordinatesAt } from '../../src/sweeps/grid.ts';

/** A cell that is over, with its number among those: the id of its event. */
export interface SettledCell {
	sequence: number;
	result: SweepResult;
}

type Row = Record<string, SqlStorageValue>;

export function createTables(sql: SqlStorage): void {
	sql.exec(`
		CREATE TABLE IF NOT EXISTS cell (
			position INTEGER PRIMARY KEY, state TEXT NOT NULL, lane INTEGER, attempts INTEGER NOT NULL DEFAULT 0,
			due INTEGER NOT NULL DEFAULT 0, sequence INTEGER, status TEXT, run TEXT, final TEXT, reason TEXT,
			trained INTEGER NOT NULL DEFAULT 0);
		CREATE UNIQUE INDEX IF NOT EXISTS cell_sequence ON cell (sequence) WHERE sequence IS NOT NULL;
		CREATE INDEX IF NOT EXISTS cell_state ON cell (state, position) WHERE sequence IS NULL;
		CREATE TABLE IF NOT EXISTS cursor (name TEXT PRIMARY KEY, value INTEGER NOT NULL);`);
}

/** Every cell that is over, in grid order. */
export const readResults = (sql: SqlStorage, grid: Grid): SweepResult[] =>
	sql
		.exec<Row>('SELECT * FROM cell WHERE sequence IS NOT NULL ORDER BY position')
		.toArray()
		.map((row) => toResult(grid, row));

/** Cells that have a result. */
export const positionsWithResult = (sql: SqlStorage): Set<number> => readPositions(sql, "status IN ('ok', 'diverged')");

/** Cells that are over or held by a lane, which may be training them. */
export const positionsBegun = (sql: SqlStorage): Set<number> =>
	readPositions(sql, "sequence IS NOT NULL OR state = 'held'");

const readPositions = (sql: SqlStorage, where: string) =>
	new Set(
		sql
			.exec<{ position: number }>(`SELECT position FROM cell WHERE ${where}`)
			.toArray()
			.map(({ position }) => position),
	);

/** At most so many cells that are over after that sequence number, in the order in which they came. */
export const readSettledAfter = (sql: SqlStorage, grid: Grid, sequence: number, limit: number): SettledCell[] =>
	sql
		.exec<Row>(
			'SELECT * FROM cell WHERE sequence IS NOT NULL AND sequence > ? ORDER BY sequence LIMIT ?',
			sequence,
			limit,
		)
		.toArray()
		.map((row) => ({ sequence: Number(row.sequence), result: toResult(grid, row) }));

const toResult = (grid: Grid, row: Row): SweepResult => ({
	...coordinatesAt(grid, Number(row.position)),
	runId: row.run === null ? null : String(row.run),
	status: row.status as SweepResult['status'], // `Cells` wrote it
	final: row.final === null ? null : JSON.parse(String(row.final)),
	...(row.reason !== null && { reason: String(row.reason) }),
});
