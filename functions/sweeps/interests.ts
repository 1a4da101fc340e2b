import { SWEEP_BOUNDS } from '../../src/schema/sweepBounds.ts';

/**
 * Who wants a sweep: a row for each POST of it, by the digest of the token that was answered. Who has withdrawn is
 * remembered, so that a DELETE may be repeated; of those the oldest make room for new ones.
 */
export class Interests {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		sql.exec('CREATE TABLE IF NOT EXISTS interest (digest TEXT PRIMARY KEY, withdrawn INTEGER NOT NULL)');
	}

	/** Those who have not withdrawn. */
	get count(): number {
		return this.#count('WHERE withdrawn = 0');
	}

	/** @returns whether it is counted: not where there are as many as may be */
	add(digest: string): boolean {
		if (this.#count('') >= SWEEP_BOUNDS.sweepInterests) {
			this.#sql.exec(
				'DELETE FROM interest WHERE rowid IN (SELECT rowid FROM interest WHERE withdrawn = 1 ORDER BY rowid LIMIT 1)',
			);
		}
		if (this.#count('') >= SWEEP_BOUNDS.sweepInterests) return false;
		this.#sql.exec('INSERT OR IGNORE INTO interest VALUES (?, 0)', digest);
		return true;
	}

	/** @returns whether there was such an interest, now or before */
	withdraw(digest: string): boolean {
		return (
			this.#sql.exec('UPDATE interest SET withdrawn = 1 WHERE digest = ? RETURNING digest', digest).toArray().length > 0
		);
	}

	/** A sweep that begins again has none of those who wanted it before. */
	withdrawAll(): void {
		this.#sql.exec('UPDATE interest SET withdrawn = 1 WHERE withdrawn = 0');
	}

	#count(where: string): number {
		return this.#sql.exec<{ count: number }>(`SELECT COUNT(*) AS count FROM interest ${where}`).one().count;
	}
}
