import type { Window } from '../../../src/engine/boundary.ts';
import type { Language } from '../../../src/language.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import type { FieldColours } from '../../pictures/boundary/fieldPixels.ts';
import { CatchUp } from '../../training/lab/CatchUp.ts';
import type { Field, Goal, LabFrame, View, WeightOverTime } from '../../training/lab/messages.ts';
import { type Pool, type PooledTraining, TrainingPool } from '../../training/lab/trainingPool.ts';
import { checkSpec } from '../form/checkSpec.ts';
import { type LabState, MOST_RUNS } from '../state/state.ts';
import { emptyRun, type LiveRun, take } from './liveRun.ts';
import { Pace } from './Pace.ts';

/** Points along a side of a boundary that moves, and pixels of a side of its picture, unless the page says otherwise. */
const VIEW = { resolution: 48, pixels: 240 };

interface Held {
	run: LiveRun;
	/** The spec as the reader wrote it. */
	text: string;
	catchUp: CatchUp;
	training: PooledTraining | null;
	/** What came and is not shown yet. */
	frames: LabFrame[];
	/** Whether a training begins with the first of them. */
	isFresh: boolean;
	/** What it was last asked to show. */
	asked: { show: number; view: string };
}

/** Runs that are asked for a frame at the same goal, and shown together once all have answered. */
interface Round {
	waiting: Set<Held>;
	answered: Held[];
	epochs: number;
	milliseconds: number;
}

/**
 * The trainings of the Lab's runs, all at one epoch. The page says what runs there are (`become`), how far they are to be
 * trained (`advance`) and which epoch they show (`show`), as often as it likes: the newest wins. What comes is shown for
 * all runs at once, so that none is ahead of a slower one, and the next step waits until it is drawn.
 */
export class Trainings {
	/** Hears that something can be drawn. */
	onNews: () => void = () => {};
	readonly #pool: Pool;
	readonly #language: Language;
	readonly #pace = new Pace();
	readonly #windows = new Map<number, Window>();
	#view: Omit<View, 'window'> = VIEW;
	#palette = 0;
	#held: Held[] = [];
	/** Epochs that every run is trained to, and is on its way to. */
	#playhead = 0;
	#target = 0;
	/** The epoch that is looked at; null: the playhead. */
	#shown: number | null = null;
	#round: Round | null = null;

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
		return Math.max(1, ...this.runs.map(({ epochs }) => epochs));
	}

	/** Epochs that the runs are trained to. */
	get playhead(): number {
		return this.#playhead;
	}

	/** The epoch that they show. */
	get shown(): number {
		return this.#shown ?? this.#playhead;
	}

	/** Whether something came since `drawn`. */
	get hasNews(): boolean {
		return this.runs.some(({ isDrawn, look, failure }) => !isDrawn && (look !== null || failure !== null));
	}

	/** Whether nothing more comes unless it is asked for. */
	get isSettled(): boolean {
		return this.#round === null && !this.#held.some(({ catchUp }) => catchUp.isUnderWay);
	}

	/** Trains what is new or changed from epoch 0 to the playhead, ends what is gone, and leaves the rest as it is. */
	become(state: LabState): void {
		const before = new Map(this.#held.map((one) => [one.run.key, one]));
		this.#held = state.runs.map(({ key, spec }) => {
			const known = before.get(key);
			before.delete(key);
			const one = known ?? this.#open(key);
			const text = JSON.stringify(spec);
			if (one.text !== text) this.#begin(one, spec);
			one.text = text;
			return one;
		});
		for (const gone of before.values()) this.#end(gone);
		this.#playhead = Math.min(this.#playhead, this.epochs);
		this.#target = Math.min(this.#target, this.epochs);
	}

	/** Every run at epoch 0 again. */
	reset(): void {
		this.#playhead = 0;
		this.#target = 0;
		this.#shown = null;
		for (const one of this.#held) if (one.run.spec) this.#begin(one, one.run.spec);
	}

	/** At play: so many epochs further, or as many of them as fit into a frame; nothing where the last step is not drawn. */
	advance(count: number): void {
		if (!this.isSettled || this.hasNews) return;
		this.#target = Math.min(this.epochs, this.#playhead + Math.min(count, this.#pace.epochs));
		this.#next();
	}

	/** One epoch further, however often it is called before the last one has come. */
	step(): void {
		this.#target = Math.min(this.epochs, Math.max(this.#target, this.#playhead) + 1);
		this.#next();
	}

	/** Shows an epoch, and trains up to it where nobody has been; null: follows the training. */
	show(epoch: number | null): void {
		const isBefore = epoch !== null && epoch < this.#playhead;
		this.#shown = isBefore ? Math.max(0, epoch) : null;
		this.#target = epoch === null || isBefore ? this.#playhead : Math.min(epoch, this.epochs);
		this.#next();
	}

	/** All that came is drawn: the next step may come. */
	drawn(): void {
		for (const { run } of this.#held) run.isDrawn = true;
		this.#next();
	}

	/** How finely boundaries are computed and painted. */
	setView(view: Omit<View, 'window'>): void {
		this.#view = view;
		this.#next();
	}

	/** Shows a part of the plane that does not move with the run's examples; null: that of its examples. */
	setWindow(key: number, window: Window | null): void {
		if (window) this.#windows.set(key, window);
		else this.#windows.delete(key);
		this.#next();
	}

	/** Paints everything in these colours. */
	recolour(colours: FieldColours): void {
		this.#palette += 1;
		this.#pool.paintWith(colours);
		this.#next();
	}

	/** What a hidden unit responds to at the epoch shown; layer 0 is the first hidden one. Null where there is none. */
	async unit(key: number, layer: number, unit: number): Promise<Field | null> {
		const training = this.#of(key)?.training;
		return (await training?.ask({ about: 'unit', epoch: this.shown, layer, unit, view: this.#viewOf(key) })) ?? null;
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
	#viewOf = (key: number): View => ({ ...this.#view, window: this.#windows.get(key) ?? null });

	#open(key: number): Held {
		const one: Held = {
			run: emptyRun(key, null, []),
			text: '',
			training: null,
			frames: [],
			isFresh: false,
			asked: { show: 0, view: '' },
			catchUp: new CatchUp(this.#pool, key, () => this.#ask(one), {
				caughtUp: (training, frame) => this.#caughtUp(one, training, frame),
				frame: (frame) => this.#answered(one, frame),
				failure: (message) => this.#failed(one, message),
			}),
		};
		return one;
	}

	#begin(one: Held, spec: RunSpecInput): void {
		const { run } = one;
		const checked = checkSpec(spec, this.#language);
		if (!checked.ok) {
			this.#end(one);
			Object.assign(run, emptyRun(run.key, null, checked.errors));
			return;
		}
		const { epochs } = emptyRun(run.key, checked.spec, []);
		Object.assign(run, { spec: checked.spec, errors: [], epochs, result: null, isCatchingUp: true });
		one.catchUp.begin(checked.spec);
	}

	#end(one: Held): void {
		one.catchUp.end();
		one.training?.end();
		one.training = null;
		one.frames = [];
		this.#leave(one);
	}

	/** Notes what a run is asked for. */
	#ask(one: Held): Goal {
		const view = this.#viewOf(one.run.key);
		one.asked = { show: this.shown, view: this.#seenAs(one) };
		return { to: this.#playhead, show: this.shown, view };
	}

	#seenAs = ({ run: { key } }: Held) => JSON.stringify([this.#viewOf(key), this.#palette]);

	/** Whether a run is not where all are to be, or not seen as it is to be. */
	#isElsewhere(one: Held): boolean {
		const { trained, isOver, look } = one.frames.at(-1) ?? one.run;
		if (trained < this.#playhead && !isOver) return true;
		if (one.asked.view !== this.#seenAs(one) || !look) return true;
		return one.asked.show !== this.shown && look.epoch !== Math.min(this.shown, trained);
	}

	/** Asks all runs that are elsewhere to come, a step further where there is one to go. */
	#next(): void {
		if (this.#round) return;
		const isFree = !this.hasNews && this.isSettled;
		const step = isFree ? Math.min(this.#target - this.#playhead, this.#pace.epochs) : 0;
		this.#playhead += step;
		const asked = this.#held.filter((one) => one.training && one.run.failure === null && this.#isElsewhere(one));
		if (asked.length === 0) return;
		this.#round = { waiting: new Set(asked), answered: [], epochs: step, milliseconds: 0 };
		for (const one of asked) one.training?.advance(this.#ask(one));
	}

	#answered(one: Held, frame: LabFrame): void {
		one.frames.push(frame);
		if (!this.#round) return;
		this.#round.milliseconds += frame.milliseconds;
		this.#round.answered.push(one);
		this.#leave(one);
	}

	#caughtUp(one: Held, training: PooledTraining, frame: LabFrame): void {
		one.training?.end();
		if (this.#round) this.#round.answered = this.#round.answered.filter((other) => other !== one);
		Object.assign(one, { training, frames: [frame], isFresh: true });
		this.#leave(one);
		if (this.#isElsewhere(one)) this.#next();
		else this.#commit([one]);
	}

	#failed(one: Held, message: string): void {
		one.training?.end();
		one.training = null;
		Object.assign(one.run, { failure: message, isCatchingUp: one.catchUp.isUnderWay, isDrawn: false });
		this.#leave(one);
		this.onNews();
	}

	/** Nothing more is expected of a run in this round; the last one ends it. */
	#leave(one: Held): void {
		const round = this.#round;
		if (!round?.waiting.delete(one) || round.waiting.size > 0) return;
		this.#round = null;
		if (round.epochs > 0) this.#pace.note(round.epochs, round.milliseconds);
		this.#commit(round.answered);
		this.#next();
	}

	/** Shows what has come of these runs. */
	#commit(runs: readonly Held[]): void {
		for (const one of runs) {
			for (const [index, frame] of one.frames.entries()) take(one.run, frame, one.isFresh && index === 0);
			Object.assign(one, { frames: [], isFresh: false });
			one.run.isCatchingUp = one.catchUp.isUnderWay;
			if (one.run.isCatchingUp) one.run.result = null; // of a setting that is no more
		}
		this.onNews();
	}
}
