import { OPENING_SPEED, SECONDS } from './speed.ts';
import type { Trainings } from './trainings.ts';

/** What takes longer than so many milliseconds is no frame: the tab was hidden, and the film stood still. */
const LONGEST_FRAME_MS = 2000;
/** Somebody waits for pictures that take longer, in milliseconds; or that play at a third of their speed, after about so many frames. */
const LATE_MS = 300;
const LATE_FRAMES = 45;

/**
 * Moves the epoch that all runs are looked at, one piece a frame of the screen, and has drawn what came. Epochs that were
 * trained before are remembered: going back trains nothing, and playing goes through them until there are no more.
 */
export class Playback {
	readonly #host: HTMLElement;
	readonly #trainings: Trainings;
	readonly #draw: (isStill: boolean) => void;
	readonly #isChanging: () => boolean;
	#isPlaying = false;
	#isAwake = false;
	#frames = 0;
	#isStale = false;
	/** What was drawn last was drawn while more was expected: some of it waits for the end. */
	#isRough = false;
	/** The epoch that was asked for and is not reached yet. */
	#wanted: number | null = null;
	/** How often the epoch was moved, played from or stopped at: what is to follow later gives way to what came meanwhile. */
	moves = 0;
	/** Whether the page has asked for it, and not the reader's hand on the scrubber. */
	#isLed = false;
	speed: number = OPENING_SPEED;
	/** When that epoch was asked for. */
	#askedAt = 0;
	/** Frames at play without the epochs that they should have brought, less two for each with them. */
	#missed = 0;
	#playedTo = 0;
	/** Whether a frame of the film went by without the picture that it should have had. */
	#isOwed = false;
	/** When the last frame at play was; null before there is a picture to begin with. */
	#framedAt: number | null = null;
	/** The epoch where the film is by the clock, with its fraction: a slow screen has fewer frames, and the film is as long. */
	#filmed = 0;

	/**
	 * @param host carries `data-playing`, `data-ended`, `data-settled` while nothing is under way, and how many pictures a film had (`data-frames`)
	 * @param isChanging whether a change is still to reach the trainings, or a view
	 */
	constructor(host: HTMLElement, trainings: Trainings, draw: (isStill: boolean) => void, isChanging: () => boolean) {
		this.#host = host;
		this.#trainings = trainings;
		this.#draw = draw;
		this.#isChanging = isChanging;
		trainings.onNews = () => {
			if (this.#isOwed) this.#catchUp();
			this.wake();
		};
	}

	/** The epoch that is looked at, or will be as soon as it is trained. */
	get epoch(): number {
		return Math.min(this.#wanted ?? this.#trainings.shown, this.#trainings.epochs);
	}

	/** Where the scrubber stands: under the reader's hand, or where the runs are that the page trains on by itself. */
	get scrubbed(): number {
		const { seen, shown } = this.#trainings;
		return this.#isLed && this.#wanted !== null ? Math.min(this.epoch, seen ?? shown) : this.epoch;
	}

	/** Whether the pictures wait for the training: on the way to an epoch, or at play. */
	get isLate(): boolean {
		if (this.#isPlaying) return this.#missed >= LATE_FRAMES;
		const { seen, epochs } = this.#trainings;
		const isAway = this.#wanted !== null && (seen ?? 0) < Math.min(this.#wanted, epochs);
		return isAway && performance.now() - this.#askedAt >= LATE_MS;
	}

	toggle(): void {
		this.moves += 1;
		if (this.#isPlaying) {
			this.pause();
			return;
		}
		if (this.#isEnded) this.#rewind();
		this.#frames = 0;
		this.#framedAt = null;
		this.#filmed = this.#trainings.shown;
		this.#missed = 0;
		this.#wanted = null;
		this.#isStale = true; // the scrubber is at the beginning at once
		this.#playing(true);
		this.wake();
	}

	pause(): void {
		if (this.#isPlaying) this.#playing(false);
	}

	/** Every run at epoch 0 again. */
	restart(): void {
		this.moves += 1;
		this.pause();
		this.#wanted = null;
		this.#trainings.reset();
		this.wake();
	}

	/** All of the film is remembered: only as fast as it goes is as fast as it trains. */
	#rewind(): void {
		if (SECONDS[this.speed] === 0) this.#trainings.reset();
		else this.#trainings.show(0);
	}

	/** So many epochs further, or back, in every run. */
	step(epochs = 1): void {
		this.seek(this.epoch + epochs);
	}

	/** Has the runs trained to their end; the scrubber goes along. */
	trainToEnd(): void {
		this.seek(this.#trainings.epochs);
		this.#isLed = true;
	}

	/** Looks at an epoch: at what is remembered of it, or it is trained up to. */
	seek(epoch: number): void {
		this.moves += 1;
		this.pause();
		this.#isLed = false;
		this.#wanted = Math.max(0, Math.round(epoch));
		this.#askedAt = performance.now();
		setTimeout(() => this.isLate && this.redraw(), LATE_MS + 10);
		this.#trainings.show(this.#wanted);
		this.wake();
	}

	/** Has all drawn again at the next frame, however many changes there are until then. */
	redraw(): void {
		this.#isStale = true;
		this.wake();
	}

	/** Draws at the next frame what has come. */
	wake(): void {
		this.#host.toggleAttribute('data-settled', false);
		this.#awaitFrame();
	}

	#awaitFrame(): void {
		if (this.#isAwake) return;
		this.#isAwake = true;
		requestAnimationFrame(() => this.#frame());
	}

	get #isAtEnd(): boolean {
		return this.#trainings.isOver && this.#trainings.shown >= this.#trainings.playhead;
	}

	/** Whether playing would begin anew: what trains again on the way to the end is meant to be there. */
	get #isEnded(): boolean {
		return this.#isAtEnd || this.epoch >= this.#trainings.epochs;
	}

	get #isSettled(): boolean {
		const { isSettled, hasNews, shown } = this.#trainings;
		return isSettled && !hasNews && shown === this.epoch && !this.#isChanging();
	}

	#frame(): void {
		this.#isAwake = false; // what comes from here on is drawn with the next frame
		const trainings = this.#trainings;
		const isEnding = this.#isPlaying && this.#isAtEnd;
		this.#pursue();
		const isStill = isEnding || (!this.#isPlaying && trainings.isSettled && trainings.shown === this.epoch);
		const isDrawn = trainings.hasNews || this.#isStale || (isStill && this.#isRough);
		if (isDrawn) {
			this.#isStale = false;
			this.#isRough = !isStill;
			trainings.drawn();
		}
		this.#isOwed = this.#isPlaying && !isDrawn && !trainings.isSettled;
		if (this.#isPlaying && !isEnding) this.#goOn(); // workers are under way to the next picture while this one is drawn
		if (isDrawn) {
			if (this.#isPlaying) this.#host.dataset.frames = String(++this.#frames);
			this.#draw(isStill);
		}
		if (isEnding) this.#playing(false);
		if (this.#isPlaying || this.#isStale) this.#awaitFrame(); // a still page is woken when there is something to draw
		this.#host.toggleAttribute('data-ended', this.#isEnded);
		this.#host.toggleAttribute('data-settled', !this.#isAwake && this.#isSettled);
	}

	/** Leads runs that were changed on the way to the epoch that was asked for, as far as they go. */
	#pursue(): void {
		const { shown, isSettled } = this.#trainings;
		if (this.#wanted === null) return;
		if (shown !== this.epoch) this.#trainings.show(this.epoch);
		else if (shown === this.#wanted || (isSettled && !this.#isChanging())) this.#wanted = null;
	}

	#goOn(): void {
		const { shown, playhead, epochs } = this.#trainings;
		const milliseconds = this.#sinceLastFrame();
		const before = this.#filmed;
		const seconds = SECONDS[this.speed] ?? null;
		if (seconds === null) this.#filmed = shown + 1;
		else this.#filmed = seconds === 0 ? epochs : Math.min(epochs, before + (epochs * milliseconds) / (1000 * seconds));
		const isMissed = seconds !== 0 && shown - this.#playedTo < (this.#filmed - before) / 2;
		this.#missed = Math.max(0, Math.min(2 * LATE_FRAMES, this.#missed + (isMissed ? 1 : -2)));
		this.#playedTo = shown;
		if (this.#missed === LATE_FRAMES) this.#isStale = true; // it is said before the next picture
		const due = Math.floor(this.#filmed);
		if (due < playhead) this.#trainings.show(due);
		else if (shown < playhead) this.#trainings.show(null);
		else if (due > playhead) this.#trainings.advance(due - playhead, milliseconds);
	}

	/**
	 * A picture has come late: the next one is asked for before it is drawn. Asked for with the next frame it would have the epochs of two,
	 * come late for that, and so on.
	 */
	#catchUp(): void {
		if (!this.#isPlaying || this.#isAtEnd || !this.#trainings.isSettled) return;
		this.#isOwed = false;
		this.#isStale = true;
		this.#trainings.drawn();
		this.#goOn();
	}

	/** 0 until the first picture is there. */
	#sinceLastFrame(): number {
		const now = performance.now();
		const milliseconds = now - (this.#framedAt ?? now);
		this.#framedAt = this.#trainings.seen === null ? null : now;
		return milliseconds > LONGEST_FRAME_MS ? 0 : milliseconds;
	}

	#playing(isPlaying: boolean): void {
		this.#isPlaying = isPlaying;
		this.#trainings.isFilm = isPlaying;
		this.#host.toggleAttribute('data-playing', isPlaying);
		if (!isPlaying) this.redraw();
	}
}
