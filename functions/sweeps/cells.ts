import type { Grid } from '../../src/schema/sweep.ts';
import type { CellCounts, SweepResult } from '../../src/schema/sweepAnswers.ts';
import { cellsOf, countCells, leaderOf } from '../../src/sweeps/grid.ts';
import { createTables } from './settledCells.ts';

/** What a lane reports of a cell that it has trained or found in a store. */
export interface FinishedCell {
	position: number;
	runId: string;
	status: 'ok' | 'diverged';
	final: SweepResult['final'];
	/** Whether this report stands for a training. */
	isTrained: boolean;
}

/** After so many failures a cell is given up. */
const MAX_ATTEMPTS = 3;
/** How long a cell waits that has failed so many times by its own fault: 1 s, 2 s. */
const backOff = (attempts: number) => 500 * 2 ** attempts;
/** How long when something between it and its trainer has failed: 8 s, 32 s, which outlast a short outage. */
const backOffLonger = (attempts: number) => 2_000 * 4 ** attempts;

/**
 * The cells of one sweep in SQLite. A cell that no lane has held has no row; `held` by a lane, `waiting` to be
 * held again, or over, when it has a sequence number. Equal runs (λ = 0 under several scalings) are held as the
 * first of them and are over together.
 */
export class Cells {
	readonly #sql: SqlStorage;
	readonly #grid: Grid;
	readonly #counts: CellCounts;
	/** The first position that no lane has held. */
	#next: number;
	#sequence: number;

	constructor(sql: SqlStorage, grid: Grid) {
		this.#sql = sql;
		this.#grid = grid;
		createTables(sql);
		const { done, failed, trained, last } = sql
			.exec<{ done: number; failed: number; trained: number; last: number }>(
				`SELECT COUNT(*) FILTER (WHERE status IN ('ok', 'diverged')) AS done,
					COUNT(*) FILTER (WHERE status = 'failed') AS failed,
					COALESCE(SUM(trained), 0) AS trained, COALESCE(MAX(sequence), 0) AS last FROM cell`,
			)
			.one();
		this.#counts = { total: countCells(grid), done, failed, trained };
		this.#sequence = Math.max(last, this.#cursor('sequence'));
		this.#next = this.#cursor('next');
	}

	get counts(): CellCounts {
		return { ...this.#counts };
	}

	/** The last sequence number that was given: to a cell, or to the end of a sweep whose failed cells are tried again. */
	get lastSequence(): number {
		return this.#sequence;
	}

	get areAllOver(): boolean {
		return this.#counts.done + this.#counts.failed === this.#counts.total;
	}

	/** Cells that no lane holds. */
	get unheld(): number {
		const held = this.#rows<{ held: number }>(
			"SELECT COUNT(*) AS held FROM cell WHERE sequence IS NULL AND state = 'held'",
		)[0]?.held;
		return this.#counts.total - this.#counts.done - this.#counts.failed - (held ?? 0);
	}

	/** Cells that a lane has begun with and not reported. */
	heldBy(lane: number): number[] {
		return this.#rows<{ position: number }>(
			"SELECT position FROM cell WHERE sequence IS NULL AND state = 'held' AND lane = ? ORDER BY position",
			lane,
		).map(({ position }) => position);
	}

	/** Gives a lane the cells that are due, those first that have been held before, as long as `takes` says so. */
	hold(lane: number, now: number, takes: (position: number) => boolean): number[] {
		const taken: number[] = [];
		const waiting = this.#rows<{ position: number }>(
			"SELECT position FROM cell WHERE sequence IS NULL AND state = 'waiting' AND due <= ? ORDER BY position LIMIT 1000",
			now,
		);
		for (const { position } of waiting) {
			if (!takes(position)) break;
			taken.push(position);
		}
		let next = this.#next;
		for (; taken.length >= waiting.length && next < this.#counts.total; next++) {
			if (leaderOf(this.#grid, next) !== next) continue; // goes with its leader
			if (!takes(next)) break;
			taken.push(next);
		}
		for (const position of taken) this.#hold(position, lane);
		if (next !== this.#next) {
			this.#next = next;
			this.#keepCursor('next', next);
		}
		return taken;
	}

	/** Whether a cell is not over. */
	isOpen(position: number): boolean {
		return (
			this.#rows<{ position: number }>(
				'SELECT position FROM cell WHERE position = ? AND sequence IS NOT NULL',
				position,
			).length === 0
		);
	}

	/** Gives a lane one cell that it has held before. */
	holdAgain(lane: number, position: number): void {
		this.#hold(position, lane);
	}

	#hold(position: number, lane: number): void {
		this.#sql.exec(
			`INSERT INTO cell (position, state, lane) VALUES (?1, 'held', ?2)
				ON CONFLICT (position) DO UPDATE SET state = 'held', lane = ?2 WHERE sequence IS NULL`,
			position,
			lane,
		);
	}

	/** Takes from a lane what it holds; it is due at once. */
	release(lane: number): void {
		this.#sql.exec(
			"UPDATE cell SET state = 'waiting', lane = NULL, due = 0 WHERE sequence IS NULL AND state = 'held' AND lane = ?",
			lane,
		);
	}

	/** Takes from every lane what it holds. */
	releaseAll(): void {
		this.#sql.exec("UPDATE cell SET state = 'waiting', lane = NULL, due = 0 WHERE sequence IS NULL AND state = 'held'");
	}

	/**
	 * Has the cells that were given up tried again, as if they had never failed. The end that was told of them keeps its
	 * sequence number, so that a reader who has seen it hears of what comes now.
	 */
	retryFailed(): void {
		if (this.#counts.failed === 0) return;
		this.#sequence += 1;
		this.#keepCursor('sequence', this.#sequence);
		for (const { position } of this.#rows<{ position: number }>("SELECT position FROM cell WHERE status = 'failed'")) {
			if (leaderOf(this.#grid, position) === position) {
				this.#sql.exec(
					`UPDATE cell SET state = 'waiting', attempts = 0, due = 0, sequence = NULL, status = NULL, reason = NULL
						WHERE position = ?`,
					position,
				);
			} else {
				this.#sql.exec('DELETE FROM cell WHERE position = ?', position); // goes with its leader
			}
		}
		this.#counts.failed = 0;
	}

	/** Milliseconds until a cell is due that waits after a failure; null when none waits. */
	untilDue(now: number): number | null {
		const due = this.#rows<{ due: number | null }>(
			"SELECT MIN(due) AS due FROM cell WHERE sequence IS NULL AND state = 'waiting'",
		)[0]?.due;
		return due === null || due === undefined ? null : Math.max(0, due - now);
	}

	/** Settles a cell, and those with the same run. A second report changes nothing but the count of trainings. */
	finish({ position, runId, status, final, isTrained }: FinishedCell): void {
		for (const cell of cellsOf(this.#grid, position)) {
			this.#settle(cell, { status, run: runId, final: JSON.stringify(final), reason: null });
		}
		if (!isTrained) return;
		this.#counts.trained += 1;
		this.#sql.exec('UPDATE cell SET trained = trained + 1 WHERE position = ?', position);
	}

	/**
	 * Counts a failure of a cell: it waits for its next attempt, or is over after the third.
	 *
	 * @param isOwn whether the cell itself failed, and not what is between it and its trainer
	 */
	fail(position: number, reason: string, isOwn: boolean, now: number): void {
		const attempts = this.#rows<{ attempts: number }>(
			'UPDATE cell SET attempts = attempts + 1 WHERE position = ? AND sequence IS NULL RETURNING attempts',
			position,
		)[0]?.attempts;
		if (attempts === undefined) return; // over already
		if (attempts >= MAX_ATTEMPTS) {
			for (const cell of cellsOf(this.#grid, position)) {
				this.#settle(cell, { status: 'failed', run: null, final: null, reason });
			}
			return;
		}
		const due = now + (isOwn ? backOff(attempts) : backOffLonger(attempts));
		this.#sql.exec("UPDATE cell SET state = 'waiting', lane = NULL, due = ? WHERE position = ?", due, position);
	}

	#settle(
		position: number,
		found: { status: string; run: string | null; final: string | null; reason: string | null },
	) {
		const { status, run, final, reason } = found;
		const settled = this.#rows<{ position: number }>(
			`INSERT INTO cell (position, state, sequence, status, run, final, reason) VALUES (?1, 'over', ?2, ?3, ?4, ?5, ?6)
				ON CONFLICT (position) DO UPDATE SET state = 'over', lane = NULL, sequence = ?2, status = ?3, run = ?4,
					final = ?5, reason = ?6 WHERE sequence IS NULL RETURNING position`,
			position,
			this.#sequence + 1,
			status,
			run,
			final,
			reason,
		);
		if (settled.length === 0) return; // was over
		this.#sequence += 1;
		this.#counts[status === 'failed' ? 'failed' : 'done'] += 1;
	}

	#cursor(name: string): number {
		return this.#rows<{ value: number }>('SELECT value FROM cursor WHERE name = ?', name)[0]?.value ?? 0;
	}

	#keepCursor(name: string, value: number): void {
		this.#sql.exec('INSERT OR REPLACE INTO cursor VALUES (?, ?)', name, value);
	}

	#rows<Columns extends Record<string, SqlStorageValue>>(query: string, ...bindings: SqlStorageValue[]): Columns[] {
		return this.#sql.exec<Columns>(query, ...bindings).toArray();
	}
}
