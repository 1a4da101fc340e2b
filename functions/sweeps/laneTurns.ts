import { DurableObject } from 'cloudflare:workers';
import { sweepSettings } from './settings.ts';

/** A lane, and how long its turn may last before it counts as lost. */
interface TurnAsked {
	sweep: string;
	lane: number;
	milliseconds: number;
	/** How long it is ready to wait for its turn. */
	patience: number;
}

interface Waiter extends TurnAsked {
	answer: (isTurn: boolean) => void;
}

/**
 * Who of all sweeps' lanes may train: at most `SWEEP_TURNS` at once, so that however many sweeps there are, requests have
 * their turn too. The sweep that has fewest turns is served first, of several the one whose last turn is longest ago. A
 * turn lasts until its lane asks for the next one or gives it back, and at most as long as it was asked for: a lane
 * that is lost blocks nobody for long. One object a deployment; turns are in SQLite, those who wait ask again.
 */
export class LaneTurns extends DurableObject<Env> {
	readonly #waiting = new Set<Waiter>();
	/** When each sweep here was served last, as a number of turns. */
	readonly #served = new Map<string, number>();
	#turns = 0;

	constructor(state: DurableObjectState, env: Env) {
		super(state, env);
		state.storage.sql.exec(
			'CREATE TABLE IF NOT EXISTS turn (sweep TEXT, lane INTEGER, expires INTEGER, PRIMARY KEY (sweep, lane)) WITHOUT ROWID',
		);
	}

	/** The next turn of a lane, whose last one is over with this; false when it is not its turn within its patience. */
	take(asked: TurnAsked): Promise<boolean> {
		for (const waiter of this.#waiting) {
			if (waiter.sweep === asked.sweep && waiter.lane === asked.lane) this.#answer(waiter, false);
		}
		this.#end(asked.sweep, asked.lane);
		return new Promise((resolve) => {
			const timer = setTimeout(() => this.#answer(waiter, false), asked.patience);
			const waiter: Waiter = {
				...asked,
				answer: (isTurn) => {
					clearTimeout(timer);
					resolve(isTurn);
				},
			};
			this.#waiting.add(waiter);
			this.#serve();
		});
	}

	/** The turn of a lane is over, or those of all lanes of a sweep. */
	giveBack(sweep: string, lane?: number): void {
		if (lane === undefined) this.ctx.storage.sql.exec('DELETE FROM turn WHERE sweep = ?', sweep);
		else this.#end(sweep, lane);
		this.#serve();
	}

	#serve(): void {
		const now = Date.now();
		this.ctx.storage.sql.exec('DELETE FROM turn WHERE expires <= ?', now);
		const held = new Map<string, number>();
		for (const { sweep } of this.ctx.storage.sql.exec<{ sweep: string }>('SELECT sweep FROM turn')) {
			held.set(sweep, (held.get(sweep) ?? 0) + 1);
		}
		let free = sweepSettings(this.env).turns - [...held.values()].reduce((sum, count) => sum + count, 0);
		for (; free > 0 && this.#waiting.size > 0; free--) {
			const rank = ({ sweep }: Waiter) => [held.get(sweep) ?? 0, this.#served.get(sweep) ?? 0] as const;
			const next = [...this.#waiting].reduce((first, each) => (isBefore(rank(each), rank(first)) ? each : first));
			this.#turns += 1;
			this.#served.set(next.sweep, this.#turns);
			held.set(next.sweep, (held.get(next.sweep) ?? 0) + 1);
			const { sweep, lane, milliseconds } = next;
			this.ctx.storage.sql.exec('INSERT OR REPLACE INTO turn VALUES (?, ?, ?)', sweep, lane, now + milliseconds);
			this.#answer(next, true);
		}
		const waiting = new Set([...this.#waiting].map(({ sweep }) => sweep));
		for (const sweep of this.#served.keys()) {
			if (!held.has(sweep) && !waiting.has(sweep)) this.#served.delete(sweep);
		}
	}

	#answer(waiter: Waiter, isTurn: boolean): void {
		this.#waiting.delete(waiter);
		waiter.answer(isTurn);
	}

	#end(sweep: string, lane: number): void {
		this.ctx.storage.sql.exec('DELETE FROM turn WHERE sweep = ? AND lane = ?', sweep, lane);
	}
}

const isBefore = ([held, served]: readonly [number, number], [otherHeld, otherServed]: readonly [number, number]) =>
	held < otherHeld || (held === otherHeld && served < otherServed);
