import { DurableObject } from 'cloudflare:workers';

/** What somebody asks of the day's arithmetic. */
interface Charge {
	sweep: string;
	/** A name of the caller that says nothing about them. */
	client: string;
	/** FLOP. */
	charged: number;
	clientDailyFlop: number;
	dailyFlop: number;
}

const DAY_MS = 86_400_000;

/**
 * What sweeps have been asked for today (UTC), in all and by each caller. One object a deployment, asked once for a
 * new sweep; yesterday is forgotten.
 */
export class SweepQuota extends DurableObject<Env> {
	/**
	 * Charges a sweep, once a day however often it is posted.
	 *
	 * @returns null, or whose bound it would break, and in how many seconds there is a new day
	 */
	charge({
		sweep,
		client,
		charged,
		clientDailyFlop,
		dailyFlop,
	}: Charge): { bound: 'client' | 'all'; seconds: number } | null {
		const { sql } = this.ctx.storage;
		const now = Date.now();
		const today = Math.floor(now / DAY_MS);
		sql.exec(`CREATE TABLE IF NOT EXISTS charge
			(sweep TEXT PRIMARY KEY, day INTEGER NOT NULL, client TEXT NOT NULL, flop REAL NOT NULL)`);
		sql.exec('DELETE FROM charge WHERE day < ?', today);
		if (sql.exec('SELECT 1 FROM charge WHERE sweep = ?', sweep).toArray().length > 0) return null;
		const spent = sql
			.exec<{ total: number; own: number }>(
				'SELECT COALESCE(SUM(flop), 0) AS total, COALESCE(SUM(flop) FILTER (WHERE client = ?), 0) AS own FROM charge',
				client,
			)
			.one();
		const bound = spent.own + charged > clientDailyFlop ? 'client' : spent.total + charged > dailyFlop ? 'all' : null;
		if (bound) return { bound, seconds: Math.ceil(((today + 1) * DAY_MS - now) / 1000) };
		sql.exec('INSERT INTO charge VALUES (?, ?, ?, ?)', sweep, today, client, charged);
		return null;
	}
}
