import { DurableObject } from 'cloudflare:workers';
import type { Watching } from '../../src/engine/train.ts';
import { finalNumbers } from '../../src/schema/finalNumbers.ts';
import type { FinalNumbers, Run } from '../../src/schema/run.ts';
import { chargeDay } from '../quota/chargeDay.ts';
import type { Charge, Refusal } from '../quota/dayQuota.ts';
import { forgetText, keepText, readText } from './keptText.ts';
import { seal, unseal } from './sealedText.ts';
import { type Listener, SharedTraining } from './sharedTraining.ts';
import { perform, pictureOf, type Task } from './task.ts';

/** A result, and how it came about: kept here before, by a training that was under way, or by this request's own. */
export interface Trained {
	text: string;
	how: 'kept' | 'joined' | 'trained';
	/** Whether the trainer has it, and it may be handed out. */
	isKept: boolean;
}

/** What a sweep's ledger is told of a run. */
interface TrainedCell extends Pick<Run, 'status'> {
	final: FinalNumbers;
	isTrained: boolean;
}

/** Why there is no result: the day's quota does not allow it, or the listener has gone. */
type None = { refusal: Refusal } | { isGone: true };

type Result = Pick<Trained, 'text' | 'isKept'> | { refusal: Refusal };

/**
 * One result and the one place in the world where it is computed: an object named by the result's id. Equal requests
 * meet here, so that a run trains once, and different runs train side by side on different machines. A training that
 * is lost with its machine leaves nothing behind: the next request begins it again.
 */
export class Trainer extends DurableObject<Env> {
	#training: SharedTraining<Result> | null = null;
	/** Equal requests that bring the same result at once are charged once. */
	#keeping: Promise<Refusal | null> | null = null;

	/** The text of the result; null when there is none yet. */
	async kept(): Promise<string | null> {
		const sealed = this.#readSealed();
		if (sealed === null) return null;
		const text = await unseal(sealed);
		if (text === null) this.#forgetDamaged('its digest is another');
		return text;
	}

	#readSealed(): string | null {
		try {
			return readText(this.ctx.storage);
		} catch (error) {
			this.#forgetDamaged(error);
			return null;
		}
	}

	/** The next who asks has it computed again. */
	#forgetDamaged(error: unknown): void {
		console.error({ message: 'what a trainer has kept is damaged', error: String(error) });
		forgetText(this.ctx.storage);
	}

	/**
	 * Keeps a result that was computed elsewhere.
	 *
	 * @param charge what keeping it counts of the day; null when that has been charged before
	 * @returns why it is not kept, or null
	 */
	async keep(text: string, charge: Charge | null): Promise<Refusal | null> {
		if ((await this.kept()) !== null) return null;
		this.#keeping ??= this.#chargeAndKeep(text, charge).finally(() => {
			this.#keeping = null;
		});
		return this.#keeping;
	}

	async #chargeAndKeep(text: string, charge: Charge | null): Promise<Refusal | null> {
		const refusal = charge && (await chargeDay(this.env, charge));
		const sealed = await seal(text);
		if (!refusal) keepText(this.ctx.storage, sealed);
		return refusal;
	}

	/**
	 * The result of a task.
	 *
	 * @param charge what computing it counts of the day; null when that has been charged before
	 * @param listener hears how the training stands
	 * @returns the result, or why there is none
	 */
	async train(task: Task, charge: Charge | null, listener?: Listener): Promise<Trained | None> {
		const text = await this.kept();
		if (text !== null) return { text, how: 'kept', isKept: true };
		if (this.#training && !this.#training.isAborted) {
			const result = await this.#training.join(listener);
			if (result === null) return { isGone: true };
			// What was refused was somebody else's charge.
			return 'text' in result ? { ...result, how: 'joined' } : this.train(task, charge, listener);
		}
		const result = await this.#begin(task, charge).join(listener);
		if (result === null) return { isGone: true };
		return 'text' in result ? { ...result, how: 'trained' } : result;
	}

	/** As `train`, for a cell of a sweep: the sweep has charged it, and its ledger keeps only what a cell ends with. */
	async trainCell(task: Task): Promise<TrainedCell> {
		await scheduler.wait(1); // requests come first where a thread is shared: a sweep has no end of cells
		const trained = await this.train(task, null);
		if (!('text' in trained)) throw new Error('a cell was refused that had been charged');
		if (!trained.isKept) throw new Error('the storage of objects takes no more');
		const { status, final } = JSON.parse(trained.text) as Run; // `perform` made it
		return { status, final: finalNumbers(final), isTrained: trained.how === 'trained' };
	}

	/** The day is charged while the training goes on already, since the object that counts may be far away. */
	async #compute(task: Task, charge: Charge | null, watching: Watching): Promise<Result> {
		const uncharged = new AbortController();
		const charging = charge === null ? Promise.resolve(null) : chargeDay(this.env, charge);
		charging.then(
			(refusal) => refusal && uncharged.abort(),
			() => uncharged.abort(),
		);
		const { signal } = watching;
		const either = signal ? AbortSignal.any([signal, uncharged.signal]) : uncharged.signal;
		try {
			const text = await perform(task, { ...watching, signal: either });
			const refusal = await charging;
			return refusal ? { refusal } : { text, isKept: this.#tryToKeep(await seal(text)) };
		} catch (error) {
			const refusal = uncharged.signal.aborted ? await charging : null;
			if (refusal) return { refusal };
			throw error;
		}
	}

	/** A day's rows may be written and a plan's storage full: what was trained is answered all the same. */
	#tryToKeep(sealed: string): boolean {
		try {
			keepText(this.ctx.storage, sealed);
			return true;
		} catch (error) {
			console.error({ message: 'a trainer cannot keep', error: String(error) });
			return false;
		}
	}

	#begin(task: Task, charge: Charge | null): SharedTraining<Result> {
		const training = new SharedTraining<Result>(async (watching) => {
			try {
				return await this.#compute(task, charge, watching);
			} finally {
				if (this.#training === training) this.#training = null;
			}
		}, pictureOf(task));
		this.#training = training;
		return training;
	}
}
