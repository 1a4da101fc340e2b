import type { RunSpec } from '../../../src/schema/runSpec.ts';
import type { CatchUp } from '../../training/lab/CatchUp.ts';
import type { Goal, LabFrame } from '../../training/lab/messages.ts';
import type { PooledTraining } from '../../training/lab/trainingPool.ts';
import { type LiveRun, seenOf, take } from './liveRun.ts';
import { Pace } from './Pace.ts';
import { Views } from './Views.ts';

/** At play numbers change no more often than once in so many milliseconds: nobody reads faster, and pictures move the more evenly. */
const NUMBERS_MS = 150;

/** A run with the training whose pictures it shows, and what came of it that is not shown yet. */
export interface Member {
	run: LiveRun;
	catchUp: CatchUp;
	training: PooledTraining | null;
	frames: LabFrame[];
	/** The spec of another training that begins with the first of them. */
	begun: RunSpec | null;
	/** What it was last asked to show. */
	asked: { show: number; view: string };
	/** How the one that is to take its place was asked to. */
	beginsAs: string;
}

/** Members that were asked for a frame at one goal, and are shown together once all have answered. */
interface Round {
	waiting: Set<Member>;
	answered: Set<Member>;
	/** Epochs that it goes further, and what they took. */
	epochs: number;
	milliseconds: number;
}

/**
 * Keeps runs at one epoch. They are asked for the next step together, and what comes is shown for all at once, so that
 * none is ahead of a slower one; training goes on when that is drawn. While a round is under way, only the newest of what
 * is wanted next is kept.
 */
export class Lockstep {
	readonly views = new Views();
	readonly pace = new Pace();
	readonly #onNews: () => void;
	#members: readonly Member[] = [];
	/** Epochs that every run is trained to, and is to be. */
	playhead = 0;
	target = 0;
	/** The epoch that is looked at; null: the playhead. */
	lookedAt: number | null = null;
	/** Whether a film is shown, which has numbers now and then alone. */
	isFilm = false;
	/** When the last round with numbers began. */
	#numbersAt = 0;
	#round: Round | null = null;

	/** @param onNews hears that something can be drawn */
	constructor(onNews: () => void) {
		this.#onNews = onNews;
	}

	/** The epoch that runs are to show. */
	get shown(): number {
		return this.lookedAt ?? this.playhead;
	}

	/** The longest run's epochs. */
	get epochs(): number {
		return Math.max(1, ...this.#members.map(({ run }) => run.epochs));
	}

	get hasNews(): boolean {
		return this.#members.some(({ run }) => !run.isDrawn && (run.look !== null || run.failure !== null));
	}

	get isSettled(): boolean {
		return this.#round === null && !this.#members.some(({ catchUp }) => catchUp.isUnderWay);
	}

	/** Keeps these together from now on; none goes further than the longest of them. */
	keep(members: readonly Member[]): void {
		this.#members = members;
		this.playhead = Math.min(this.playhead, this.epochs);
		this.target = Math.min(this.target, this.epochs);
		if (this.shown >= this.playhead) this.lookedAt = null;
	}

	/** Where a training that is to take the place of a member's begins to go: the one that is there is asked for nothing. */
	begin(one: Member): Goal {
		one.beginsAs = this.views.name(one.run.key);
		return this.#goalOf(one, false);
	}

	/** Notes what a member is asked for. */
	#ask(one: Member, isGlimpse: boolean): Goal {
		one.asked = { show: this.shown, view: this.views.name(one.run.key) };
		return this.#goalOf(one, isGlimpse);
	}

	#goalOf = ({ run }: Member, isGlimpse: boolean): Goal => {
		const view = this.views.of(run.key);
		return { to: this.playhead, show: this.shown, isGlimpse, view };
	};

	/** The epoch of the pictures that are there: that of the longest run; null before there is any. */
	get seen(): number | null {
		const epochs = this.#members.flatMap(({ run }) =>
			run.spec && run.failure === null ? (seenOf(run)?.epoch ?? []) : [],
		);
		return epochs.length > 0 ? Math.min(this.epochs, Math.max(...epochs)) : null;
	}

	/** Asks all that are elsewhere to come, a step further where there is one to go. */
	next(): void {
		if (this.#round) return;
		const isFree = this.isSettled && !this.hasNews;
		const step = isFree ? Math.min(this.target - this.playhead, this.pace.epochs) : 0;
		this.playhead += step;
		const asked = this.#members.filter((one) => one.training && one.run.failure === null && this.#isElsewhere(one));
		const come = this.#members.filter((one) => one.begun && one.frames.length > 0 && !asked.includes(one));
		if (asked.length === 0) {
			if (come.length > 0) this.#show(come);
			else if (step > 0) this.#arrive();
			return;
		}
		this.#round = { waiting: new Set(asked), answered: new Set(come), epochs: step, milliseconds: 0 };
		const now = performance.now();
		const isGlimpse = this.isFilm && now - this.#numbersAt < NUMBERS_MS;
		if (!isGlimpse) this.#numbersAt = now;
		for (const one of asked) one.training?.advance(this.#ask(one, isGlimpse));
	}

	/** All runs are over before the target: nothing is left to wait for on the way there. */
	#arrive(): void {
		this.playhead = this.target;
		this.#onNews();
	}

	/** A frame came of a member's training. */
	answered(one: Member, frame: LabFrame): void {
		one.frames.push(frame);
		if (!this.#round) return;
		this.#round.milliseconds += frame.milliseconds;
		this.#round.answered.add(one);
		this.leave(one);
	}

	/** Another training takes the place of a member's, and is shown as soon as it is where all are, and they are there. */
	replace(one: Member, training: PooledTraining, frame: LabFrame, begun: RunSpec): void {
		one.training?.end();
		this.#round?.answered.delete(one);
		// What the one before was asked for, this one was not.
		const asked = { show: frame.look?.epoch ?? Number.NaN, view: one.beginsAs };
		Object.assign(one, { training, frames: [frame], begun, asked });
		this.leave(one);
		this.next();
	}

	/** What a member is changed to is on its way for long. */
	progress(one: Member, share: number): void {
		Object.assign(one.run, { progress: share, isDrawn: false });
		this.#onNews();
	}

	/** A member's training goes no further. */
	fail(one: Member, message: string): void {
		one.training?.end();
		Object.assign(one, { training: null, frames: [], begun: null });
		Object.assign(one.run, { failure: message, isCatchingUp: one.catchUp.isUnderWay, progress: null, isDrawn: false });
		this.leave(one);
		this.#onNews();
	}

	/** Nothing more is expected of a member in this round; the last one ends it. */
	leave(one: Member): void {
		const round = this.#round;
		if (!round?.waiting.delete(one) || round.waiting.size > 0) return;
		this.#round = null;
		if (round.epochs > 0) this.pace.note(round.epochs, round.milliseconds);
		this.#show(round.answered);
		this.next();
	}

	/** Whether a member is not where all are to be, or not seen as it is to be. */
	#isElsewhere(one: Member): boolean {
		const come = one.frames.at(-1) ?? one.run;
		const { trained, isOver, glimpse } = come;
		const seen = seenOf(come);
		if (trained < this.playhead && !isOver) return true;
		if (one.asked.view !== this.views.name(one.run.key) || !seen || (glimpse && !this.isFilm)) return true;
		return one.asked.show !== this.shown && seen.epoch !== Math.min(this.shown, trained);
	}

	#show(members: Iterable<Member>): void {
		for (const one of members) {
			for (const [index, frame] of one.frames.entries()) take(one.run, frame, index === 0 ? one.begun : null);
			Object.assign(one, { frames: [], begun: null });
			one.run.isCatchingUp = one.catchUp.isUnderWay;
			if (one.run.isCatchingUp) one.run.result = null; // of a setting that is no more
		}
		this.#onNews();
	}
}
