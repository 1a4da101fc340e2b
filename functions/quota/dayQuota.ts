import { DurableObject } from 'cloudflare:workers';

/** What somebody asks of the day's arithmetic. */
export interface Charge {
	/** A name of the caller that says nothing about them. */
	client: string;
	/** FLOP. */
	charged: number;
	/** A name under which what is not used may be given back on the same day. */
	reservation?: string;
}

/** What may be asked for in a day, in FLOP. */
export interface DayLimits {
	/** By one caller. */
	clientFlop: number;
	/** By all. */
	flop: number;
	/** By all, of those who ask for more than a little: what is left of `flop` is kept for the others. */
	sharedFlop: number;
	/** By one caller, who then has asked for little. */
	littleFlop: number;
}

/** Whose bound a charge would break, what is left of it in FLOP, and in how many seconds there is a new day. */
export interface Refusal {
	bound: 'clientFlop' | 'flop' | 'sharedFlop';
	left: number;
	seconds: number;
}

const DAY_MS = 86_400_000;
/** The row that counts what all callers have asked for. */
const ALL = 'all';

/**
 * What trainers and sweeps have been asked for today (UTC), in all and by each caller. One object a deployment, asked
 * once for each new training and each new sweep; yesterday is forgotten. A part of the day is kept for callers who have
 * asked for little, so that a few cannot use it up for everybody.
 */
export class DayQuota extends DurableObject<Env> {
	/** What storage did not take, because the account's rows of the day are written or its storage is full. */
	readonly #unwritten = new Map<string, { day: number; flop: number }>();

	/** Charges a job, or says whose bound it would break. */
	charge({ client, charged, reservation }: Charge, limits: DayLimits): Refusal | null {
		const sql = this.#openTables();
		const now = Date.now();
		const today = Math.floor(now / DAY_MS);
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
		const bound = findBound(spentBy(client) + charged, spentBy(ALL) + charged, limits);
		if (bound) {
			const left = Math.max(0, limits[bound] - spentBy(bound === 'clientFlop' ? client : ALL));
			return { bound, left, seconds: Math.ceil(((today + 1) * DAY_MS - now) / 1000) };
		}
		if (spentBy(ALL) === 0) this.#forgetBefore(today); // once a day
		spend(ALL);
		spend(client);
		if (reservation) this.#reserve(reservation, client, today, charged);
		return null;
	}

	/** Takes back what was reserved today and not used, in FLOP; of yesterday there is nothing to take back. */
	giveBack(reservation: string, flop: number): void {
		const sql = this.#openTables();
		const today = Math.floor(Date.now() / DAY_MS);
		const query = 'SELECT client, flop FROM reserved WHERE name = ? AND day = ?';
		for (const reserved of sql.exec<{ client: string; flop: number }>(query, reservation, today).toArray()) {
			const given = Math.min(flop, reserved.flop);
			const names = [ALL, reserved.client];
			sql.exec('UPDATE spent SET flop = MAX(0, flop - ?) WHERE day = ? AND client IN (?, ?)', given, today, ...names);
			sql.exec('UPDATE reserved SET flop = flop - ? WHERE name = ?', given, reservation);
		}
	}

	/** What cannot be noted cannot be given back: no reason to refuse. */
	#reserve(name: string, client: string, day: number, flop: number): void {
		try {
			this.ctx.storage.sql.exec('INSERT OR REPLACE INTO reserved VALUES (?, ?, ?, ?)', name, client, day, flop);
		} catch (error) {
			console.error({ message: 'a reservation is not noted', error: String(error) });
		}
	}

	#openTables(): SqlStorage {
		const { sql } = this.ctx.storage;
		sql.exec('CREATE TABLE IF NOT EXISTS spent (client TEXT PRIMARY KEY, day INTEGER NOT NULL, flop REAL NOT NULL)');
		sql.exec(
			'CREATE TABLE IF NOT EXISTS reserved (name TEXT PRIMARY KEY, client TEXT NOT NULL, day INTEGER NOT NULL, flop REAL NOT NULL)',
		);
		return sql;
	}

	#forgetBefore(today: number): void {
		this.#unwritten.clear();
		this.ctx.storage.sql.exec('DELETE FROM spent WHERE day < ?', today);
		this.ctx.storage.sql.exec('DELETE FROM reserved WHERE day < ?', today);
	}
}

/** The bound that a caller's and everybody's day would break, if any. */
function findBound(ofClient: number, ofAll: number, limits: DayLimits): Refusal['bound'] | null {
	if (ofClient > limits.clientFlop) return 'clientFlop';
	if (ofAll > limits.flop) return 'flop';
	return ofAll > limits.sharedFlop && ofClient > limits.littleFlop ? 'sharedFlop' : null;
}
