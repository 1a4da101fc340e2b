import type { Window } from '../../../src/engine/boundary.ts';
import type { Language } from '../../../src/language.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import type { FieldColours } from '../../pictures/boundary/fieldPixels.ts';
import { CatchUp } from '../../training/lab/CatchUp.ts';
import type { Field, View, WeightOverTime } from '../../training/lab/messages.ts';
import { type Pool, TrainingPool } from '../../training/lab/trainingPool.ts';
import { checkSpec } from '../form/checkSpec.ts';
import { type LabState, MOST_RUNS } from '../state/state.ts';
import { Lockstep, type Member } from './Lockstep.ts';
import { emptyRun, epochsOf, type LiveRun } from './liveRun.ts';

interface Held extends Member {
	/** The spec as the reader wrote it; null before there is one. */
	written: RunSpecInput | null;
}

/**
 * The trainings of the Lab's runs, all at one epoch. The page says what runs there are (`become`), how far they are to be
 * trained (`advance`, `step`) and which epoch they show (`show`), as often as it likes: the newest wins.
 */
export class Trainings {
	/** Hears that something can be drawn. */
	onNews: () => void = () => {};
	readonly #pool: Pool;
	readonly #language: Language;
	readonly #lockstep = new Lockstep(() => this.onNews());
	#held: Held[] = [];

	constructor(language: Language, pool: Pool = new TrainingPool(MOST_RUNS)) {
		this.#language = language;
		this.#pool = pool;
	}

	get runs(): readonly LiveRun[] {
		return this.#held.map(({ run }) => run);
	}

	get isOver(): boolean {
		return this.runs.every(
			({ spec, isOver, isCatchingUp, failure }) => spec === null || failure !== null || (isOver && !isCatchingUp),
		);
	}

	/** The longest run's epochs. */
	get epochs(): number {
		return this.#lockstep.epochs;
	}

	/** Epochs that the runs are trained to. */
	get playhead(): number {
		return this.#lockstep.playhead;
	}

	/** The epoch that they are to show. */
	get shown(): number {
		return this.#lockstep.shown;
	}

	/** The epoch of the pictures that are there; null before there is any. */
	get seen(): number | null {
		return this.#lockstep.seen;
	}

	/** Whether something came since `drawn`. */
	get hasNews(): boolean {
		return this.#lockstep.hasNews;
	}

	/** Whether nothing more comes unless it is asked for. */
	get isSettled(): boolean {
		return this.#lockstep.isSettled;
	}

	/** Trains what is new or changed from epoch 0 to the playhead, ends what is gone, and leaves the rest as it is. */
	become(state: LabState): void {
		const before = new Map(this.#held.map((one) => [one.run.key, one]));
		this.#held = state.runs.map(({ key, spec }) => {
			const known = before.get(key);
			before.delete(key);
			const one = known ?? this.#open(key);
			const isSame = one.written === spec || JSON.stringify(one.written) === JSON.stringify(spec);
			one.written = spec;
			if (!isSame) this.#begin(one, spec);
			return one;
		});
		for (const gone of before.values()) this.#end(gone);
		this.#lockstep.keep(this.#held);
	}

	/** Every run at epoch 0 again. */
	reset(): void {
		Object.assign(this.#lockstep, { playhead: 0, target: 0, lookedAt: null });
		for (const one of this.#held) if (one.run.spec) this.#begin(one, one.run.spec);
	}

	/** Before there are any runs: they are to train to this epoch at once, and not step by step. */
	startAt(epoch: number): void {
		Object.assign(this.#lockstep, { playhead: epoch, target: epoch });
	}

	/**
	 * At play: so many epochs further, or as many of them as fit into a frame; nothing where the last step is not drawn.
	 *
	 * @param milliseconds that a frame takes
	 */
	advance(count: number, milliseconds = 0): void {
		if (!this.isSettled || this.hasNews) return;
		this.#lockstep.pace.frame(milliseconds);
		this.#goTo(this.playhead + Math.min(count, this.#lockstep.pace.epochs));
	}

	/** One epoch further, however often it is called before the last one has come. */
	step(): void {
		this.#goTo(Math.max(this.#lockstep.target, this.playhead) + 1);
	}

	/** Shows an epoch, and trains up to it where nobody has been; null: follows the training. */
	show(epoch: number | null): void {
		const isBefore = epoch !== null && epoch < this.playhead;
		this.#lockstep.lookedAt = isBefore ? Math.max(0, epoch) : null;
		this.#goTo(epoch === null || isBefore ? this.playhead : epoch);
	}

	/** All that came is drawn: the next step may come. */
	drawn(): void {
		for (const { run } of this.#held) run.isDrawn = true;
		this.#lockstep.next();
	}

	/** Whether a film is shown: its pictures come with numbers now and then alone, and where it stops they follow. */
	set isFilm(isFilm: boolean) {
		this.#lockstep.isFilm = isFilm;
		this.#lockstep.next();
	}

	/** How finely boundaries are computed and painted. */
	setView(fineness: Omit<View, 'window'>): void {
		this.#lockstep.views.fineness = fineness;
		this.#lockstep.next();
	}

	/** Shows a part of the plane that does not move with the run's examples; null: that of its examples. */
	setWindow(key: number, window: Window | null): void {
		this.#lockstep.views.setWindow(key, window);
		this.#lockstep.next();
	}

	/** Paints everything in these colours. */
	recolour(colours: FieldColours): void {
		this.#pool.paintWith(colours);
		this.#lockstep.views.palette += 1;
		this.#lockstep.next();
	}

	/**
	 * What a hidden unit responds to at the epoch shown; layer 0 is the first hidden one. Null where there is none.
	 *
	 * @param fineness as that of the boundaries where nothing is said
	 */
	async unit(key: number, layer: number, unit: number, fineness?: Omit<View, 'window'>): Promise<Field | null> {
		const view = { ...this.#lockstep.views.of(key), ...fineness };
		return (await this.#of(key)?.training?.ask({ about: 'unit', epoch: this.shown, layer, unit, view })) ?? null;
	}

	/** A weight over time, from a unit of a layer to one of the next; layer 0 is the input. Null where there is none. */
	async weight(key: number, layer: number, from: number, to: number): Promise<WeightOverTime | null> {
		return (await this.#of(key)?.training?.ask({ about: 'weight', layer, from, to })) ?? null;
	}

	close(): void {
		for (const { catchUp } of this.#held) catchUp.end();
		this.#pool.close();
	}

	#of = (key: number) => this.#held.find(({ run }) => run.key === key);

	#goTo(epoch: number): void {
		this.#lockstep.target = Math.min(this.epochs, epoch);
		this.#lockstep.next();
	}

	#open(key: number): Held {
		const lockstep = this.#lockstep;
		const one: Held = {
			run: emptyRun(key, null, []),
			written: null,
			training: null,
			frames: [],
			begun: null,
			asked: { show: 0, view: '' },
			beginsAs: '',
			catchUp: new CatchUp(this.#pool, key, () => lockstep.begin(one), {
				caughtUp: (training, frame, begun) => lockstep.replace(one, training, frame, begun),
				progress: (share) => lockstep.progress(one, share),
				frame: (frame) => lockstep.answered(one, frame),
				failure: (message) => lockstep.fail(one, message),
			}),
		};
		return one;
	}

	#begin(one: Held, spec: RunSpecInput): void {
		const { run } = one;
		const checked = checkSpec(spec, this.#language);
		if (!checked.ok) {
			this.#end(one);
			Object.assign(run, emptyRun(run.key, null, checked.errors), { epochs: run.epochs }); // the axis stays as it is
			return;
		}
		const { spec: whole } = checked;
		Object.assign(run, {
			spec: whole,
			errors: [],
			epochs: epochsOf(whole),
			result: null,
			isCatchingUp: true,
			progress: null,
		});
		one.catchUp.begin(whole);
	}

	#end(one: Held): void {
		one.catchUp.end();
		one.training?.end();
		Object.assign(one, { training: null, frames: [] });
		this.#lockstep.leave(one);
	}
}
