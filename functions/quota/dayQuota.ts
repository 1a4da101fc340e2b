import { DurableObject } from 'cloudflare:workers';

/** What somebody asks of the day's arithmetic. */
export interface Charge {
	/** A name of the caller that says nothing about them. */
	client: string;
	/** FLOP. */
	charged: number;
}

/** What may be asked for in a day, in FLOP. */
export interface DayLimits {
	/** By one caller. */
	clientFlop: number;
	/** By all. */
	flop: number;
}

/** Whose bound a charge would break, and in how many seconds there is a new day. */
export interface Refusal {
	bound: keyof DayLimits;
	seconds: number;
}

const DAY_MS = 86_400_000;
/** The row that counts what all callers have asked for. */
const ALL = 'all';

/**
 * What trainers and sweeps have been asked for today (UTC), in all and by each caller. One object a deployment, asked
 * once for each new training and each new sweep; yesterday is forgotten.
 */
export class DayQuota extends DurableObject<Env> {
	/** What storage did not take, because the account's rows of the day are written or its storage is full. */
	readonly #unwritten = new Map<string, { day: number; flop: number }>();

	/** Charges a job, or says whose bound it would break. */
	charge({ client, charged }: Charge, limits: DayLimits): Refusal | null {
		const { sql } = this.ctx.storage;
		const now = Date.now();
		const today = Math.floor(now / DAY_MS);
		sql.exec('CREATE TABLE IF NOT EXISTS spent (client TEXT PRIMARY KEY, day INTEGER NOT NULL, flop REAL NOT NULL)');
		const inMemory = (name: string) => {
			const { day, flop } = this.#unwritten.get(name) ?? { day: today, flop: 0 };
			return day === today ? flop : 0;
		};
		const spentBy = (name: string) => {
			const query = 'SELECT flop FROM spent WHERE client = ? AND day = ?';
			const [row] = sql.exec<{ flop: number }>(query, name, today);
			return (row?.flop ?? 0) + inMemory(name); // no row yet
		};
		const spend = (name: string) => {
			try {
				sql.exec(
					`INSERT INTO spent VALUES (?1, ?2, ?3) ON CONFLICT (client) DO UPDATE SET
						flop = CASE WHEN day = ?2 THEN flop + ?3 ELSE ?3 END, day = ?2`,
					name,
					today,
					charged,
				);
			} catch (error) {
				console.error({ message: 'the day is counted in memory', error: String(error) });
				this.#unwritten.set(name, { day: today, flop: inMemory(name) + charged });
			}
		};
		const bound =
			spentBy(client) + charged > limits.clientFlop
				? 'clientFlop'
				: spentBy(ALL) + charged > limits.flop
					? 'flop'
					: null;
		if (bound) return { bound, seconds: Math.ceil(((today + 1) * DAY_MS - now) / 1000) };
		if (spentBy(ALL) === 0) this.#forgetBefore(today); // once a day
		spend(ALL);
		spend(client);
		return null;
	}

	#forgetBefore(today: number): void {
		this.#unwritten.clear();
		this.ctx.storage.sql.exec('DELETE FROM spent WHERE day < ?', today);
	}
}
