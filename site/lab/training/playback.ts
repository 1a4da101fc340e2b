import { OPENING_SPEED, SECONDS } from './speed.ts';
import type { Trainings } from './trainings.ts';

const FRAMES_PER_SECOND = 60;

/** Moves the trainings on, one piece a frame of the screen, and has drawn what came. */
export class Playback {
	readonly #host: HTMLElement;
	readonly #trainings: Trainings;
	readonly #draw: (isStill: boolean) => void;
	#isPlaying = false;
	#isAwake = false;
	#frames = 0;
	speed: number = OPENING_SPEED;

	/** @param host carries `data-playing`, and how many frames there were (`data-frames`) */
	constructor(host: HTMLElement, trainings: Trainings, draw: (isStill: boolean) => void) {
		this.#host = host;
		this.#trainings = trainings;
		this.#draw = draw;
		trainings.onNews = () => this.wake();
	}

	toggle(): void {
		if (this.#isPlaying) {
			this.pause();
			return;
		}
		if (this.#trainings.isOver) this.#trainings.reset();
		this.#frames = 0;
		this.#playing(true);
		this.wake();
	}

	pause(): void {
		if (this.#isPlaying) this.#playing(false);
	}

	/** One epoch further, in every run. */
	step(): void {
		this.pause();
		this.#trainings.step();
		this.wake();
	}

	/** Draws at the next frame what has come. */
	wake(): void {
		if (this.#isAwake) return;
		this.#isAwake = true;
		requestAnimationFrame(() => this.#frame());
	}

	#frame(): void {
		if (this.#isPlaying) {
			this.#frames += 1;
			this.#host.dataset.frames = String(this.#frames);
		}
		const { isOver } = this.#trainings;
		if (this.#trainings.hasNews) {
			this.#draw(isOver || !this.#isPlaying);
			this.#trainings.drawn();
		}
		if (this.#isPlaying && isOver) this.#playing(false);
		if (this.#isPlaying) this.#trainings.advance(this.#epochsAFrame);
		this.#isAwake = this.#isPlaying; // what is on its way wakes a still page
		if (this.#isAwake) requestAnimationFrame(() => this.#frame());
	}

	get #epochsAFrame(): number {
		const seconds = SECONDS[this.speed] ?? null;
		if (seconds === null) return 1;
		const { epochs } = this.#trainings;
		return seconds === 0 ? epochs : Math.max(1, Math.ceil(epochs / (seconds * FRAMES_PER_SECOND)));
	}

	#playing(isPlaying: boolean): void {
		this.#isPlaying = isPlaying;
		this.#host.toggleAttribute('data-playing', isPlaying);
		if (!isPlaying) this.#draw(true);
	}
}
