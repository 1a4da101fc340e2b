/** What a Workflow instance is started with. */
export interface LaneParams {
	sweep: string;
	lane: number;
}

interface LaneRow extends Record<string, SqlStorageValue> {
	lane: number;
	instance: string;
	/** When it last asked for cells, in milliseconds. */
	seen: number;
}

/** An instance as the lane that it is. */
type LaneInstance = Pick<LaneRow, 'lane' | 'instance'>;

/** The platform is asked about a lane only after so long a silence, and not again before as much more has passed. */
const ASK_AFTER_MS = 2_000;
/** How many times longer an instance may be silent while the platform keeps it queued. */
const QUEUED_STALL_FACTOR = 10;

/**
 * The lanes of one sweep: which Workflow instance each of them is, and when it was last heard of. A lane that is
 * over has no row.
 */
export class Lanes {
	readonly #sql: SqlStorage;
	readonly #workflow: Workflow<LaneParams>;
	readonly #sweep: string;
	/** When each lane was last heard of, in memory only: a write for every cell would cost too much. */
	readonly #heard = new Map<number, number>();
	/** When the platform was last asked about each instance. */
	readonly #asked = new Map<string, number>();

	constructor(sql: SqlStorage, workflow: Workflow<LaneParams>, sweep: string) {
		this.#sql = sql;
		this.#workflow = workflow;
		this.#sweep = sweep;
		sql.exec(
			'CREATE TABLE IF NOT EXISTS lane (lane INTEGER PRIMARY KEY, instance TEXT NOT NULL, seen INTEGER NOT NULL)',
		);
	}

	#rows(): LaneRow[] {
		return this.#sql.exec<LaneRow>('SELECT * FROM lane ORDER BY lane').toArray();
	}

	get count(): number {
		return this.#rows().length;
	}

	/** Whether that instance is the lane, and not one that has been replaced. */
	isCurrent(lane: number, instance: string): boolean {
		return this.#rows().some((row) => row.lane === lane && row.instance === instance);
	}

	hear(lane: number, now: number): void {
		this.#heard.set(lane, now);
	}

	/** A lane has asked for cells: remembered even when this object leaves the memory. */
	see(lane: number, now: number): void {
		this.hear(lane, now);
		this.#sql.exec('UPDATE lane SET seen = ? WHERE lane = ?', now, lane);
	}

	end(lane: number): void {
		this.#sql.exec('DELETE FROM lane WHERE lane = ?', lane);
	}

	/** @returns the instances that were lanes */
	endAll(): string[] {
		const instances = this.#rows().map(({ instance }) => instance);
		this.#sql.exec('DELETE FROM lane');
		return instances;
	}

	/**
	 * Starts an instance for each of these lanes in one batch; what was there under the number is replaced. Where the
	 * platform does not take the batch, the lanes count as silent for ever, so that the next look starts them again.
	 */
	async start(lanes: readonly number[], now: number): Promise<void> {
		if (lanes.length === 0) return;
		const instances = lanes.map((lane) => ({
			id: `${this.#sweep}-${lane}-${crypto.randomUUID().slice(0, 8)}`,
			params: { sweep: this.#sweep, lane },
		}));
		for (const { id, params } of instances) {
			this.#sql.exec('INSERT OR REPLACE INTO lane VALUES (?, ?, ?)', params.lane, id, now);
			this.#heard.delete(params.lane);
		}
		try {
			await this.#workflow.createBatch(instances);
		} catch (error) {
			for (const { id } of instances) this.#sql.exec('UPDATE lane SET seen = 0 WHERE instance = ?', id);
			throw error;
		}
	}

	/**
	 * Lanes that are over without having said so, have been silent for longer than `stallMs`, or were last seen before
	 * `since`, when the runtime began. Asking takes time, and meanwhile a lane may be replaced: see `isCurrent`.
	 */
	async findDead(now: number, stallMs: number, since: number): Promise<LaneInstance[]> {
		const askAfter = Math.min(ASK_AFTER_MS, stallMs);
		const lanes = await Promise.all(
			this.#rows().map(async ({ lane, instance, seen }) => {
				if (seen < since) return { lane, instance, isDead: true };
				const silence = now - Math.max(seen, this.#heard.get(lane) ?? 0);
				const sinceAsked = now - (this.#asked.get(instance) ?? 0);
				if (Math.min(silence, sinceAsked) < askAfter) return { lane, instance, isDead: false };
				this.#asked.set(instance, now);
				const status = await this.#statusOf(instance);
				const patience = status === 'queued' ? QUEUED_STALL_FACTOR * stallMs : stallMs;
				return { lane, instance, isDead: OVER.includes(status) || silence > patience };
			}),
		);
		return lanes.filter(({ isDead }) => isDead);
	}

	async #statusOf(instance: string): Promise<string> {
		try {
			return (await (await this.#workflow.get(instance)).status()).status;
		} catch {
			return 'unknown'; // not begun yet, or never: silence will tell
		}
	}

	/** Ends these instances, as far as they have not ended. */
	async terminate(instances: readonly string[]): Promise<void> {
		for (const instance of instances) {
			this.#asked.delete(instance);
			const status = await this.#statusOf(instance);
			if (status === 'unknown' || OVER.includes(status)) continue;
			try {
				await (await this.#workflow.get(instance)).terminate();
			} catch {
				// It has ended in between.
			}
		}
	}
}

const OVER: readonly string[] = ['complete', 'errored', 'terminated'];
